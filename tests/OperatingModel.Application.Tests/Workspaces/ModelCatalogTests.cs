
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
        var first = await store.Catalog.SnapshotAsync(id, Cancel);
        first.ShouldHaveRowsOf(airline);
        first.Revision.ShouldBe(1);
        await store.RestartAsync();
        (await store.Catalog.SnapshotAsync(id, Cancel)).ShouldBeSame(first);
    }

    [Theory, OnBothDatabases]
    public Task The_travel_model_comes_back_as_it_was(StorageProvider provider) => ComesBackAsync(provider, "travel-model.json");

    [Theory, OnBothDatabases]
    public Task The_catalogue_model_comes_back_as_it_was(StorageProvider provider) => ComesBackAsync(provider, "catalogue-model.json");

    private async Task ComesBackAsync(StorageProvider provider, string file)
    {
        var model = TestModels.Shared(file);
        var store = await stores.OnAsync(provider);
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var id = await store.CreateAsync(model);
        TestContext.Current.SendDiagnosticMessage($"{file} {provider} create {watch.Elapsed}");
        watch.Restart();
        var s = (await store.Catalog.SnapshotAsync(id, Cancel));
        TestContext.Current.SendDiagnosticMessage($"{file} {provider} load {watch.Elapsed}");
        s.ShouldHaveRowsOf(model);
    }
}
