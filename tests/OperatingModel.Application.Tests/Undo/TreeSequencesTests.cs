using Microsoft.EntityFrameworkCore;
using OperatingModel.Application.Access;
using OperatingModel.Application.Persistence;
using OperatingModel.Application.Undo;
using OperatingModel.Application.Writing;
using OperatingModel.Domain;
using OperatingModel.Domain.Assessments;
using OperatingModel.Domain.Tests.Editing;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Application.Tests.Undo;

/// <summary>
/// Random sequences of structure edits, undo and redo against a list of states in memory. RevertingTests draws many more of them
/// without a database; here is what storing them adds.
/// </summary>
public sealed class TreeSequencesTests(TestStores stores, ITestOutputHelper output) : IClassFixture<TestStores>
{
    private const int Models = 15;
    private const int SequencesPerModel = 20;
    private const int Steps = 4;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task Undo_and_redo_restore_exactly_whatever_was_done_to_the_tree(StorageProvider provider)
    {
        var store = await stores.OnAsync(provider);
        var counts = new Dictionary<string, int>();
        for (var seed = 0; seed < Models; seed++)
        {
            var random = new Random(seed);
            var id = await store.CreateAsync(TestModels.Airline());
            var oracle = new Oracle(await store.Catalog.SnapshotAsync(id, TestStore.Ann, Cancel));
            for (var sequence = 0; sequence < SequencesPerModel; sequence++)
            {
                for (var step = 0; step < Steps; step++)
                {
                    var (what, model) = await StepAsync(store, id, oracle, random);
                    counts[what] = counts.GetValueOrDefault(what) + 1;
                    ShouldHaveSameRows(model, oracle.Now, $"seed {seed}, sequence {sequence}, step {step}: {what}");
                }

                await ShouldBeSoundAsync(store, id, $"seed {seed}, sequence {sequence}");
            }

            ShouldHaveSameRows(await SnapshotReader.ReadAsync(store.Database, id, store.Today, Cancel), oracle.Now, $"seed {seed} as stored");
        }

        output.WriteLine($"{Models * SequencesPerModel} sequences: {string.Join(", ", counts.Select(count => $"{count.Value} × {count.Key}"))}");
    }

    [Theory, OnBothDatabases]
    public async Task Scores_given_while_others_change_the_tree_and_undo_are_never_left_without_their_capability(StorageProvider provider)
    {
        var store = await stores.OnAsync(provider);
        var conflicts = 0;
        for (var seed = 0; seed < Models; seed++)
        {
            var random = new Random(seed);
            var id = await store.CreateAsync(TestModels.Airline());
            for (var step = 0; step < Steps * 3; step++)
            {
                var model = await store.Catalog.SnapshotAsync(id, TestStore.Ann, Cancel);
                conflicts += await TryAsync(
                    random.Next(3) switch
                    {
                        0 => () => ScoreAsync(store, id, model, random),
                        1 => () =>
                            EditAsync(
                                store,
                                id,
                                RandomEdits.OfCapabilities(model, random) ?? [],
                                random.Next(2) == 0 ? TestStore.Ann : TestStore.Bob),
                        _ => () =>
                            store
                                .Get<UndoHistory>()
                                .UndoAsync(
                                    id,
                                    random.Next(2) == 0 ? TestStore.Ann : TestStore.Bob,
                                    Guid.NewGuid(),
                                    overwrite: random.Next(2) == 0,
                                    cancellationToken: Cancel),
                    });
            }

            await ShouldBeSoundAsync(store, id, $"seed {seed}");
            ModelRules.Check(await store.Catalog.SnapshotAsync(id, TestStore.Ann, Cancel))
                .Where(problem => problem.Blocks).ShouldBeEmpty($"seed {seed}");
        }

        conflicts.ShouldBeGreaterThan(0);
        output.WriteLine($"{Models * Steps * 3} steps, {conflicts} of them conflicts or refused");
    }

    private static async Task<(string What, ModelSnapshot Model)> StepAsync(TestStore store, Guid id, Oracle oracle, Random random)
    {
        var history = store.Get<UndoHistory>();
        switch (random.Next(6))
        {
            case 0 or 1 when oracle.CanUndo:
                oracle.Undo();
                return ("undo", (await history.UndoAsync(id, TestStore.Ann, Guid.NewGuid(), cancellationToken: Cancel)).Result.Model);

            case 2 when oracle.CanRedo:
                oracle.Redo();
                return ("redo", (await history.RedoAsync(id, TestStore.Ann, Guid.NewGuid(), cancellationToken: Cancel)).Result.Model);

            default:
                if (RandomEdits.OfCapabilities(oracle.Now, random) is not { } changes)
                {
                    return ("refused", await store.Catalog.SnapshotAsync(id, TestStore.Ann, Cancel));
                }

                // Decided on what is stored, by the same edit, as a page would.
                var result = await EditAsync(store, id, changes, TestStore.Ann);
                if (result.Changes.Count > 0)
                {
                    oracle.Do(changes);
                }

                return ("edit", result.Model);
        }
    }

