using OperatingModel.Application.Access;
using OperatingModel.Application.Undo;
using OperatingModel.Application.Writing;
using OperatingModel.Domain;
using OperatingModel.Domain.Access;
using OperatingModel.Domain.BusinessUnits;
using OperatingModel.Domain.Capabilities;
using OperatingModel.Domain.Editing;
using OperatingModel.Domain.Organisation;
using OperatingModel.Domain.Scenarios;
using OperatingModel.Domain.Workspaces;
using static OperatingModel.Application.Tests.TestStore;

namespace OperatingModel.Application.Tests.Writing;

public sealed class ScenarioWritesTests(TestStores stores) : IClassFixture<TestStores>
{
    private const long Canary = 987_654_321;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task What_is_changed_in_a_scenario_is_changed_there_alone_also_after_a_restart(StorageProvider provider)
    {
        await using var store = await StartAsync(provider);
        var (id, plan) = await NewAsync(store);
        var before = await store.Catalog.SnapshotAsync(id, Ann, Cancel);
        var result = await WriteAsync(store, id, plan, now => Named(now, "MAIN", "Long haul"));
        result.Changes.ShouldHaveSingleItem().Table.RowType.ShouldBe(typeof(BusinessUnit));
        var after = await store.Catalog.SnapshotAsync(id, Ann, Cancel);
        after.BusinessUnits.ShouldBeSameAs(before.BusinessUnits);
        (Unit(In(after, plan)).Name, Unit(In(after, plan)).Version).ShouldBe(("Long haul", after.Revision));
        result.Model.ShouldBeSameAs(after);

        await store.RestartAsync();
        var again = await store.Catalog.SnapshotAsync(id, Ann, Cancel);
        again.ShouldBeSame(after);
        In(again, plan).ShouldBeSame(In(after, plan));
        again.Table<ScenarioChange>().ShouldHaveSingleItem().ToString().ShouldNotBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task A_row_that_somebody_changed_in_the_scenario_meanwhile_is_a_conflict_with_both_values(StorageProvider provider)
    {
        var store = await stores.OnAsync(provider);
        var (id, plan) = await NewAsync(store);
        var seen = Unit(In(await store.Catalog.SnapshotAsync(id, Ann, Cancel), plan));
        await WriteAsync(store, id, plan, now => Named(now, "MAIN", "Theirs"), Bob);
        var conflict = (await Should.ThrowAsync<ConflictException>(() => WriteAsync(
            store, id, plan, now => RowEdits.Change(now, seen, seen with { Name = "Mine" })))).Conflicts.ShouldHaveSingleItem();
        (conflict.ChangedBy, ((BusinessUnit)conflict.Yours!).Name, ((BusinessUnit)conflict.Theirs!).Name).ShouldBe(("Bob", "Mine", "Theirs"));

        // The base is not concerned.
        await WriteAsync(store, id, null, now => RowEdits.Change(now, seen, seen with { Name = "Mine" }));
    }

    [Theory, OnBothDatabases]
    public async Task A_choice_that_was_taken_back_meanwhile_is_a_conflict_also_under_the_version_that_its_user_saw(StorageProvider provider)
    {
        var store = await stores.OnAsync(provider);
        var (id, plan) = await NewAsync(store);
        await WriteAsync(store, id, plan, now => Named(now, "MAIN", "Choice"));
        await WriteAsync(store, id, null, now => Named(now, "MAIN", "Base"));
        var seen = Unit(In(await store.Catalog.SnapshotAsync(id, Ann, Cancel), plan));
        seen.Name.ShouldBe("Choice");
        await WriteAsync(store, id, null, now => [RowChange.Remove(now.Table<ScenarioChange>().Single())], Bob);
        var now = Unit(In(await store.Catalog.SnapshotAsync(id, Ann, Cancel), plan));
        (now.Name, now.Version).ShouldBe(("Base", seen.Version));
        var conflict = (await Should.ThrowAsync<ConflictException>(() => WriteAsync(
            store, id, plan, now => RowEdits.Change(now, seen, seen with { Name = "Mine" })))).Conflicts.ShouldHaveSingleItem();
        ((BusinessUnit)conflict.Theirs!).Name.ShouldBe("Base");
    }

    [Theory, OnBothDatabases]
    public async Task A_step_in_a_scenario_is_undone_and_what_others_did_to_other_fields_stays(StorageProvider provider)
    {
        var store = await stores.OnAsync(provider);
        var (id, plan) = await NewAsync(store);
        await WriteAsync(store, id, plan, now => Named(now, "MAIN", "First"));
        await WriteAsync(store, id, plan, now => Named(now, "MAIN", "Second"));
        await WriteAsync(store, id, plan, now => RowEdits.Change(now, Unit(now), Unit(now) with { Revenue = 77 }), Bob);
        var undone = (await store.Get<UndoHistory>().UndoAsync(id, Ann, Guid.NewGuid(), cancellationToken: Cancel)).Result.Model;
        (Unit(In(undone, plan)).Name, Unit(In(undone, plan)).Revenue).ShouldBe(("First", 77));
        undone = (await store.Get<UndoHistory>().UndoAsync(id, Ann, Guid.NewGuid(), cancellationToken: Cancel)).Result.Model;
        (Unit(In(undone, plan)).Name, Unit(In(undone, plan)).Revenue).ShouldBe((Unit(undone).Name, 77));
    }

    [Theory, OnBothDatabases]
    public async Task A_merge_is_one_write_and_one_step_to_undo(StorageProvider provider)
    {
        var store = await stores.OnAsync(provider);
        var (id, plan) = await NewAsync(store);
        await WriteAsync(store, id, plan, now => Named(now, "MAIN", "Long haul"));
        await WriteAsync(store, id, plan, now => CapabilityEdits.Add(now, Place.LastIn(null), "New"));
        var scenario = In(await store.Catalog.SnapshotAsync(id, Ann, Cancel), plan);
        var merged = (await WriteAsync(store, id, null, now =>
            ScenarioEdits.Merge(now, plan, [.. now.Branch(plan)!.Own.Select(change => change.Key)]).Changes)).Model;
        (Unit(merged).Name, merged.Capabilities.Count(one => one.Name == "New"), merged.Table<ScenarioChange>().Count).ShouldBe(("Long haul", 1, 0));

        var undone = (await store.Get<UndoHistory>().UndoAsync(id, Ann, Guid.NewGuid(), cancellationToken: Cancel)).Result.Model;
        (Unit(undone).Name == "Long haul", undone.Table<ScenarioChange>().Count).ShouldBe((false, 2));
        ModelDiff.Between(In(undone, plan), scenario).ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task In_a_scenario_everybody_may_do_what_the_roles_allow_in_the_model(StorageProvider provider)
    {
        var store = await stores.OnAsync(provider);
        var (id, plan) = await NewAsync(store);
        var (architect, manager, viewer) = (In(ModelRoles.Architect), In(ModelRoles.PortfolioManager), In(ModelRoles.Viewer));
        (await Should.ThrowAsync<AccessDeniedException>(() => WriteAsync(store, id, plan, now => Named(now, "MAIN", "Mine"), manager)))
            .Message.ShouldContain("business unit MAIN");
        await Should.ThrowAsync<AccessDeniedException>(() => WriteAsync(store, id, plan, now => Named(now, "MAIN", "Mine"), viewer));
        await WriteAsync(store, id, plan, now => Named(now, "MAIN", "Mine"), architect);

        // Nor by writing the scenario's choices themselves, or taking them back.
        var choice = (await store.Catalog.SnapshotAsync(id, Ann, Cancel)).Table<ScenarioChange>()[0];
        await Should.ThrowAsync<AccessDeniedException>(() => WriteAsync(store, id, null, _ => [RowChange.Remove(choice)], manager));
        await Should.ThrowAsync<AccessDeniedException>(() => WriteAsync(
            store, id, null, _ => [RowChange.Replace(choice, choice with { After = null })], manager));
    }

    [Theory, OnBothDatabases]
    public async Task Who_may_not_add_a_row_does_not_bring_it_back_by_settling_a_conflict(StorageProvider provider)
    {
        var store = await stores.OnAsync(provider);
        var (id, plan) = await NewAsync(store);
        var unit = new BusinessUnit("NEW", "New", 5, null);
        await WriteAsync(store, id, null, now => RowEdits.Add(now, unit));
        await WriteAsync(store, id, plan, now => Named(now, "NEW", "Mine"));
        await WriteAsync(store, id, null, now => RowEdits.Remove(now, now.BusinessUnits.Find("NEW")!));
        IReadOnlyList<RowChange> Settled(ModelSnapshot now) =>
            ScenarioEdits.Settle(now, plan, now.Branch(plan)!.Conflicts.ShouldHaveSingleItem(), MergeSide.Mine);
        await Should.ThrowAsync<AccessDeniedException>(() => WriteAsync(store, id, null, Settled, In(ModelRoles.Assessor)));
        In((await WriteAsync(store, id, null, Settled, In(ModelRoles.Architect))).Model, plan).BusinessUnits.Find("NEW")!.Name.ShouldBe("Mine");
    }

    [Theory, OnBothDatabases]
    public async Task Money_in_a_scenario_is_hidden_from_those_who_may_not_read_it(StorageProvider provider)
    {
        var store = await stores.OnAsync(provider);
        var (id, plan) = await NewAsync(store);
        var unit = new OrganisationUnit("NEW", "New", default, null, 5, 100, null, null, null);
        await WriteAsync(store, id, null, now => RowEdits.Add(now, unit));
        await WriteAsync(store, id, plan, now => RowEdits.Change(now, Box(now), Box(now) with { AnnualBudget = Canary, Name = "Tech" }));
        Box(In(await store.Catalog.SnapshotAsync(id, Ann, Cancel), plan)).AnnualBudget.ShouldBe(Canary);

        var seen = await store.Catalog.SnapshotAsync(id, In(ModelRoles.Viewer), Cancel);
        (Box(In(seen, plan)).Name, Box(In(seen, plan)).AnnualBudget).ShouldBe(("Tech", null));
        seen.Table<ScenarioChange>().ShouldHaveSingleItem().ToString().ShouldNotContain($"{Canary}");
        Box(In(seen, plan)).Version.ShouldBe(seen.Revision);

        static OrganisationUnit Box(ModelSnapshot model) => model.Table<OrganisationUnit>().Find("NEW")!;
    }

    [Theory, OnBothDatabases]
    public async Task Of_a_scenario_that_is_gone_nothing_is_written_and_what_breaks_a_rule_there_is_refused(StorageProvider provider)
    {
        var store = await stores.OnAsync(provider);
        var (id, plan) = await NewAsync(store);
        (await Should.ThrowAsync<ModelRuleException>(() => WriteAsync(store, id, plan, now => Named(now, "MAIN", ""))))
            .Problems.ShouldHaveSingleItem().Field.ShouldBe("name");
        await WriteAsync(store, id, null, now => RowEdits.Remove(now, now.Table<Scenario>().Find(plan)!));
        (await Should.ThrowAsync<NotFoundException>(() => WriteAsync(store, id, plan, now => Named(now, "MAIN", "Mine"))))
            .Message.ShouldContain(plan);
    }

    [Theory, OnBothDatabases]
    public async Task A_write_in_a_scenario_that_is_repeated_is_answered_as_the_first_time(StorageProvider provider)
    {
        var store = await stores.OnAsync(provider);
        var (id, plan) = await NewAsync(store);
        var order = new WriteOrder(Guid.NewGuid(), Ann, "Edit") { Scenario = plan };
        var first = await store.Writer.WriteAsync(id, order, now => Named(now, "MAIN", "Mine"), Cancel);
        var again = await store.Writer.WriteAsync(id, order, _ => throw new InvalidOperationException("Decided twice."), Cancel);
        (again.IsRepeated, again.Revision).ShouldBe((true, first.Revision));
        again.Changes.ShouldBe(first.Changes);
    }

    private static async Task<(Guid Id, string Plan)> NewAsync(TestStore store)
    {
        var id = await store.CreateAsync(TestModels.Airline());
        var made = await WriteAsync(store, id, null, now => ScenarioEdits.Add(now, "Plan"));
        return (id, made.Model.Table<Scenario>()[^1].Code);
    }

    private static Task<WriteResult> WriteAsync(
        TestStore store, Guid id, string? scenario, Func<ModelSnapshot, IReadOnlyList<RowChange>> decide, CurrentUser? who = null) =>
        store.Writer.WriteAsync(id, new WriteOrder(Guid.NewGuid(), who ?? Ann, "Edit") { Scenario = scenario }, decide, Cancel);

    private static CurrentUser In(ModelRoles role) => new(role.ToString(), role.ToString(), role);

    private static ModelSnapshot In(ModelSnapshot model, string scenario) => model.Branch(scenario)!.Model;

    private static BusinessUnit Unit(ModelSnapshot model) => model.BusinessUnits.Find("MAIN")!;

    private static IReadOnlyList<RowChange> Named(ModelSnapshot model, string unit, string name) =>
        RowEdits.Change(model, model.BusinessUnits.Find(unit)!, model.BusinessUnits.Find(unit)! with { Name = name });
}
