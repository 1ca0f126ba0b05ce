using Microsoft.JSInterop;
using OperatingModel.Application.Access;
using OperatingModel.Application.Workspaces;
using OperatingModel.Web.Components.Editing;
using OperatingModel.Web.Components.Layout;

namespace OperatingModel.Web.Tests.Components.Editing;

public sealed class DraftShelfTests
{
    [Fact]
    public async Task Who_leaves_a_page_quickly_gets_no_draft_and_causes_no_fault()
    {
        var browser = new SilentBrowser();
        var bench = new Workbench();
        bench.Show(new ModelSummary(Guid.NewGuid(), "AIR", "Airline", 1, default, "Ann", default, "Ann", null), null);
        var shelf = new DraftShelf(null!, new OpenTabs(), new Connection(browser), bench, CurrentUser.Local, new Shell(browser), TimeProvider.System);

        var first = shelf.FindAsync("place");
        var second = shelf.FindAsync("place");
        shelf.Dispose();
        browser.Leave();

        (await first).ShouldBeNull();
        (await second).ShouldBeNull();
    }

    /// <summary>Answers nothing until it is gone.</summary>
    private sealed class SilentBrowser : IJSRuntime
    {
        private readonly TaskCompletionSource _left = new();

        public void Leave() => _left.SetException(new JSDisconnectedException("Gone."));

        public ValueTask<TValue> InvokeAsync<TValue>(string identifier, object?[]? args) => InvokeAsync<TValue>(identifier, CancellationToken.None, args);

        public async ValueTask<TValue> InvokeAsync<TValue>(string identifier, CancellationToken cancellationToken, object?[]? args)
        {
            await _left.Task;
            throw new InvalidOperationException("It never answers.");
        }
    }
}