    private static Task<WriteResult> EditAsync(TestStore store, Guid id, IReadOnlyList<RowChange> changes, CurrentUser user) =>
        store.Writer.WriteAsync(
            id,
            new WriteOrder(Guid.NewGuid(), user, "Change the tree"),
            model => [.. changes.Select(change => change with { Before = Stored(model, change) })],
            Cancel);

    private static ModelRow? Stored(ModelSnapshot model, RowChange change) =>
        change.Before is { } before ? before with { Version = model.Table(change.Table).Find(change.Key)?.Version ?? before.Version } : null;

    private static Task<WriteResult> ScoreAsync(TestStore store, Guid id, ModelSnapshot model, Random random)
    {
        var leaf = RandomEdits.Leaf(model, random);
        var old = model.Assessments.Find(Assessment.KeyOf(leaf, "MAIN", null));
        var scores = new Scores(3, random.Next(6), 4, Confidence.Low);
        return store.AssessAsync(id, TestStore.Bob, new CellScores(leaf, "MAIN", null, scores, old?.Version ?? 0));
    }

    private static async Task<int> TryAsync(Func<Task> act)
    {
        try
        {
            await act();
            return 0;
        }
        catch (Exception refused) when (refused is ConflictException or ModelRuleException)
        {
            return 1;
        }
    }

    private static void ShouldHaveSameRows(ModelSnapshot actual, ModelSnapshot expected, string where)
    {
        foreach (var table in ModelTables.All)
        {
            var (rows, wanted) = (Placed(actual.Table(table)), Placed(expected.Table(table)));
            if (!rows.SequenceEqual(wanted))
            {
                rows.ShouldBe(wanted, $"{where}: {table}");
            }
        }
    }

    private static IEnumerable<(ModelRow Row, int Position)> Placed(ITable table) => table.Rows.Select(row => (row, row.Position));

    // By SQL, on what is stored.
    private static async Task ShouldBeSoundAsync(TestStore store, Guid id, string where)
    {
        await using var db = store.Database.CreateDbContext();
        var orphans = await db.Database.SqlQuery<int>($"""
            SELECT COUNT(*) AS "Value" FROM "Assessments" s WHERE s."ModelId" = {id} AND (
                NOT EXISTS (SELECT 1 FROM "Capabilities" c WHERE c."ModelId" = s."ModelId" AND c."Code" = s."Capability")
                OR NOT EXISTS (SELECT 1 FROM "BusinessUnits" u WHERE u."ModelId" = s."ModelId" AND u."Code" = s."BusinessUnit")
                OR (s."Stage" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "Stages" t WHERE t."ModelId" = s."ModelId" AND t."Code" = s."Stage"))
                OR EXISTS (SELECT 1 FROM "Capabilities" c WHERE c."ModelId" = s."ModelId" AND c."Parent" = s."Capability"))
            """).SingleAsync(Cancel);
        var loose = await db.Database.SqlQuery<int>($"""
            WITH RECURSIVE tree("Code", "Level") AS (
                SELECT "Code", 1 FROM "Capabilities" WHERE "ModelId" = {id} AND "Parent" IS NULL
                UNION ALL
                SELECT c."Code", t."Level" + 1 FROM "Capabilities" c JOIN tree t ON c."Parent" = t."Code" WHERE c."ModelId" = {id} AND t."Level" < 7)
            SELECT COUNT(*) AS "Value" FROM "Capabilities" c
            WHERE c."ModelId" = {id} AND NOT EXISTS (SELECT 1 FROM tree t WHERE t."Code" = c."Code" AND t."Level" <= 6)
            """).SingleAsync(Cancel);
        (orphans, loose).ShouldBe((0, 0), where);
    }

    /// <summary>Every state so far, and where one stands among them.</summary>
    private sealed class Oracle(ModelSnapshot first)
    {
        private readonly List<ModelSnapshot> _states = [first];
        private int _now;

        public ModelSnapshot Now => _states[_now];

        public bool CanUndo => _now > 0;

        public bool CanRedo => _now < _states.Count - 1;

        public void Do(IReadOnlyList<RowChange> changes)
        {
            var after = Now.With(changes, Now.Revision + 1);
            _states.RemoveRange(_now + 1, _states.Count - _now - 1);
            _states.Add(after);
            _now++;
        }

        public void Undo() => _now--;

        public void Redo() => _now++;
    }
}
