using System.Collections.Concurrent;
using OperatingModel.Application.Collaboration;
using OperatingModel.Application.Writing;
using OperatingModel.Domain;

namespace OperatingModel.Application.Tests.Collaboration;

public sealed class ModelChangeFeedTests(TestStores stores) : IClassFixture<TestStores>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task Everybody_is_notified_of_every_commit_in_order_before_its_author_has_the_answer(StorageProvider provider)
    {
        var store = await stores.OnAsync(provider);
        var id = await store.CreateAsync(TestModels.Airline());
        var heard = new ConcurrentQueue<ModelChanged>();
        using var failing = store.Feed.Subscribe(id, TestStore.Ann, _ => throw new InvalidOperationException("This page is broken."));
        using var subscription = store.Feed.Subscribe(id, TestStore.Ann, heard.Enqueue);
        await Task.WhenAll(Enumerable.Range(0, 20).Select(async i =>
        {
            var result = await RenameAsync(store, id, $"Name {i}");
            heard.ShouldContain(change => change.Revision == result.Revision);
        }));
        heard.Select(change => change.Revision).ShouldBe(Enumerable.Range(2, 20).Select(i => (long)i));
        heard.ShouldAllBe(change => change.Changes.Count == 1 && change.Who == TestStore.Bob && change.What == "Rename a model");
        heard.Select(change => change.Operation).Distinct().Count().ShouldBe(20);
    }

    [Theory, OnBothDatabases]
    public async Task Whoever_is_notified_finds_the_new_snapshot(StorageProvider provider)
    {
        var store = await stores.OnAsync(provider);
        var id = await store.CreateAsync(TestModels.Airline());
        var found = new List<Task<long>>();
        async Task<long> RevisionAsync() => (await store.Catalog.SnapshotAsync(id, TestStore.Ann, Cancel)).Revision;
        using var subscription = store.Feed.Subscribe(id, TestStore.Ann, _ => found.Add(Task.Run(RevisionAsync, Cancel)));
        for (var i = 0; i < 5; i++)
        {
            await RenameAsync(store, id, $"Name {i}");
        }

        (await Task.WhenAll(found)).Zip(Enumerable.Range(2, 5)).ShouldAllBe(pair => pair.First >= pair.Second);
    }

    [Theory, OnBothDatabases]
    public async Task Of_other_models_and_refused_writes_nobody_is_notified_nor_is_who_has_left(StorageProvider provider)
    {
        var store = await stores.OnAsync(provider);
        var id = await store.CreateAsync(TestModels.Airline());
        var other = await store.CreateAsync(TestModels.Airline());
        var heard = new List<string>();
        var left = store.Feed.Subscribe(id, TestStore.Ann, _ => heard.Add("left"));
        left.Dispose();
        left.Dispose();
        using var stayed = store.Feed.Subscribe(id, TestStore.Ann, change => heard.Add(change.What));
        await RenameAsync(store, other, "Elsewhere");
        await Should.ThrowAsync<ModelRuleException>(() => RenameAsync(store, id, ""));
        await RenameAsync(store, id, "Here");
        await RenameAsync(store, id, "Here");
        await store.Catalog.DeleteAsync(id, TestStore.Ann, Guid.NewGuid(), Cancel);
        heard.ShouldBe(["Rename a model", "Delete a model"]);
    }

    private static Task<WriteResult> RenameAsync(TestStore store, Guid id, string name) =>
        store.Writer.WriteAsync(
            id,
            new WriteOrder(Guid.NewGuid(), TestStore.Bob, "Rename a model"),
            model => [RowChange.Replace(model.Meta, model.Meta with { Name = name })],
            Cancel);
}
