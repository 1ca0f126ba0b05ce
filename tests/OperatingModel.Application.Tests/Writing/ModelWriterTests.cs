using Microsoft.EntityFrameworkCore;
using OperatingModel.Application.Writing;
using OperatingModel.Domain;
using OperatingModel.Domain.BusinessUnits;
using OperatingModel.Domain.Capabilities;
using OperatingModel.Domain.Strategy;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Application.Tests.Writing;

public sealed class ModelWriterTests(TestStores stores) : IClassFixture<TestStores>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task A_write_is_seen_at_once_and_after_a_restart(StorageProvider provider)
    {
        await using var store = await TestStore.StartAsync(provider);
        var id = await store.CreateAsync(TestModels.Airline());
        var before = await store.Catalog.SnapshotAsync(id, TestStore.Ann, Cancel);
        var result = await store.Writer.WriteAsync(id, Order("Rename a unit"), Rename("MAIN", "Long haul"), Cancel);
        var after = await store.Catalog.SnapshotAsync(id, TestStore.Ann, Cancel);
        after.ShouldBeSameAs(result.Model);
        after.Revision.ShouldBe(2);
        after.BusinessUnits.Find("MAIN")!.ShouldSatisfyAllConditions(unit => unit.Name.ShouldBe("Long haul"), unit => unit.Version.ShouldBe(2));
        after.Capabilities.ShouldBeSameAs(before.Capabilities);
        (await store.Catalog.FindAsync(id, TestStore.Ann, Cancel))!.Revision.ShouldBe(2);
        await store.RestartAsync();
        (await store.Catalog.SnapshotAsync(id, TestStore.Ann, Cancel)).ShouldBeSame(after);
    }

    [Theory, OnBothDatabases]
    public async Task A_repeated_operation_is_answered_and_not_repeated(StorageProvider provider)
    {
        await using var store = await TestStore.StartAsync(provider);
        var id = await store.CreateAsync(TestModels.Airline());
        var order = Order("Rename a unit");
        var first = await store.Writer.WriteAsync(id, order, Rename("MAIN", "Long haul"), Cancel);
        await store.Writer.WriteAsync(id, Order("Rename a unit"), Rename("MAIN", "Longer haul"), Cancel);
        await store.RestartAsync();
        var again = await store.Writer.WriteAsync(id, order, _ => throw new InvalidOperationException("Decided twice."), Cancel);
        (again.IsRepeated, again.Revision).ShouldBe((true, first.Revision));
        again.Changes.ShouldBe(first.Changes);
        again.Model.BusinessUnits.Find("MAIN")!.Name.ShouldBe("Longer haul");
        (await store.Catalog.FindAsync(id, TestStore.Ann, Cancel))!.Revision.ShouldBe(3);
    }

    [Theory, OnBothDatabases]
    public async Task One_operation_sent_ten_times_at_once_is_done_once(StorageProvider provider)
    {
        var store = await stores.OnAsync(provider);
        var id = await store.CreateAsync(TestModels.Airline());
        var order = Order("Add an objective");
        var results = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => store.Writer.WriteAsync(id, order, AddObjective("NEW"), Cancel)));
        results.Count(result => !result.IsRepeated).ShouldBe(1);
        results.ShouldAllBe(result => result.Revision == 2 && result.Changes.Count == 1);
        (await store.AuditAsync(id)).Count.ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task An_operation_that_changed_nothing_is_remembered_too(StorageProvider provider)
    {
        var store = await stores.OnAsync(provider);
        var id = await store.CreateAsync(TestModels.Airline());
        var order = Order("Rename a unit");
        var name = (await store.Catalog.SnapshotAsync(id, TestStore.Ann, Cancel)).BusinessUnits.Find("MAIN")!.Name;
        var first = await store.Writer.WriteAsync(id, order, Rename("MAIN", name), Cancel);
        (first.Revision, first.Changes.Count, first.IsRepeated).ShouldBe((1, 0, false));
        await store.Writer.WriteAsync(id, Order("Rename a unit"), Rename("MAIN", "Other"), Cancel);
        var again = await store.Writer.WriteAsync(id, order, Rename("MAIN", name), Cancel);
        (again.Revision, again.Changes.Count, again.IsRepeated).ShouldBe((1, 0, true));
        again.Model.BusinessUnits.Find("MAIN")!.Name.ShouldBe("Other");
    }

    [Theory, OnBothDatabases]
    public async Task An_operation_id_is_not_used_for_two_commands(StorageProvider provider)
    {
        var store = await stores.OnAsync(provider);
        var id = await store.CreateAsync(TestModels.Airline());
        var order = Order("Rename a unit");
        await store.Writer.WriteAsync(id, order, Rename("MAIN", "Long haul"), Cancel);
        var other = await store.CreateAsync(TestModels.Airline());
        foreach (
            var (model, reused) in new[] { (id, order with { What = "Add an objective" }), (id, order with { Content = "other" }), (other, order) })
        {
            var refused = await Should.ThrowAsync<OperationReusedException>(() =>
                store.Writer.WriteAsync(model, reused, AddObjective("NEW"), Cancel));
            refused.Message.ShouldBe(
                "The operation id was used before, for \"Rename a unit\" with other content; make a new one for each operation.");
        }
    }

    [Theory, OnBothDatabases]
    public async Task A_conflict_names_the_row_both_values_who_and_when(StorageProvider provider)
    {
        await using var store = await TestStore.StartAsync(provider);
        var id = await store.CreateAsync(TestModels.Airline());
        var seen = (await store.Catalog.SnapshotAsync(id, TestStore.Ann, Cancel)).BusinessUnits.Find("MAIN")!;
        store.Clock.Advance(TimeSpan.FromMinutes(7));
        await store.Writer.WriteAsync(id, Order("Rename a unit") with { Who = TestStore.Bob }, Rename("MAIN", "Bob's name"), Cancel);
        store.Clock.Advance(TimeSpan.FromMinutes(7));
        var refused = await Should.ThrowAsync<ConflictException>(() => store.Writer.WriteAsync(
            id, Order("Rename a unit"), _ => [RowChange.Replace(seen, seen with { Name = "Ann's name" })], Cancel));
        var conflict = refused.Conflicts.Single();
        (conflict.Table, conflict.Key).ShouldBe((ModelTables.Of<BusinessUnit>(), RowKey.Of("MAIN")));
        ((BusinessUnit)conflict.Yours!).Name.ShouldBe("Ann's name");
        ((BusinessUnit)conflict.Theirs!).Name.ShouldBe("Bob's name");
        (conflict.ChangedBy, conflict.ChangedAt).ShouldBe(("Bob", store.Clock.GetUtcNow() - TimeSpan.FromMinutes(7)));
        refused.Message.ShouldStartWith("businessUnits MAIN was changed by Bob at 2026-03-01 12:07:00 UTC.");
    }

    [Theory, OnBothDatabases]
    public async Task Adding_what_was_added_and_changing_what_was_removed_are_conflicts(StorageProvider provider)
    {
        var store = await stores.OnAsync(provider);
        var id = await store.CreateAsync(TestModels.Airline());
        var added = await store.Writer.WriteAsync(id, Order("Add an objective"), AddObjective("NEW"), Cancel);
        (await Should.ThrowAsync<ConflictException>(() => store.Writer.WriteAsync(id, Order("Add an objective"), AddObjective("NEW"), Cancel)))
            .Conflicts.Single().Theirs.ShouldBe(added.Changes[0].After);
        await store.Writer.WriteAsync(id, Order("Undo"), _ => [added.Changes[0].Inverse], Cancel);
        var gone = await Should.ThrowAsync<ConflictException>(() =>
            store.Writer.WriteAsync(id, Order("Undo"), _ => [added.Changes[0].Inverse], Cancel));
        gone.Conflicts.Single().Theirs.ShouldBeNull();
        gone.Message.ShouldContain("strategicObjectives NEW was removed by Ann");
        (await store.Catalog.FindAsync(id, TestStore.Ann, Cancel))!.Revision.ShouldBe(3);
    }

    [Theory, OnBothDatabases]
    public async Task Every_broken_rule_is_told_and_nothing_is_stored(StorageProvider provider)
    {
        var store = await stores.OnAsync(provider);
        var id = await store.CreateAsync(TestModels.Airline());
        var refused = await Should.ThrowAsync<ModelRuleException>(() => store.Writer.WriteAsync(id, Order("Edit"), model =>
        [
            RowChange.Add(new Kpi("BAD", "", null, KpiDirection.Maximise, null, double.NaN, null)),
            RowChange.Add(new StageLink("NOWHERE", "C1.1", LinkStrength.Critical)),
            RowChange.Remove(model.BusinessUnits.Find("MAIN")!),
        ],
        Cancel));
        refused.Problems.Select(problem => problem.Field).Distinct().ShouldBe(["name", "baseline", "stage", "businessUnit"], ignoreOrder: true);
        refused.Message.ShouldContain("kpis BAD: The text is empty");
        refused.Message.ShouldContain("There is no “NOWHERE” in stages");
        refused.Message.ShouldContain("assessments C");
        (await store.Catalog.FindAsync(id, TestStore.Ann, Cancel))!.Revision.ShouldBe(1);
        (await store.AuditAsync(id)).ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task A_write_that_is_given_up_leaves_nothing(StorageProvider provider)
    {
        await using var store = await TestStore.StartAsync(provider);
        var id = await store.CreateAsync(TestModels.Airline());
        var before = await store.Catalog.SnapshotAsync(id, TestStore.Ann, Cancel);
        using var stop = new CancellationTokenSource();
        var order = Order("Rename a unit");
        await Should.ThrowAsync<OperationCanceledException>(() => store.Writer.WriteAsync(
            id,
            order,
            model =>
            {
                stop.Cancel();
                return Rename("MAIN", "Nobody")(model);
            },
            stop.Token));
        (await store.Catalog.SnapshotAsync(id, TestStore.Ann, Cancel)).ShouldBeSameAs(before);
        await store.RestartAsync();
        (await store.Catalog.SnapshotAsync(id, TestStore.Ann, Cancel)).ShouldBeSame(before);
        (await store.Writer.WriteAsync(id, order, Rename("MAIN", "Somebody"), Cancel)).IsRepeated.ShouldBeFalse();
    }

    [Theory, OnBothDatabases]
    public async Task A_use_case_that_refuses_leaves_nothing_and_lets_the_next_one_in(StorageProvider provider)
    {
        var store = await stores.OnAsync(provider);
        var id = await store.CreateAsync(TestModels.Airline());
        await Should.ThrowAsync<NotFoundException>(() => store.Writer.WriteAsync(id, Order("Edit"), _ => throw new NotFoundException("No."), Cancel));
        (await store.Writer.WriteAsync(id, Order("Rename a unit"), Rename("MAIN", "Long haul"), Cancel)).Revision.ShouldBe(2);
    }

    [Theory, OnBothDatabases]
    public async Task A_row_named_twice_in_one_write_is_a_mistake(StorageProvider provider)
    {
        var store = await stores.OnAsync(provider);
        var id = await store.CreateAsync(TestModels.Airline());
        await Should.ThrowAsync<ArgumentException>(() => store.Writer.WriteAsync(
            id, Order("Edit"), model => [.. Rename("MAIN", "A")(model), .. Rename("MAIN", "B")(model)], Cancel));
    }

    [Theory, OnBothDatabases]
    public async Task A_large_import_changes_adds_and_removes_rows_in_one_revision(StorageProvider provider)
    {
        await using var store = await TestStore.StartAsync(provider);
        var id = await store.CreateAsync(TestModels.Airline());
        await store.Writer.WriteAsync(
            id, Order("Import"), _ => [.. Enumerable.Range(0, 700).Select(i => RowChange.Add(Objective(i, "First")))], Cancel);
        var result = await store.Writer.WriteAsync(
            id,
            Order("Import"),
            model =>
            [
                .. Enumerable.Range(0, 600).Select(i => RowChange.Replace(Stored(model, i), Objective(i, "Second"))),
                .. Enumerable.Range(600, 100).Select(i => RowChange.Remove(Stored(model, i))),
                .. Enumerable.Range(700, 900).Select(i => RowChange.Add(Objective(i, "Third"))),
            ],
            Cancel);
        (result.Revision, result.Changes.Count).ShouldBe((3, 1600));
        var after = await store.Catalog.SnapshotAsync(id, TestStore.Ann, Cancel);
        after.Table<StrategicObjective>().Count(objective => objective.Code[0] == 'N').ShouldBe(1500);
        await store.RestartAsync();
        (await store.Catalog.SnapshotAsync(id, TestStore.Ann, Cancel)).ShouldBeSame(after);
        (await store.AuditAsync(id, afterRevision: 2)).Count.ShouldBe(1600);

        static StrategicObjective Objective(int i, string name) => new($"N{i}", name, null) { Position = 1000 + i };

        static StrategicObjective Stored(ModelSnapshot model, int i) => model.Table<StrategicObjective>().Find($"N{i}")!;
    }

    [Theory, OnBothDatabases]
    public async Task A_row_changed_past_the_program_is_noticed_and_read_anew(StorageProvider provider)
    {
        var store = await stores.OnAsync(provider);
        var id = await store.CreateAsync(TestModels.Airline());
        await store.Catalog.SnapshotAsync(id, TestStore.Ann, Cancel);
        await using (var db = store.Database.CreateDbContext())
        {
            await db.Database.ExecuteSqlAsync(
                $"""UPDATE "BusinessUnits" SET "Name" = 'By hand', "Version" = 77 WHERE "ModelId" = {id} AND "Code" = 'MAIN'""", Cancel);
        }

        await Should.ThrowAsync<DbUpdateConcurrencyException>(() => store.Writer.WriteAsync(id, Order("Rename a unit"), Rename("MAIN", "A"), Cancel));
        (await store.Catalog.SnapshotAsync(id, TestStore.Ann, Cancel)).BusinessUnits.Find("MAIN")!.Name.ShouldBe("By hand");
        (await store.Writer.WriteAsync(id, Order("Rename a unit"), Rename("MAIN", "A"), Cancel)).Revision.ShouldBe(2);
    }

    [Theory, OnBothDatabases]
    public async Task The_name_in_lists_of_models_follows_the_heading(StorageProvider provider)
    {
        var store = await stores.OnAsync(provider);
        var id = await store.CreateAsync(TestModels.Airline());
        await store.Writer.WriteAsync(
            id,
            Order("Edit") with
            {
                Who = TestStore.Bob,
            },
            model => [RowChange.Replace(model.Meta, model.Meta with { Code = "X1", Name = "Renamed" })],
            Cancel);
        var summary = await store.Catalog.FindAsync(id, TestStore.Ann, Cancel);
        (summary!.Code, summary.Name, summary.CreatedBy, summary.UpdatedBy).ShouldBe(("X1", "Renamed", "Ann", "Bob"));
    }

    [Theory, OnBothDatabases]
    public async Task The_heading_of_a_model_cannot_be_removed(StorageProvider provider)
    {
        var store = await stores.OnAsync(provider);
        var id = await store.CreateAsync(TestModels.Airline());
        (
            await Should.ThrowAsync<ModelRuleException>(() =>
                store.Writer.WriteAsync(id, Order("Edit"), model => [RowChange.Remove(model.Meta)], Cancel))
        ).Message.ShouldContain("exactly one heading");
    }

    private static WriteOrder Order(string what) => new(Guid.NewGuid(), TestStore.Ann, what);

    private static Func<ModelSnapshot, IReadOnlyList<RowChange>> Rename(string unit, string name) => model =>
        [RowChange.Replace(model.BusinessUnits.Find(unit)!, model.BusinessUnits.Find(unit)! with { Name = name })];

    private static Func<ModelSnapshot, IReadOnlyList<RowChange>> AddObjective(string code) => _ =>
        [RowChange.Add(new StrategicObjective(code, "Be new", null))];
}
