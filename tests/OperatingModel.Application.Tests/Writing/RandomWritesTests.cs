using FsCheck;
using FsCheck.Fluent;
using OperatingModel.Application.Persistence;
using OperatingModel.Application.Writing;
using OperatingModel.Domain;
using OperatingModel.Domain.Editing;
using OperatingModel.Domain.Fields;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Application.Tests.Writing;

/// <summary>Random models and random writes; what is stored must equal what plain snapshots in memory say.</summary>
public sealed class RandomWritesTests(RandomWritesTests.Stores stores) : IClassFixture<RandomWritesTests.Stores>
{
    /// <summary>Storage must keep any row, whatever the rules say of it. Every third write is refused, and must leave no trace.</summary>
    public sealed class Stores()
        : TestStores(
            (before, after, changes) =>
                before is not null && (after.Table<ModelMeta>().Count != 1 || changes.Count % 3 == 0)
                    ? [new ModelProblem("refused", Severity.Error, "test", null, "Refused by the test.")]
                    : []);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task Rows_of_every_list_come_back_exactly(StorageProvider provider)
    {
        var store = await stores.OnAsync(provider);
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), async seed =>
        {
            var model = new RandomRows(new Random(seed)).Model(rowsPerList: 5);
            var id = await store.CreateAsync(model);
            (await ReadAsync(store, id)).ShouldHaveRowsOf(Numbering.Of(model));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(20));
    }

    [Theory, OnBothDatabases]
    public async Task Any_sequence_of_writes_leaves_what_the_same_changes_in_memory_give(StorageProvider provider)
    {
        var store = await stores.OnAsync(provider);
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), async seed =>
        {
            var random = new Random(seed);
            var rows = new RandomRows(random);
            var id = await store.CreateAsync(rows.Model(rowsPerList: 4));
            var oracle = await store.Catalog.SnapshotAsync(id, TestStore.Ann, Cancel);
            var changes = new List<RowChange>();
            for (var step = 0; step < 15; step++)
            {
                oracle = await StepAsync(store, id, oracle, RandomChanges(rows, random, oracle), changes);
            }

            (await store.Catalog.SnapshotAsync(id, TestStore.Ann, Cancel)).ShouldBeSame(oracle);
            (await ReadAsync(store, id)).ShouldBeSame(oracle);
            await AuditShouldBeAsync(store, id, changes);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(20));
    }

    private static async Task<ModelSnapshot> StepAsync(TestStore store, Guid id, ModelSnapshot oracle, List<RowChange> wanted, List<RowChange> all)
    {
        WriteResult result;
        try
        {
            result = await store.Writer.WriteAsync(id, new WriteOrder(Guid.NewGuid(), TestStore.Bob, "Change at random"), _ => wanted, Cancel);
        }
        catch (ModelRuleException)
        {
            return oracle;
        }

        var revision = oracle.Revision + 1;
        List<RowChange> expected =
        [
            .. wanted
                .Where(change =>
                    change.Before is null || change.After is null || change.Before != change.After || change.Before.Position != change.After.Position)
                .Select(change => change with { After = change.After is { } after ? after with { Version = revision } : null }),
        ];
        result.Changes.ShouldBe(expected);
        all.AddRange(expected);
        return expected.Count == 0 ? oracle : oracle.With(expected, revision);
    }

    private static List<RowChange> RandomChanges(RandomRows rows, Random random, ModelSnapshot model)
    {
        var changes = new Dictionary<(ModelTable, RowKey), RowChange>();
        for (var i = random.Next(1, 6); i > 0; i--)
        {
            var table = ModelTables.All[random.Next(ModelTables.All.Count)];
            var list = model.Table(table).Rows;
            var old = list.Count == 0 ? null : list[random.Next(list.Count)];
            var change = random.Next(4) switch
            {
                0 when old is not null && random.Next(3) == 0 => new RowChange(table, old, null),
                1 or 2 when old is not null => new RowChange(table, old, rows.Changed(table, old, model)),
                _ => rows.Row(table, model) is { } added && model.Table(table).Find(added.Key) is null ? new RowChange(table, null, added) : null,
            };
            if (change is not null)
            {
                changes.TryAdd((table, change.Key), change);
            }
        }

        return [.. changes.Values];
    }

    private static async Task AuditShouldBeAsync(TestStore store, Guid id, List<RowChange> changes)
    {
        (await store.AuditAsync(id))
            .Select(entry => (entry.Table, entry.Key, entry.Before, entry.After))
            .ShouldBe(
                changes.Select(change =>
                    (
                        change.Table.Name,
                        change.Key.Text,
                        change.Before is null ? null : RowJson.Write(change.Before),
                        change.After is null ? null : RowJson.Write(change.After))));
    }

    private static Task<ModelSnapshot> ReadAsync(TestStore store, Guid id) => SnapshotReader.ReadAsync(store.Database, id, store.Today, Cancel);
}
