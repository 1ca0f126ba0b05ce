using OperatingModel.Web.Components.Layout;

namespace OperatingModel.Web.Tests.Components.Layout;

public sealed class AttachedScriptTests : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly ForgetfulBrowser _browser = new();
    private readonly Connection _connection;

    public AttachedScriptTests() => _connection = new Connection(_browser);

    public ValueTask DisposeAsync()
    {
        _connection.Dispose();
        return _browser.DisposeAsync();
    }

    private static CancellationToken Cancel => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_attached_as_the_connection_was_lost_is_attached_after_the_reconnect()
    {
        await using var script = NewScript();
        var attaching = script.AttachAsync(default, 7);
        await _connection.OnConnectionDownAsync(null!, Cancel);
        attaching.IsCompleted.ShouldBeFalse();
        await ReconnectAsync();
        (await attaching.WaitAsync(Patience, Cancel)).ShouldBeTrue();

        await script.CallAsync("show", 1);
        _browser.Asked.ShouldBe(["attach tree.js create 7", "attach tree.js create 7", "show 1"]);
    }

    [Fact]
    public async Task It_may_be_lost_more_than_once()
    {
        await using var script = NewScript();
        var attaching = script.AttachAsync(default);
        for (var time = 0; time < 3; time++)
        {
            await _connection.OnConnectionDownAsync(null!, Cancel);
            await _connection.OnConnectionUpAsync(null!, Cancel);
        }

        await _connection.OnConnectionDownAsync(null!, Cancel);
        await ReconnectAsync();
        (await attaching.WaitAsync(Patience, Cancel)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_component_that_went_meanwhile_attaches_nothing()
    {
        var script = NewScript();
        var attaching = script.AttachAsync(default);
        await _connection.OnConnectionDownAsync(null!, Cancel);
        await script.DisposeAsync();
        (await attaching.WaitAsync(Patience, Cancel)).ShouldBeFalse();
        await ReconnectAsync();
        _browser.Asked.ShouldBe(["attach tree.js create"]);
    }

    [Fact]
    public async Task A_component_that_goes_lets_go_of_the_browser()
    {
        _browser.IsHere = true;
        var script = NewScript();
        await script.AttachAsync(default);
        await script.DisposeAsync();
        script.IsAttached.ShouldBeFalse();
        await script.CallAsync("show");
        _browser.Asked.ShouldBe(["attach tree.js create", "dispose"]);
    }

    [Fact]
    public async Task What_is_called_while_the_connection_is_lost_gets_lost_without_a_fault()
    {
        _browser.IsHere = true;
        await using var script = NewScript();
        await script.AttachAsync(default);
        _browser.IsHere = false;
        var (calling, asking) = (script.CallAsync("show"), script.AskAsync<double>("zoom"));
        await _connection.OnConnectionDownAsync(null!, Cancel);
        await calling.WaitAsync(Patience, Cancel);
        (await asking.WaitAsync(Patience, Cancel)).ShouldBeNull();
    }

    private AttachedScript NewScript() => new Shell(_browser, _connection).Script("tree.js", "create");

    private Task ReconnectAsync()
    {
        _browser.IsHere = true;
        return _connection.OnConnectionUpAsync(null!, Cancel);
    }
}
