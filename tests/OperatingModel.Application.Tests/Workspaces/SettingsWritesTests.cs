using OperatingModel.Application.Writing;
using OperatingModel.Domain.BusinessUnits;
using OperatingModel.Domain.ValueChains;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Application.Tests.Workspaces;

public sealed class SettingsWritesTests(TestStores stores) : IClassFixture<TestStores>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task Settings_and_points_are_saved_in_one_revision(StorageProvider provider)
    {
        var (store, id, model) = await AirlineAsync(provider);
        var (stage, wanted) = (model.Stages[0], model.Settings with { Alpha = 2, BusinessUnitWeightBasis = WeightBasis.Manual });
        var result = await WeighAsync(store, id, model.Settings, wanted, (stage, 77));
        (result.Revision, result.Changes.Count).ShouldBe((2, 2));
        var after = await store.Catalog.SnapshotAsync(id, TestStore.Ann, Cancel);
        (after.Settings, after.Stages[0]).ShouldBe((wanted, stage with { ValueWeight = 77 }));
    }

    [Theory, OnBothDatabases]
    public async Task One_stale_weight_keeps_all_from_being_saved(StorageProvider provider)
    {
        var (store, id, model) = await AirlineAsync(provider);
        var stage = model.Stages[0];
        await WeighAsync(store, id, model.Settings, model.Settings, (stage, 77));
        (await Should.ThrowAsync<ConflictException>(() => WeighAsync(store, id, model.Settings, model.Settings with { Alpha = 3 }, (stage, 78))))
            .Conflicts.ShouldHaveSingleItem().Key.Text.ShouldBe(stage.Code);
        (await store.Catalog.SnapshotAsync(id, TestStore.Ann, Cancel)).Settings.ShouldBe(model.Settings);
    }

    private static Task<WriteResult> WeighAsync(
        TestStore store, Guid id, ModelSettings seen, ModelSettings wanted, params (Stage Seen, double Points)[] stages) =>
        store.Writer.WriteAsync(
            id, new WriteOrder(Guid.NewGuid(), TestStore.Ann, "Weigh"), model => SettingsEdits.Weigh(model, seen, wanted, stages), Cancel);

    private async Task<(TestStore Store, Guid Id, ModelSnapshot Model)> AirlineAsync(StorageProvider provider)
    {
        var store = await stores.OnAsync(provider);
        var id = await store.CreateAsync(TestModels.Airline());
        return (store, id, await store.Catalog.SnapshotAsync(id, TestStore.Ann, Cancel));
    }
}
