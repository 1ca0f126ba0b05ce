using OperatingModel.Application.Drafts;
using OperatingModel.Domain;
using static OperatingModel.Application.Tests.TestStore;

namespace OperatingModel.Application.Tests.Drafts;

public sealed class DraftStoreTests(TestStores stores) : IClassFixture<TestStores>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task A_draft_comes_back_after_a_restart_as_it_was_typed_last(StorageProvider provider)
    {
        await using var store = await StartAsync(provider);
        var id = await store.CreateAsync(TestModels.Airline());
        await SaveAsync(store, id, "capability:C1.2:name", "tab", "Che", 1);
        store.Clock.Advance(TimeSpan.FromSeconds(2));
        await SaveAsync(store, id, "capability:C1.2:name", "tab", "Check-in\n\t\"ä🛫\" ", 2);

        await store.RestartAsync();

        (await LoadAsync(store, id, "capability:C1.2:")).ShouldBe([
            new Draft("capability:C1.2:name", "tab", "Check-in\n\t\"ä🛫\" ", 2, store.Clock.GetUtcNow()),
        ]);
    }

    [Theory, OnBothDatabases]
    public async Task Two_tabs_of_one_user_keep_both_drafts_and_letting_go_of_one_leaves_the_other(StorageProvider provider)
    {
        var (store, id) = await NewAsync(provider);
        await SaveAsync(store, id, "x", "one", "first", 1);
        store.Clock.Advance(TimeSpan.FromSeconds(1));
        await SaveAsync(store, id, "x", "two", "second", 1);

        (await LoadAsync(store, id, "x")).Select(draft => draft.Text).ShouldBe(["second", "first"]);

        await store.Get<DraftStore>().DeleteAsync(id, Ann, "x", "two", Cancel);
        (await LoadAsync(store, id, "x")).Select(draft => draft.Text).ShouldBe(["first"]);
    }

    [Theory, OnBothDatabases]
    public async Task Only_places_that_begin_exactly_so_are_loaded(StorageProvider provider)
    {
        var (store, id) = await NewAsync(provider);
        foreach (var place in new[] { "capability:C1_2:name", "capability:C1x2:name", "capability:c1_2:name", "capability:C1%:name", "stage:S:name" })
        {
            await SaveAsync(store, id, place, "tab", place, 0);
        }

        (await LoadAsync(store, id, "capability:C1_")).Select(draft => draft.Place).ShouldBe(["capability:C1_2:name"]);
        (await LoadAsync(store, id, "capability:C1%")).Select(draft => draft.Place).ShouldBe(["capability:C1%:name"]);
        (await LoadAsync(store, id, "")).Count.ShouldBe(5);
    }

    [Theory, OnBothDatabases]
    public async Task Drafts_belong_to_one_user_and_one_model_and_leave_no_trace_in_it(StorageProvider provider)
    {
        var (store, id) = await NewAsync(provider);
        var other = await store.CreateAsync(TestModels.Airline());
        await SaveAsync(store, id, "x", "tab", "mine", 0);

        (await store.Get<DraftStore>().LoadAsync(id, Bob, "", Cancel)).ShouldBeEmpty();
        (await LoadAsync(store, other, "")).ShouldBeEmpty();
        (await store.Catalog.SnapshotAsync(id, Ann, Cancel)).Revision.ShouldBe(1);
        (await store.AuditAsync(id)).ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task What_nobody_came_back_to_can_be_let_go_of(StorageProvider provider)
    {
        await using var store = await StartAsync(provider);
        var id = await store.CreateAsync(TestModels.Airline());
        await SaveAsync(store, id, "old", "tab", "old", 0);
        store.Clock.Advance(TimeSpan.FromDays(1));
        await SaveAsync(store, id, "new", "tab", "new", 0);

        (await store.Get<DraftStore>().PurgeAsync(store.Clock.GetUtcNow(), Cancel)).ShouldBe(1);
        (await LoadAsync(store, id, "")).ShouldHaveSingleItem().Place.ShouldBe("new");
    }

    [Theory, OnBothDatabases]
    public async Task A_draft_that_cannot_be_kept_says_why(StorageProvider provider)
    {
        var (store, id) = await NewAsync(provider);
        await Should.ThrowAsync<NotFoundException>(() => SaveAsync(store, Guid.NewGuid(), "x", "tab", "text", 0));
        (await Should.ThrowAsync<ModelRuleException>(() => SaveAsync(store, id, "x", "tab", new string('x', Draft.MaxTextLength + 1), 0)))
            .Problems[0]
            .Field.ShouldBe("text");
    }

    private static Task SaveAsync(TestStore store, Guid id, string place, string tab, string text, long seenVersion) =>
        store.Get<DraftStore>().SaveAsync(id, Ann, place, tab, text, seenVersion, Cancel);

    private static Task<IReadOnlyList<Draft>> LoadAsync(TestStore store, Guid id, string prefix) =>
        store.Get<DraftStore>().LoadAsync(id, Ann, prefix, Cancel);

    private async Task<(TestStore Store, Guid Id)> NewAsync(StorageProvider provider)
    {
        var store = await stores.OnAsync(provider);
        return (store, await store.CreateAsync(TestModels.Airline()));
    }
}
