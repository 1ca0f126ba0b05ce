using OperatingModel.Application.Workspaces;
using OperatingModel.Application.Writing;
using OperatingModel.Domain;
using OperatingModel.Domain.BusinessUnits;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Application.Tests.Workspaces;

public sealed class ModelCatalogTests(TestStores stores) : IClassFixture<TestStores>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task A_created_model_comes_back_from_the_database_as_it_was(StorageProvider provider)
    {
        await using var store = await TestStore.StartAsync(provider);
        var airline = TestModels.Airline();
        var id = await store.CreateAsync(airline);
        var first = await store.Catalog.SnapshotAsync(id, TestStore.Ann, Cancel);
        first.ShouldHaveRowsOf(airline);
        first.Revision.ShouldBe(1);
        await store.RestartAsync();
        (await store.Catalog.SnapshotAsync(id, TestStore.Ann, Cancel)).ShouldBeSame(first);
    }

    [Theory, OnBothDatabases]
    public Task The_travel_model_comes_back_as_it_was(StorageProvider provider) => ComesBackAsync(provider, "travel-model.json");

    [Theory, OnBothDatabases]
    public Task The_catalogue_model_comes_back_as_it_was(StorageProvider provider) => ComesBackAsync(provider, "catalogue-model.json");

    [Theory, OnBothDatabases]
    public async Task A_repeated_creation_gives_the_model_that_the_first_one_made(StorageProvider provider)
    {
        var store = await stores.OnAsync(provider);
        var operation = Guid.NewGuid();
        var made = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(_ => store.Catalog.CreateAsync(TestModels.Airline(), TestStore.Ann, operation, Cancel)));
        made.Distinct().Count().ShouldBe(1);
        (await store.Catalog.ListAsync(TestStore.Ann, Cancel)).Count(model => model.Id == made[0].Id).ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task A_model_with_a_broken_row_is_not_created(StorageProvider provider)
    {
        await using var store = await TestStore.StartAsync(provider);
        var airline = TestModels.Airline();
        var unit = airline.BusinessUnits[0];
        var broken = airline.With(
            [new RowChange(ModelTables.Of<BusinessUnit>(), unit, unit with { Name = "", Revenue = double.PositiveInfinity })],
            0);
        var refused = await Should.ThrowAsync<ModelRuleException>(() => store.Catalog.CreateAsync(broken, TestStore.Ann, Guid.NewGuid(), Cancel));
        refused.Problems.Select(problem => problem.Field).ShouldBe(["name", "revenue"]);
        (await store.Catalog.ListAsync(TestStore.Ann, Cancel)).ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task Models_are_listed_with_the_last_changed_first(StorageProvider provider)
    {
        await using var store = await TestStore.StartAsync(provider);
        var older = await store.CreateAsync(TestModels.Airline());
        store.Clock.Advance(TimeSpan.FromMinutes(1));
        var newer = await store.CreateAsync(TestModels.Airline());
        (await store.Catalog.ListAsync(TestStore.Ann, Cancel)).Select(model => model.Id).ShouldBe([newer, older]);
        store.Clock.Advance(TimeSpan.FromMinutes(1));
        var meta = (await store.Catalog.SnapshotAsync(older, TestStore.Ann, Cancel)).Meta;
        await store.RenameAsync(older, meta, "Renamed", TestStore.Bob);
        var list = await store.Catalog.ListAsync(TestStore.Ann, Cancel);
        list.Select(model => (model.Id, model.Name)).ShouldBe([(older, "Renamed"), (newer, meta.Name)]);
        list[0].ShouldBe(new ModelSummary(
            older, meta.Code, "Renamed", 2, store.Clock.GetUtcNow().AddMinutes(-2), "Ann", store.Clock.GetUtcNow(), "Bob", null));
    }

    [Theory, OnBothDatabases]
    public async Task A_name_must_say_something(StorageProvider provider)
    {
        var store = await stores.OnAsync(provider);
        var id = await store.CreateAsync(TestModels.Airline());
        var seen = (await store.Catalog.SnapshotAsync(id, TestStore.Ann, Cancel)).Meta;
        var refused = await Should.ThrowAsync<ModelRuleException>(() => store.RenameAsync(id, seen, " ", TestStore.Ann));
        refused.Problems.ShouldBe([new FieldProblem(nameof(ModelMeta.Name), "The text is empty; say what it is.")]);
    }

    [Theory, OnBothDatabases]
    public async Task A_deleted_model_is_gone_until_it_is_taken_back_as_it_was(StorageProvider provider)
    {
        await using var store = await TestStore.StartAsync(provider);
        var id = await store.CreateAsync(TestModels.Airline());
        var before = await store.Catalog.SnapshotAsync(id, TestStore.Ann, Cancel);
        var delete = Guid.NewGuid();
        await store.Catalog.DeleteAsync(id, TestStore.Bob, delete, Cancel);
        (await store.Catalog.DeleteAsync(id, TestStore.Bob, delete, Cancel)).DeletedAt.ShouldBe(store.Clock.GetUtcNow());
        (await store.Catalog.ListAsync(TestStore.Ann, Cancel)).ShouldBeEmpty();
        (await store.Catalog.FindAsync(id, TestStore.Ann, Cancel)).ShouldBeNull();
        (await store.Catalog.ListDeletedAsync(TestStore.Ann, Cancel)).Single().Id.ShouldBe(id);
        await Should.ThrowAsync<NotFoundException>(async () => await store.Catalog.SnapshotAsync(id, TestStore.Ann, Cancel));
        await Should.ThrowAsync<NotFoundException>(() => store.RenameAsync(id, before.Meta, "X", TestStore.Ann));
        await Should.ThrowAsync<NotFoundException>(() => store.Catalog.DeleteAsync(id, TestStore.Ann, Guid.NewGuid(), Cancel));

        await store.Catalog.RestoreAsync(id, TestStore.Ann, Guid.NewGuid(), Cancel);
        var after = await store.Catalog.SnapshotAsync(id, TestStore.Ann, Cancel);
        after.ShouldHaveRowsOf(before);
        after.Revision.ShouldBe(3);
        (await store.AuditAsync(id)).Select(entry => (entry.What, entry.UserName))
            .ShouldBe([("Delete a model", "Bob"), ("Take a model back", "Ann")]);
        await Should.ThrowAsync<NotFoundException>(() => store.Catalog.RestoreAsync(id, TestStore.Ann, Guid.NewGuid(), Cancel));
    }

    [Theory, OnBothDatabases]
    public async Task Only_models_deleted_long_ago_are_purged(StorageProvider provider)
    {
        await using var store = await TestStore.StartAsync(provider);
        var kept = await store.CreateAsync(TestModels.Airline());
        var old = await store.CreateAsync(TestModels.Airline());
        var recent = await store.CreateAsync(TestModels.Airline());
        await store.Catalog.DeleteAsync(old, TestStore.Ann, Guid.NewGuid(), Cancel);
        store.Clock.Advance(TimeSpan.FromDays(10));
        await store.Catalog.DeleteAsync(recent, TestStore.Ann, Guid.NewGuid(), Cancel);
        (await store.Catalog.PurgeAsync(store.Clock.GetUtcNow().AddDays(-9), Cancel)).ShouldBe(1);
        (await store.Catalog.ListDeletedAsync(TestStore.Ann, Cancel)).Single().Id.ShouldBe(recent);
        await Should.ThrowAsync<NotFoundException>(() => store.Catalog.RestoreAsync(old, TestStore.Ann, Guid.NewGuid(), Cancel));
        (await store.Catalog.SnapshotAsync(kept, TestStore.Ann, Cancel)).Capabilities.Count.ShouldBeGreaterThan(0);
    }

    [Theory, OnBothDatabases]
    public async Task All_who_ask_share_one_snapshot_that_follows_the_calendar(StorageProvider provider)
    {
        await using var store = await TestStore.StartAsync(provider);
        var airline = TestModels.Airline();
        var id = await store.CreateAsync(airline.With([RowChange.Replace(airline.Meta, airline.Meta with { AsOf = null })], 0));
        var asked = await Task.WhenAll(Enumerable.Range(0, 8)
            .Select(_ => Task.Run(async () => await store.Catalog.SnapshotAsync(id, TestStore.Ann, Cancel))));
        asked.ShouldAllBe(snapshot => ReferenceEquals(snapshot, asked[0]));
        asked[0].AsOf.ShouldBe(store.Today);
        store.Clock.Advance(TimeSpan.FromDays(1));
        var tomorrow = await store.Catalog.SnapshotAsync(id, TestStore.Ann, Cancel);
        tomorrow.AsOf.ShouldBe(asked[0].AsOf.AddDays(1));
        tomorrow.ShouldBeSame(asked[0]);
        (await store.Catalog.SnapshotAsync(id, TestStore.Ann, Cancel)).ShouldBeSameAs(tomorrow);
    }

    [Theory, OnBothDatabases]
    public async Task A_model_nobody_knows_is_not_found_however_often_one_asks(StorageProvider provider)
    {
        var store = await stores.OnAsync(provider);
        var id = Guid.NewGuid();
        await Should.ThrowAsync<NotFoundException>(async () => await store.Catalog.SnapshotAsync(id, TestStore.Ann, Cancel));
        (await Should.ThrowAsync<NotFoundException>(async () => await store.Catalog.SnapshotAsync(id, TestStore.Ann, Cancel)))
            .Message.ShouldContain(id.ToString());
    }

    [Fact]
    public async Task Another_server_takes_in_changes_deletions_and_restorations_in_order()
    {
        Assert.SkipWhen(PostgresServer.WhyNone is not null, PostgresServer.WhyNone ?? "");
        await using var store = await TestStore.StartAsync(StorageProvider.Postgres);
        await using var second = await store.SecondServerAsync();
        var id = await store.CreateAsync(TestModels.Airline());
        var told = new List<long>();
        await second.Catalog.SnapshotAsync(id, TestStore.Ann, Cancel);
        using var subscription = second.Feed.Subscribe(id, TestStore.Ann, change => told.Add(change.Revision));
        await store.Writer.WriteAsync(
            id,
            new WriteOrder(Guid.NewGuid(), TestStore.Ann, "A"),
            m => [RowChange.Replace(m.Meta, m.Meta with { Name = "A" })],
            Cancel);
        await store.Writer.WriteAsync(
            id,
            new WriteOrder(Guid.NewGuid(), TestStore.Ann, "B"),
            m => [RowChange.Replace(m.Meta, m.Meta with { Name = "B" })],
            Cancel);
        await second.Catalog.CatchUpAsync(Cancel);
        told.ShouldBe([2, 3]);
        (await second.Catalog.SnapshotAsync(id, TestStore.Ann, Cancel)).ShouldBeSame(await store.Catalog.SnapshotAsync(id, TestStore.Ann, Cancel));
        await store.Catalog.DeleteAsync(id, TestStore.Ann, Guid.NewGuid(), Cancel);
        await second.Catalog.CatchUpAsync(Cancel);
        await Should.ThrowAsync<NotFoundException>(async () => await second.Catalog.SnapshotAsync(id, TestStore.Ann, Cancel));
        await store.Catalog.RestoreAsync(id, TestStore.Ann, Guid.NewGuid(), Cancel);
        (await second.Catalog.SnapshotAsync(id, TestStore.Ann, Cancel)).Meta.Name.ShouldBe("B");
    }

    private async Task ComesBackAsync(StorageProvider provider, string file)
    {
        var model = TestModels.Shared(file);
        var store = await stores.OnAsync(provider);
        var id = await store.CreateAsync(model);
        (await store.Catalog.SnapshotAsync(id, TestStore.Ann, Cancel)).ShouldHaveRowsOf(model);
    }
}
