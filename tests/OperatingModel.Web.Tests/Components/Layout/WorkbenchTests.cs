using OperatingModel.Application.Access;
using OperatingModel.Application.Collaboration;
using OperatingModel.Domain;
using OperatingModel.Domain.Access;
using OperatingModel.Domain.Capabilities;
using OperatingModel.Domain.Workspaces;
using OperatingModel.Web.Components.Layout;
using OperatingModel.Web.Tests.Components.Editing;

namespace OperatingModel.Web.Tests.Components.Layout;

public sealed class WorkbenchTests(SharedServer shared) : IClassFixture<SharedServer>
{
    private static readonly CurrentUser Bob = new("bob", "Bob", ModelRoles.All);

    private readonly WorkbenchServer _server = shared.Server;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_a_window_changes_is_shown_before_its_author_has_the_answer()
    {
        var model = await shared.NewModelAsync();
        var shown = new List<(long Revision, int Rows)>();
        using var bench = _server.NewBench();

        // A window whose turn never comes hears nothing through the feed.
        await bench.OpenAsync(model, new Workbench.View(_ => Task.CompletedTask, changes =>
        {
            shown.Add((bench.Snapshot!.Revision, changes.Count));
            return Task.CompletedTask;
        }));
        var editor = EditorOf(bench);
        var outcome = await editor.WriteAsync("Rename C4.3", now => Renamed(now, "C4.3", "Mine"));
        shown.ShouldBe([(outcome.Result!.Revision, 1)]);
        bench.Snapshot!.Capabilities.Find("C4.3")!.Name.ShouldBe("Mine");
        bench.ChangedBy(outcome.Result.Revision).ShouldBeNull();
    }

    [Fact]
    public async Task What_others_committed_before_comes_with_what_the_window_changes()
    {
        var model = await shared.NewModelAsync();
        var shown = new List<string[]>();
        using var bench = _server.NewBench();
        await bench.OpenAsync(model, new Workbench.View(_ => Task.CompletedTask, changes =>
        {
            shown.Add([.. changes.Select(change => change.Key.Text)]);
            return Task.CompletedTask;
        }));
        await _server.WriteAsync(model, Bob, now => Renamed(now, "C2.1", "Bob's"));
        await EditorOf(bench).WriteAsync("Rename C4.3", now => Renamed(now, "C4.3", "Mine"));
        shown.ShouldBe([["C2.1", "C4.3"]]);
        bench.ChangedBy(bench.Snapshot!.Revision - 1).ShouldBe(Bob);
    }

    [Fact]
    public async Task A_change_that_arrives_while_the_window_writes_is_still_somebody_elses()
    {
        var model = await shared.NewModelAsync();
        using var bench = await _server.OpenAsync(model);
        var first = bench.Snapshot!.Revision;
        var editor = EditorOf(bench);
        editor.Changed += outcome =>
        {
            if (outcome is null)
            {
                // The window writes already; Bob is quicker.
                _server.WriteAsync(model, Bob, now => Renamed(now, "C2.1", "Bob's")).Wait(Cancel);
            }
        };
        var outcome = await editor.WriteAsync("Rename C4.3", now => Renamed(now, "C4.3", "Mine"));
        outcome.Result!.Revision.ShouldBe(first + 2);
        (bench.ChangedBy(first + 1), bench.ChangedBy(first + 2)).ShouldBe((Bob, null));
    }

    [Fact]
    public async Task What_is_committed_while_the_model_is_read_is_shown()
    {
        for (var round = 0; round < 20; round++)
        {
            var model = await shared.NewModelAsync();
            using var bench = _server.NewBench();
            var shows = Reaches(bench, 2);
            var opening = bench.OpenAsync(model, new Workbench.View(work => work(), null));
            await _server.WriteAsync(model, Bob, now => Renamed(now, "C4.3", "Bob's"));
            await opening;
            await shows.WaitAsync(Cancel);
        }
    }

