using OperatingModel.Application.Access;
using OperatingModel.Web.Components.Editing;
using OperatingModel.Web.Components.Layout;

namespace OperatingModel.Web.Tests.Components.Editing;

public sealed class DraftKeeperTests(SharedServer shared) : IClassFixture<SharedServer>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_typed_as_the_program_ends_is_kept_at_once()
    {
        var model = await shared.NewModelAsync();
        var bench = new Workbench();
        bench.Show(
            await shared.Server.Catalog.FindAsync(model, CurrentUser.Local, Cancel),
            await shared.Server.Catalog.SnapshotAsync(model, CurrentUser.Local, Cancel));
        var browser = new TestBrowser("here");
        using var shelf = shared.Server.ShelfOf(bench, new Connection(browser), browser);
        await using var keeper = new DraftKeeper(shelf, TimeProvider.System, work => work(), () => { });
        keeper.Keep("place", "typed");
        keeper.IsKept.ShouldBeFalse();

        await shelf.KeepAllAsync();
        keeper.IsKept.ShouldBeTrue();
        (await shelf.FindAsync("place"))!.Text.ShouldBe("typed");
    }
}
