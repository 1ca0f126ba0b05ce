using OperatingModel.Application;
using OperatingModel.Application.Access;
using OperatingModel.Domain;
using OperatingModel.Domain.Capabilities;
using OperatingModel.Web.Components.Editing;
using OperatingModel.Web.Components.Layout;

namespace OperatingModel.Web.Tests.Components.Editing;

public sealed class ModelEditorTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_window_takes_back_its_own_edit_first_and_says_what_it_was_and_whose()
    {
        await using var server = await WorkbenchServer.StartAsync(StorageProvider.Sqlite);
        var model = await server.SampleAsync();
        var (here, there) = (await OpenAsync(server, model, "here"), await OpenAsync(server, model, "there"));
        await RenameAsync(here, "C1.1", "Mine");
        await RenameAsync(there, "C2.1", "Theirs");

        (await here.UndoAsync()).What.ShouldBe("Undone: Rename C1.1");
        (await server.Catalog.SnapshotAsync(model, CurrentUser.Local, Cancel)).Capabilities.Find("C2.1")!.Name.ShouldBe("Theirs");

        // A reload keeps the tab, and with it what is its own.
        await RenameAsync(here, "C1.2", "Mine");
        await RenameAsync(there, "C2.2", "Theirs");
        var reloaded = await OpenAsync(server, model, "here");
        (await reloaded.StepsAsync()).Undo.Select(step => step.What).ShouldBe(["Rename C1.2", "Rename C2.2", "Rename C2.1"]);
        (await reloaded.UndoAsync()).What.ShouldBe("Undone: Rename C1.2");
        (await reloaded.UndoAsync()).What.ShouldBe("Undone: Rename C2.2, which you did in another window or earlier");
    }

    [Fact]
    public async Task Steps_that_are_taken_back_in_quick_succession_are_taken_back_one_after_the_other()
    {
        await using var server = await WorkbenchServer.StartAsync(StorageProvider.Sqlite);
        var model = await server.SampleAsync();
        var window = await OpenAsync(server, model, "here");
        await RenameAsync(await OpenAsync(server, model, "there"), "C2.1", "Elsewhere");
        await RenameAsync(window, "C1.1", "One");
        await RenameAsync(window, "C1.2", "Two");
        await RenameAsync(window, "C1.3", "Three");
        var undone = await Task.WhenAll(window.UndoAsync(), window.UndoAsync(), window.UndoAsync(), window.UndoAsync());
        undone[..3].Select(outcome => outcome.What).ShouldBe(["Undone: Rename C1.3", "Undone: Rename C1.2", "Undone: Rename C1.1"]);

        // The fourth click came before its step was named.
        undone[3].Sentence.ShouldBe("“Rename C2.1” was done in another window or earlier; click again if you mean that.");
        (await window.UndoAsync()).What.ShouldBe("Undone: Rename C2.1, which you did in another window or earlier");
    }

    [Fact]
    public async Task Edits_that_overlap_are_counted_and_each_answer_has_its_own_words()
    {
        await using var server = await WorkbenchServer.StartAsync(StorageProvider.Sqlite);
        var model = await server.SampleAsync();
        var window = await OpenAsync(server, model, "here");
        var heard = new List<(int Running, string? What, bool? IsDone)>();
        window.Changed += outcome => heard.Add((window.Running, outcome?.What, outcome?.IsDone));
        using var first = new ManualResetEventSlim();
        using var second = new ManualResetEventSlim();
        var refused = window.WriteAsync(
            "Refused",
            _ =>
            {
                first.Wait(Cancel);
                throw new ModelRuleException("name", "That will not do.");
            },
            atField: true);
        var done = window.WriteAsync("Done", now =>
        {
            second.Wait(Cancel);
            return CapabilityEdits.Rename(now, now.Capabilities.Find("C4.3")!, "New");
        });
        first.Set();
        var answer = await refused;
        (answer.What, answer.Sentence, answer.IsShownElsewhere).ShouldBe(("Refused", "That will not do.", true));
        window.Running.ShouldBe(1);
        second.Set();
        (await done).What.ShouldBe("Done");
        heard.ShouldBe([(1, null, null), (2, null, null), (1, "Refused", false), (0, "Done", true)]);
    }

    private static async Task RenameAsync(ModelEditor window, string code, string name) =>
        (
            await window.WriteAsync($"Rename {code}", model => CapabilityEdits.Rename(model, model.Capabilities.Find(code)!, name))
        ).IsDone.ShouldBeTrue();

    private static async Task<ModelEditor> OpenAsync(WorkbenchServer server, Guid model, string tab)
    {
        var (browser, bench) = (new TestBrowser(tab), await server.OpenAsync(model));
        return server.EditorOf(bench, server.ShelfOf(bench, new Connection(browser), browser));
    }
}
