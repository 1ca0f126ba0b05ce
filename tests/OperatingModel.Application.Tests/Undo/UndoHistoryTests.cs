using OperatingModel.Application.Access;
using OperatingModel.Application.Undo;
using OperatingModel.Application.Writing;
using OperatingModel.Domain;
using OperatingModel.Domain.Assessments;
using OperatingModel.Domain.Capabilities;
using OperatingModel.Domain.Editing;
using OperatingModel.Domain.Workspaces;
using static OperatingModel.Application.Tests.TestStore;

namespace OperatingModel.Application.Tests.Undo;

public sealed class UndoHistoryTests(TestStores stores) : IClassFixture<TestStores>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task Undo_restores_exactly_and_redo_makes_it_again(StorageProvider provider)
    {
        var (store, id) = await NewAsync(provider);
        var states = new List<ModelSnapshot> { await store.Catalog.SnapshotAsync(id, Ann, Cancel) };
        states.Add(await EditAsync(store, id, "Split", model => CapabilityParts.Split(model, "C1.1", ["A", "B"], SplitInto.Children)));
        states.Add(await EditAsync(store, id, "Rename", model => Renamed(model, "C1.2", "Other")));
        states.Add(await EditAsync(store, id, "Code", model => CapabilityEdits.SetCode(model, "C1.3", "X")));
        states.Add(await EditAsync(store, id, "Delete", model => CapabilityEdits.Delete(model, "C4")));

        for (var i = states.Count - 2; i >= 0; i--)
        {
            (await UndoAsync(store, id)).Model.ShouldHaveRowsOf(states[i]);
        }

        for (var i = 1; i < states.Count; i++)
        {
            (await RedoAsync(store, id)).Model.ShouldHaveRowsOf(states[i]);
        }

        (await UndoAsync(store, id)).Model.ShouldHaveRowsOf(states[^2]);
    }

    [Theory, OnBothDatabases]
    public async Task The_list_tells_what_can_be_undone_and_redone_and_survives_a_restart(StorageProvider provider)
    {
        await using var store = await StartAsync(provider);
        var id = await store.CreateAsync(TestModels.Airline());
        await EditAsync(store, id, "First", model => Renamed(model, "C1", "1"));
        store.Clock.Advance(TimeSpan.FromMinutes(1));
        await EditAsync(store, id, "Second", model => Renamed(model, "C1", "2"));
        await EditAsync(store, id, "Third", model => Renamed(model, "C1", "3"));
        await UndoAsync(store, id);
        await UndoAsync(store, id);

        await store.RestartAsync();

        var list = await store.Get<UndoHistory>().ListAsync(id, Ann, cancellationToken: Cancel);
        list.Undo.Select(step => (step.What, step.ChangeCount)).ShouldBe([("First", 1)]);
        list.Redo.Select(step => step.What).ShouldBe(["Second", "Third"]);
        list.Redo[0].At.ShouldBe(store.Clock.GetUtcNow());
        (await store.Get<UndoHistory>().ListAsync(id, Bob, cancellationToken: Cancel)).Undo.ShouldBeEmpty();
        (await RedoAsync(store, id)).Model.Capabilities.Find("C1")!.Name.ShouldBe("2");
    }

    [Theory, OnBothDatabases]
    public async Task A_new_change_ends_what_could_be_redone_for_good(StorageProvider provider)
    {
        var (store, id) = await NewAsync(provider);
        await EditAsync(store, id, "First", model => Renamed(model, "C1", "1"));
        await EditAsync(store, id, "Second", model => Renamed(model, "C1", "2"));
        await UndoAsync(store, id);
        await EditAsync(store, id, "Third", model => Renamed(model, "C1", "3"));

        (await Should.ThrowAsync<ModelRuleException>(() => RedoAsync(store, id))).Problems[0].Field.ShouldBe("redo");
        await UndoAsync(store, id);

        var list = await store.Get<UndoHistory>().ListAsync(id, Ann, cancellationToken: Cancel);
        list.Undo.Select(step => step.What).ShouldBe(["First"]);
        list.Redo.Select(step => step.What).ShouldBe(["Third"]);
    }

    [Theory, OnBothDatabases]
    public async Task What_others_did_to_other_fields_since_stays(StorageProvider provider)
    {
        var (store, id) = await NewAsync(provider);
        var before = (await store.Catalog.SnapshotAsync(id, Ann, Cancel)).Capabilities.Find("C1.1")!;
        await EditAsync(store, id, "Rename", model => Renamed(model, "C1.1", "Mine"));
        await EditAsync(store, id, "Weigh", model => CapabilityEdits.SetField(model, ["C1.1"], nameof(Capability.Weight), 7.0), Bob);

        (await UndoAsync(store, id)).Model.Capabilities.Find("C1.1").ShouldBe(before with { Weight = 7 });
    }

    [Theory, OnBothDatabases]
    public async Task What_others_did_to_the_same_field_since_is_told_and_lost_only_on_purpose(StorageProvider provider)
    {
        var (store, id) = await NewAsync(provider);
        var before = (await store.Catalog.SnapshotAsync(id, Ann, Cancel)).Capabilities.Find("C1.1")!;
        await EditAsync(store, id, "Rename", model => Renamed(model, "C1.1", "Mine"));
        await EditAsync(store, id, "Weigh", model => CapabilityEdits.SetField(model, ["C1.1"], nameof(Capability.Weight), 7.0));
        await EditAsync(store, id, "Rename too", model => Renamed(model, "C1.1", "Theirs"), Bob);
        await UndoAsync(store, id);

        var conflict = (await Should.ThrowAsync<ConflictException>(() => UndoAsync(store, id))).Conflicts.ShouldHaveSingleItem();
        (conflict.ChangedBy, (conflict.Theirs as Capability)?.Name, (conflict.Yours as Capability)?.Name).ShouldBe(("Bob", "Theirs", before.Name));
        (await store.Catalog.SnapshotAsync(id, Ann, Cancel)).Capabilities.Find("C1.1")!.Name.ShouldBe("Theirs");

        (await UndoAsync(store, id, overwrite: true)).Model.Capabilities.Find("C1.1").ShouldBe(before);
    }

    [Theory, OnBothDatabases]
    public async Task What_others_built_on_a_change_is_told_before_it_goes_with_it(StorageProvider provider)
    {
        var (store, id) = await NewAsync(provider);
        var before = await store.Catalog.SnapshotAsync(id, Ann, Cancel);
        await EditAsync(store, id, "Add", model => CapabilityEdits.Add(model, Place.LastIn("C1"), "New", "NEW"));
        await EditAsync(
            store,
            id,
            "Score",
            _ => [RowChange.Add(new Assessment("NEW", "MAIN", null, 3, 1, 4, Confidence.High, TestModels.Today, null))],
            Bob);

        var conflict = (await Should.ThrowAsync<ConflictException>(() => UndoAsync(store, id))).Conflicts.ShouldHaveSingleItem();
        (conflict.Table.Name, conflict.ChangedBy, conflict.Yours).ShouldBe(("assessments", "Bob", null));

        (await UndoAsync(store, id, overwrite: true)).Model.ShouldHaveRowsOf(before);
        var redone = (await RedoAsync(store, id)).Model;
        redone.Assessments.Count(a => a.Capability == "NEW").ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task What_others_put_in_place_of_what_was_deleted_is_told(StorageProvider provider)
    {
        var (store, id) = await NewAsync(provider);
        await EditAsync(store, id, "Delete", model => CapabilityEdits.Delete(model, "C8.5"));
        await EditAsync(store, id, "Add", model => CapabilityEdits.Add(model, Place.LastIn("C8"), "Theirs", "C8.5"), Bob);

        (await Should.ThrowAsync<ConflictException>(() => UndoAsync(store, id))).Conflicts.ShouldHaveSingleItem().ChangedBy.ShouldBe("Bob");
        (await UndoAsync(store, id, overwrite: true)).Model.Capabilities.Find("C8.5")!.Name.ShouldNotBe("Theirs");
    }

    [Theory, OnBothDatabases]
    public async Task A_window_takes_back_its_own_steps_before_those_of_another_and_says_whose_they_are(StorageProvider provider)
    {
        var (store, id) = await NewAsync(provider);
        var history = store.Get<UndoHistory>();
        List<Guid> own = [Guid.NewGuid()];
        await store.Writer.WriteAsync(id, new WriteOrder(own[0], Ann, "Here"), model => Renamed(model, "C1", "here"), Cancel);
        await EditAsync(store, id, "Elsewhere", model => Renamed(model, "C2", "elsewhere"));
        (await history.ListAsync(id, Ann, own, cancellationToken: Cancel)).Undo.Select(step => step.What).ShouldBe(["Here", "Elsewhere"]);

        var first = await history.UndoAsync(id, Ann, Guid.NewGuid(), own, cancellationToken: Cancel);
        (first.Step, first.IsOwn).ShouldBe(("Here", true));
        first.Result.Model.Capabilities.Find("C2")!.Name.ShouldBe("elsewhere");

        // The other window's later change does not end what this one can make again.
        (await history.ListAsync(id, Ann, own, cancellationToken: Cancel)).Redo.Select(step => step.What).ShouldBe(["Here"]);
        (await history.RedoAsync(id, Ann, Guid.NewGuid(), own, cancellationToken: Cancel))
            .Result.Model.Capabilities.Find("C1")!
            .Name.ShouldBe("here");
        await history.UndoAsync(id, Ann, Guid.NewGuid(), own, cancellationToken: Cancel);

        var second = await history.UndoAsync(id, Ann, Guid.NewGuid(), own, cancellationToken: Cancel);
        (second.Step, second.IsOwn).ShouldBe(("Elsewhere", false));
    }

    [Theory, OnBothDatabases]
    public async Task Windows_that_show_the_same_read_the_list_once_and_what_was_shown_is_in_it(StorageProvider provider)
    {
        var (store, id) = await NewAsync(provider);
        var history = store.Get<UndoHistory>();
        var name = (await store.Catalog.SnapshotAsync(id, Ann, Cancel)).Capabilities.Find("C1")!.Name;
        var first = await EditAsync(store, id, "First", model => Renamed(model, "C1", "1"));
        var list = await history.ListAsync(id, Ann, shown: first, cancellationToken: Cancel);
        list.Undo.Select(step => step.What).ShouldBe(["First"]);
        (await history.ListAsync(id, Ann, shown: first, cancellationToken: Cancel)).ShouldBeSameAs(list);
        (await history.ListAsync(id, Bob, shown: first, cancellationToken: Cancel)).Undo.ShouldBeEmpty();

        List<Guid> own = [Guid.NewGuid()];
        var here = new WriteOrder(own[0], Ann, "Here");
        await store.Writer.WriteAsync(id, here, model => Renamed(model, "C2", "here"), Cancel);
        var last = await EditAsync(store, id, "Back", model => Renamed(model, "C1", name), Bob);
        (await history.ListAsync(id, Ann, shown: last, cancellationToken: Cancel)).Undo.Select(step => step.What).ShouldBe(["Here", "First"]);
        await EditAsync(store, id, "Elsewhere", model => Renamed(model, "C3", "elsewhere"));
        var now = await store.Catalog.SnapshotAsync(id, Ann, Cancel);
        (await history.ListAsync(id, Ann, own, now, Cancel)).Undo.Select(step => step.What).ShouldBe(["Here", "Elsewhere", "First"]);
    }

    [Theory, OnBothDatabases]
    public async Task A_step_that_is_done_with_leaves_the_list_though_the_model_stays_as_it_is(StorageProvider provider)
    {
        var (store, id) = await NewAsync(provider);
        var history = store.Get<UndoHistory>();
        var name = (await store.Catalog.SnapshotAsync(id, Ann, Cancel)).Capabilities.Find("C1")!.Name;
        await EditAsync(store, id, "Mine", model => Renamed(model, "C1", "Mine"));
        await EditAsync(store, id, "Back", model => Renamed(model, "C1", name), Bob);
        var shown = await store.Catalog.SnapshotAsync(id, Ann, Cancel);
        (await history.ListAsync(id, Ann, shown: shown, cancellationToken: Cancel)).Undo.ShouldHaveSingleItem();

        (await UndoAsync(store, id)).Changes.ShouldBeEmpty();
        (await store.Catalog.SnapshotAsync(id, Ann, Cancel)).ShouldBeSameAs(shown);
        (await history.ListAsync(id, Ann, shown: shown, cancellationToken: Cancel)).Undo.ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task A_repeated_undo_is_answered_and_not_repeated(StorageProvider provider)
    {
        var (store, id) = await NewAsync(provider);
        await EditAsync(store, id, "First", model => Renamed(model, "C1", "1"));
        await EditAsync(store, id, "Second", model => Renamed(model, "C1", "2"));
        var operation = Guid.NewGuid();
        var first = await store.Get<UndoHistory>().UndoAsync(id, Ann, operation, cancellationToken: Cancel);
        var again = (await store.Get<UndoHistory>().UndoAsync(id, Ann, operation, cancellationToken: Cancel)).Result;

        (again.IsRepeated, again.Revision).ShouldBe((true, first.Result.Revision));
        again.Model.Capabilities.Find("C1")!.Name.ShouldBe("1");
        (await store.AuditAsync(id))[^1].What.ShouldBe("Undo: Second");
    }

    [Theory, OnBothDatabases]
    public async Task What_has_come_about_by_itself_is_done_with(StorageProvider provider)
    {
        var (store, id) = await NewAsync(provider);
        var name = (await store.Catalog.SnapshotAsync(id, Ann, Cancel)).Capabilities.Find("C1")!.Name;
        await EditAsync(store, id, "Mine", model => Renamed(model, "C1", "Mine"));
        await EditAsync(store, id, "Back", model => Renamed(model, "C1", name), Bob);

        (await UndoAsync(store, id)).Changes.ShouldBeEmpty();
        var list = await store.Get<UndoHistory>().ListAsync(id, Ann, cancellationToken: Cancel);
        (list.Undo.Count, list.Redo.Count).ShouldBe((0, 0));
    }

    [Theory, OnBothDatabases]
    public async Task An_undo_obeys_the_rules_of_the_model(StorageProvider provider)
    {
        var (store, id) = await NewAsync(provider);
        await EditAsync(store, id, "Delete", model => CapabilityEdits.Delete(model, "C8.5"));
        await EditAsync(store, id, "Delete the rest", model => CapabilityEdits.Delete(model, "C8"), Bob);

        await Should.ThrowAsync<ModelRuleException>(() => UndoAsync(store, id, overwrite: true));
        (await store.Get<UndoHistory>().ListAsync(id, Ann, cancellationToken: Cancel)).Undo.ShouldHaveSingleItem();
    }

    private static async Task<ModelSnapshot> EditAsync(
        TestStore store, Guid id, string what, Func<ModelSnapshot, IReadOnlyList<RowChange>> edit, CurrentUser? user = null) =>
        (await store.Writer.WriteAsync(id, new WriteOrder(Guid.NewGuid(), user ?? Ann, what), edit, Cancel)).Model;

    private static IReadOnlyList<RowChange> Renamed(ModelSnapshot model, string code, string name) =>
        CapabilityEdits.Rename(model, model.Capabilities.Find(code)!, name);

    private static async Task<WriteResult> UndoAsync(TestStore store, Guid id, bool overwrite = false) =>
        (await store.Get<UndoHistory>().UndoAsync(id, Ann, Guid.NewGuid(), overwrite: overwrite, cancellationToken: Cancel)).Result;

    private static async Task<WriteResult> RedoAsync(TestStore store, Guid id) =>
        (await store.Get<UndoHistory>().RedoAsync(id, Ann, Guid.NewGuid(), cancellationToken: Cancel)).Result;

    private async Task<(TestStore Store, Guid Id)> NewAsync(StorageProvider provider)
    {
        var store = await stores.OnAsync(provider);
        return (store, await store.CreateAsync(TestModels.Airline()));
    }
}
