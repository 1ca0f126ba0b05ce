using OperatingModel.Application.Workspaces;
using OperatingModel.Application.Writing;
using OperatingModel.Domain;
using OperatingModel.Domain.BusinessUnits;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Application.Tests.Workspaces;

public sealed class SettingsServiceTests(TestStores stores) : IClassFixture<TestStores>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task Settings_points_and_weights_are_saved_in_one_revision(StorageProvider provider)
    {
        var (store, model, order) = await AirlineAsync(provider);
        var stage = model.Stages[0];
        var unit = model.BusinessUnits[0];
        var result = await store.ModelSettings.SaveAsync(
            order with
            {
                Settings = model.Settings with { Alpha = 2, BusinessUnitWeightBasis = WeightBasis.Manual },
                Stages = [new(stage.Code, 77, stage.Version)],
                Units = [new(unit.Code, 0.25, unit.Version)],
            },
            TestStore.Bob,
            Cancel);
        result.Revision.ShouldBe(2);
        result.Changes.Count.ShouldBe(3);
        var after = await store.Catalog.SnapshotAsync(order.ModelId, TestStore.Ann, Cancel);
        after.Settings.ShouldBe(model.Settings with { Alpha = 2, BusinessUnitWeightBasis = WeightBasis.Manual });
        after.Stages[0].ShouldBe(stage with { ValueWeight = 77 });
        after.BusinessUnits[0].ShouldBe(unit with { Weight = 0.25 });
    }

    [Theory, OnBothDatabases]
    public async Task One_stale_weight_keeps_all_from_being_saved(StorageProvider provider)
    {
        var (store, model, order) = await AirlineAsync(provider);
        var stage = model.Stages[0];
        await store.ModelSettings.SaveAsync(order with { Stages = [new(stage.Code, 77, 1)] }, TestStore.Bob, Cancel);
        var both = order with { OperationId = Guid.NewGuid(), Settings = model.Settings with { Alpha = 3 }, Stages = [new(stage.Code, 78, 1)] };
        (await Should.ThrowAsync<ConflictException>(() => store.ModelSettings.SaveAsync(both, TestStore.Ann, Cancel)))
            .Conflicts.Single()
            .Key.Text.ShouldBe(stage.Code);
        (await store.Catalog.SnapshotAsync(order.ModelId, TestStore.Ann, Cancel)).Settings.ShouldBe(model.Settings);
    }

    [Theory, OnBothDatabases]
    public async Task Everything_wrong_is_told_at_its_field(StorageProvider provider)
    {
        var (store, model, order) = await AirlineAsync(provider);
        var bad = order with
        {
            Settings = model.Settings with { Gamma = 9, CoolFrom = 50, TopK = 0 },
            Stages = [new(model.Stages[0].Code, 101, 1), new(model.Stages[0].Code, 1, 1)],
            Units = [new(model.BusinessUnits[0].Code, -1, 1)],
        };
        (await Should.ThrowAsync<ModelRuleException>(() => store.ModelSettings.SaveAsync(bad, TestStore.Ann, Cancel)))
            .Problems.Select(problem => problem.Field)
            .ShouldBe(["stages[0].points", "units[0].weight", "stages", "gamma", "topK", "warmFrom"], ignoreOrder: true);
    }

    [Theory, OnBothDatabases]
    public async Task Unknown_stages_and_units_and_a_chain_without_points_are_refused(StorageProvider provider)
    {
        var (store, model, order) = await AirlineAsync(provider);
        (await RefusedAsync(store, order with { Stages = [new("S?", 1, 1)], Units = [new("B?", 1, 1)] }))
            .Select(problem => problem.Message)
            .ShouldBe(["There is no S? in stages; it may have been removed.", "There is no B? in businessUnits; it may have been removed."]);
        (
            await RefusedAsync(store, order with { Stages = [.. model.Stages.Select(stage => new StagePoints(stage.Code, 0, stage.Version))] })
        ).ShouldBe([new FieldProblem("Stages", "No stage would have any points; give at least one a number above 0.")]);
    }

    private static async Task<IReadOnlyList<FieldProblem>> RefusedAsync(TestStore store, SettingsOrder order) =>
        (await Should.ThrowAsync<ModelRuleException>(() => store.ModelSettings.SaveAsync(order, TestStore.Ann, Cancel))).Problems;

    private async Task<(TestStore Store, ModelSnapshot Model, SettingsOrder Order)> AirlineAsync(StorageProvider provider)
    {
        var store = await stores.OnAsync(provider);
        var id = await store.CreateAsync(TestModels.Airline());
        return (store, await store.Catalog.SnapshotAsync(id, TestStore.Ann, Cancel), new SettingsOrder(id, null, [], [], Guid.NewGuid()));
    }
}