    [Fact]
    public async Task What_arrives_while_the_page_is_busy_is_taken_together()
    {
        var model = await shared.NewModelAsync();
        var (busy, release) = (new TaskCompletionSource(), new TaskCompletionSource());
        var shown = new List<int>();
        using var bench = _server.NewBench();
        await bench.OpenAsync(model, new Workbench.View(work => work(), changes =>
        {
            shown.Add(changes.Count);
            busy.TrySetResult();
            return release.Task;
        }));
        await _server.WriteAsync(model, Bob, now => Renamed(now, "C4.3", "One"));
        await busy.Task.WaitAsync(Cancel);
        var shows = Reaches(bench, bench.Snapshot!.Revision + 3);
        foreach (var name in new[] { "Two", "Three", "Four" })
        {
            await _server.WriteAsync(model, Bob, now => Renamed(now, "C4.3", name));
        }

        release.SetResult();
        await shows.WaitAsync(Cancel);
        shown.ShouldBe([1, 3]);
    }

    [Fact]
    public async Task A_change_that_could_not_be_followed_does_not_end_the_following()
    {
        var model = await shared.NewModelAsync();
        using var bench = _server.NewBench();
        var isFirst = true;
        var failed = new TaskCompletionSource();
        await bench.OpenAsync(model, new Workbench.View(
            async work =>
            {
                try
                {
                    await work();
                }
                catch (InvalidOperationException)
                {
                    failed.SetResult();
                }
            },
            _ => isFirst && !(isFirst = false) ? throw new InvalidOperationException("This page is broken.") : Task.CompletedTask));
        await _server.WriteAsync(model, Bob, now => Renamed(now, "C4.3", "One"));
        await failed.Task.WaitAsync(Cancel);
        var shows = Reaches(bench, bench.Snapshot!.Revision + 1);
        await _server.WriteAsync(model, Bob, now => Renamed(now, "C4.3", "Two"));
        await shows.WaitAsync(Cancel);
    }

    [Fact]
    public async Task A_model_that_is_deleted_is_open_no_more_and_one_that_is_taken_back_is()
    {
        var model = await shared.NewModelAsync();
        using var bench = await _server.OpenAsync(model);
        var gone = Becomes(bench, () => bench.Model is null);
        await _server.Catalog.DeleteAsync(model, Bob, Guid.NewGuid(), Cancel);
        await gone.WaitAsync(Cancel);
        bench.Snapshot.ShouldBeNull();
        var back = Becomes(bench, () => bench.Model is not null);
        await _server.Catalog.RestoreAsync(model, Bob, Guid.NewGuid(), Cancel);
        await back.WaitAsync(Cancel);
        bench.Snapshot.ShouldNotBeNull();
    }

    [Fact]
    public async Task Of_a_model_that_was_closed_nothing_is_heard()
    {
        var (model, other) = (await shared.NewModelAsync(), await shared.NewModelAsync());
        using var bench = await _server.OpenAsync(model);
        await bench.OpenAsync(other, new Workbench.View(work => work(), null));
        var heard = new List<ModelChanged>();
        bench.Changed += heard.AddRange;
        await _server.WriteAsync(model, Bob, now => Renamed(now, "C4.3", "Elsewhere"));
        var shows = Reaches(bench, bench.Snapshot!.Revision + 1);
        await _server.WriteAsync(other, Bob, now => Renamed(now, "C4.3", "Here"));
        await shows.WaitAsync(Cancel);
        heard.ShouldHaveSingleItem().ModelId.ShouldBe(other);
    }

    private static Task Reaches(Workbench bench, long revision) => Becomes(bench, () => bench.Snapshot?.Revision == revision);

    private static Task Becomes(Workbench bench, Func<bool> isSo)
    {
        var so = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        bench.Changed += _ =>
        {
            if (isSo())
            {
                so.TrySetResult();
            }
        };
        return so.Task;
    }

    private static IReadOnlyList<RowChange> Renamed(ModelSnapshot model, string code, string name) =>
        CapabilityEdits.Rename(model, model.Capabilities.Find(code)!, name);

    private OperatingModel.Web.Components.Editing.ModelEditor EditorOf(Workbench bench)
    {
        var browser = new TestBrowser("here");
        return _server.EditorOf(bench, _server.ShelfOf(bench, new Connection(browser), browser));
    }
}
