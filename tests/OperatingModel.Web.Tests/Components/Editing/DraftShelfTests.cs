using Microsoft.JSInterop;
using OperatingModel.Application.Access;
using OperatingModel.Application.Workspaces;
using OperatingModel.Web.Components.Editing;
using OperatingModel.Web.Components.Layout;

namespace OperatingModel.Web.Tests.Components.Editing;

public sealed class DraftShelfTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_leaves_a_page_quickly_gets_no_draft_and_causes_no_fault()
    {
        var browser = new SilentBrowser();
        var bench = TestWindows.NewBench();
        bench.Set(new ModelSummary(Guid.NewGuid(), "AIR", "Airline", 1, default, "Ann", default, "Ann", null), null, []);
        var connection = new Connection(browser);
        var shelf = new DraftShelf(null!, new OpenTabs(), connection, bench, CurrentUser.Local, new Shell(browser, connection), TimeProvider.System);

        var first = shelf.FindAsync("place");
        var second = shelf.FindAsync("place");
        shelf.Dispose();
        browser.Leave();

        (await first).ShouldBeNull();
        (await second).ShouldBeNull();
    }

    [Fact]
    public async Task What_was_asked_of_the_browser_as_the_connection_was_lost_is_asked_again()
    {
        var browser = new ForgetfulBrowser();
        var connection = new Connection(browser);
        using var shelf = new DraftShelf(
            null!,
            new OpenTabs(),
            connection,
            TestWindows.NewBench(),
            CurrentUser.Local,
            new Shell(browser, connection),
            TimeProvider.System);
        var asked = shelf.TabAsync();
        await connection.OnConnectionDownAsync(null!, Cancel);
        await Should.ThrowAsync<OperationCanceledException>(asked);

        browser.IsHere = true;
        await connection.OnConnectionUpAsync(null!, Cancel);
        (await shelf.TabAsync().WaitAsync(TimeSpan.FromSeconds(30), Cancel)).ShouldBe("tab");
    }

    /// <summary>What it is asked while it is away it never answers.</summary>
    private sealed class ForgetfulBrowser : IJSRuntime
    {
        public bool IsHere { get; set; }

        public ValueTask<TValue> InvokeAsync<TValue>(string identifier, object?[]? args) =>
            InvokeAsync<TValue>(identifier, CancellationToken.None, args);

        public async ValueTask<TValue> InvokeAsync<TValue>(string identifier, CancellationToken cancellationToken, object?[]? args)
        {
            if (!IsHere)
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            }

            return await new TestBrowser("tab").InvokeAsync<TValue>(identifier, cancellationToken, args);
        }
    }

    /// <summary>Answers nothing until it is gone.</summary>
    private sealed class SilentBrowser : IJSRuntime
    {
        private readonly TaskCompletionSource _left = new();

        public void Leave() => _left.SetException(new JSDisconnectedException("Gone."));

        public ValueTask<TValue> InvokeAsync<TValue>(string identifier, object?[]? args) =>
            InvokeAsync<TValue>(identifier, CancellationToken.None, args);

        public async ValueTask<TValue> InvokeAsync<TValue>(string identifier, CancellationToken cancellationToken, object?[]? args)
        {
            await _left.Task;
            throw new InvalidOperationException("It never answers.");
        }
    }
}
