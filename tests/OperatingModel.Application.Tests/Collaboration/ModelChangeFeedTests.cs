using System.Globalization;
using OperatingModel.Application.Collaboration;
using OperatingModel.Application.Writing;
using OperatingModel.Domain;

namespace OperatingModel.Application.Tests.Collaboration;

public sealed class ModelChangeFeedTests(TestStores stores) : IClassFixture<TestStores>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task Everybody_is_told_of_every_commit_in_order_when_the_new_snapshot_is_there(StorageProvider provider)
    {
        var store = await stores.OnAsync(provider);
        var id = await store.CreateAsync(TestModels.Airline());
        var told = new List<(ModelChanged Change, long Snapshot)>();
        var all = new TaskCompletionSource();
        using var failing = store.Feed.Subscribe(id, TestStore.Ann, _ => throw new InvalidOperationException("This page is broken."));
        using var subscription = store.Feed.Subscribe(id, TestStore.Ann, async change =>
        {
            told.Add((change, (await store.Catalog.SnapshotAsync(id, TestStore.Ann, Cancel)).Revision));
            if (told.Count == 20)
            {
                all.SetResult();
            }
        });
        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => RenameAsync(store, id, $"Name {i}")));
        await all.Task.WaitAsync(Cancel);
        told.Select(t => t.Change.Revision).ShouldBe(Enumerable.Range(2, 20).Select(i => (long)i));
        told.ShouldAllBe(t =>
            t.Snapshot >= t.Change.Revision && t.Change.Changes.Count == 1 && t.Change.Who == TestStore.Bob && t.Change.What == "Rename a model");
    }

    [Fact]
    public async Task Everybody_is_told_in_the_culture_they_subscribed_in()
    {
        var store = await stores.OnAsync(StorageProvider.Sqlite);
        var id = await store.CreateAsync(TestModels.Airline());
        var told = new TaskCompletionSource<string>();
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
        using var subscription = store.Feed.Subscribe(id, TestStore.Ann, _ =>
        {
            told.SetResult(CultureInfo.CurrentCulture.Name);
            return Task.CompletedTask;
        });
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("en-US");
        await RenameAsync(store, id, "Another name");
        (await told.Task.WaitAsync(Cancel)).ShouldBe("de-DE");
    }

    [Theory, OnBothDatabases]
    public async Task A_slow_page_holds_up_nobody_and_is_told_in_order_later(StorageProvider provider)
    {
        var store = await stores.OnAsync(provider);
        var id = await store.CreateAsync(TestModels.Airline());
        var slow = new List<string>();
        var release = new TaskCompletionSource();
        var quickDone = new TaskCompletionSource();
        var slowDone = new TaskCompletionSource();
        using var waiting = store.Feed.Subscribe(id, TestStore.Ann, async change =>
        {
            slow.Add($"begin {change.Revision}");
            await release.Task;
            slow.Add($"end {change.Revision}");
            if (change.Revision == 6)
            {
                slowDone.SetResult();
            }
        });
        using var quick = store.Feed.Subscribe(
            id, TestStore.Ann, change => change.Revision == 6 ? Task.Run(quickDone.SetResult) : Task.CompletedTask);
        for (var i = 0; i < 5; i++)
        {
            await RenameAsync(store, id, $"Name {i}");
        }

        await quickDone.Task.WaitAsync(Cancel);
        release.SetResult();
        await slowDone.Task.WaitAsync(Cancel);
        slow.ShouldBe(Enumerable.Range(2, 5).SelectMany(revision => new[] { $"begin {revision}", $"end {revision}" }));
    }

    [Theory, OnBothDatabases]
    public async Task Who_has_left_other_models_and_refused_writes_are_not_told(StorageProvider provider)
    {
        var store = await stores.OnAsync(provider);
        var id = await store.CreateAsync(TestModels.Airline());
        var other = await store.CreateAsync(TestModels.Airline());
        var told = new List<string>();
        var last = new TaskCompletionSource();
        var left = store.Feed.Subscribe(id, TestStore.Ann, _ => Task.Run(() => told.Add("left")));
        left.Dispose();
        left.Dispose();
        using var stayed = store.Feed.Subscribe(id, TestStore.Ann, change =>
        {
            told.Add(change.What);
            if (change.What == "Delete a model")
            {
                last.SetResult();
            }

            return Task.CompletedTask;
        });
        await RenameAsync(store, other, "Elsewhere");
        await Should.ThrowAsync<ModelRuleException>(() => RenameAsync(store, id, ""));
        await RenameAsync(store, id, "Here");
        await RenameAsync(store, id, "Here");
        await store.Catalog.DeleteAsync(id, TestStore.Ann, Guid.NewGuid(), Cancel);
        await last.Task.WaitAsync(Cancel);
        told.ShouldBe(["Rename a model", "Delete a model"]);
    }

    [Theory, OnBothDatabases]
    public async Task A_subscriber_may_write(StorageProvider provider)
    {
        var store = await stores.OnAsync(provider);
        var id = await store.CreateAsync(TestModels.Airline());
        var answered = new TaskCompletionSource();
        using var subscription = store.Feed.Subscribe(id, TestStore.Ann, async change =>
        {
            if (change.Revision == 2)
            {
                await RenameAsync(store, id, "Answer");
                answered.SetResult();
            }
        });
        await RenameAsync(store, id, "Question");
        await answered.Task.WaitAsync(Cancel);
        (await store.Catalog.SnapshotAsync(id, TestStore.Ann, Cancel)).Meta.Name.ShouldBe("Answer");
    }

    private static Task<WriteResult> RenameAsync(TestStore store, Guid id, string name) =>
        store.Writer.WriteAsync(
            id,
            new WriteOrder(Guid.NewGuid(), TestStore.Bob, "Rename a model"),
            model => [RowChange.Replace(model.Meta, model.Meta with { Name = name })],
            Cancel);
}
