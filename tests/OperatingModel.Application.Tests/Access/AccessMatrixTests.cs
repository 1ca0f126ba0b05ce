using OperatingModel.Application.Access;
using OperatingModel.Application.Writing;
using OperatingModel.Domain;
using OperatingModel.Domain.Access;
using OperatingModel.Domain.Scenarios;
using OperatingModel.Domain.Workspaces;
using static OperatingModel.Application.Tests.TestStore;

namespace OperatingModel.Application.Tests.Access;

/// <summary>Every role tries everything with every list of a real model; what comes of it must be what the table says.</summary>
public sealed class AccessMatrixTests(AccessMatrixTests.Stores stores) : IClassFixture<AccessMatrixTests.Stores>
{
    /// <summary>The rules of the domain would be in the way; that a model has a heading is not for access to decide.</summary>
    public sealed class Stores()
        : TestStores(
            (before, after, changes) => after.Table<ModelMeta>().Count == 1
                ? []
                : [new ModelProblem("no-heading", Severity.Error, "meta", null, "A model has one heading.")]);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task Every_role_may_write_of_every_list_what_the_table_says_and_nothing_else(StorageProvider provider)
    {
        var store = await stores.OnAsync(provider);
        var id = await store.CreateAsync(TestModels.Airline());
        var wrong = new List<string>();
        var tried = 0;
        foreach (var (role, table) in AccessTable.Roles.SelectMany(role => ModelTables.All.Select(table => (role, table))))
        {
            var row = await RowAsync(store, id, table);
            await TryAsync(RowActions.Change, new RowChange(table, row, row with { Position = row.Position + 1 }));
            foreach (var field in AccessTable.MoneyOf(table))
            {
                row = await RowAsync(store, id, table);
                var richer = table.Rewrite(row, (f, value) => f == field ? ((long?)value ?? 0) + 1 : value);
                await TryAsync(RowActions.Change, new RowChange(table, row, richer), RowKind.Budgets);
            }

            row = await RowAsync(store, id, table);
            await TryAsync(RowActions.Remove, new RowChange(table, row, null));
            await AllowedAsync(store, id, Ann, new RowChange(table, row, null));
            // The heading is still there; at another place it would at least be changed.
            await TryAsync(RowActions.Add, new RowChange(table, null, row with { Position = row.Position + 1 }));
            await AllowedAsync(store, id, Ann, new RowChange(table, null, row));

            async Task TryAsync(RowActions action, RowChange change, RowKind? kind = null)
            {
                tried++;
                var expected = AccessTable.May(role, action, kind ?? AccessTable.KindOf(table))
                    && (ScenarioChange.Inner(change) is not { } choice || AccessTable.May(role, ActionOf(choice), AccessTable.KindOf(choice.Table)));
                if (await AllowedAsync(store, id, UserIn(role), change) != expected)
                {
                    wrong.Add($"{role} {action} {table} {kind}: {(expected ? "refused" : "allowed")}");
                }
            }
        }

        wrong.ShouldBeEmpty();
        tried.ShouldBe(AccessTable.Roles.Count * ModelTables.All.Sum(table => 3 + AccessTable.MoneyOf(table).Count));
    }

    [Theory, OnBothDatabases]
    public async Task Every_role_reads_of_every_list_what_the_table_says_and_nothing_else(StorageProvider provider)
    {
        var store = await stores.OnAsync(provider);
        var rows = new RandomRows(new Random(1));
        var id = await store.CreateAsync(rows.Model(rowsPerList: 6));

        // Once as read from the database, once carried along by a change of every list.
        await ReadsAreThoseOfTheTableAsync(store, id);
        var model = await store.Catalog.SnapshotAsync(id, Ann, Cancel);
        RowChange[] changes = [.. ModelTables.All.Where(table => model.Table(table).Rows.Count > 0).Select(table =>
            new RowChange(table, model.Table(table).Rows[0], rows.Changed(table, model.Table(table).Rows[0], model)))];
        await store.Writer.WriteAsync(id, new WriteOrder(Guid.NewGuid(), Ann, "Test"), _ => changes, Cancel);
        await ReadsAreThoseOfTheTableAsync(store, id);
    }

    private static async Task ReadsAreThoseOfTheTableAsync(TestStore store, Guid id)
    {
        var whole = await store.Catalog.SnapshotAsync(id, Ann, Cancel);
        foreach (var (role, table) in AccessTable.Roles.SelectMany(role => ModelTables.All.Select(table => (role, table))))
        {
            var seen = await store.Catalog.SnapshotAsync(id, UserIn(role), Cancel);
            seen.Revision.ShouldBe(whole.Revision);
            var expected = whole.Table(table).Rows.Select(row => Seen(role, row)).OfType<ModelRow>();
            seen.Table(table).Rows.Select(row => (row, row.Position, row.Version))
                .ShouldBe(expected.Select(row => (row, row.Position, row.Version)), $"{role} {table}");
        }
    }

    private static RowActions ActionOf(RowChange change) =>
        change.Before is null ? RowActions.Add : change.After is null ? RowActions.Remove : RowActions.Change;

    private static ModelRow? Seen(ModelRoles role, ModelRow? row)
    {
        if (row is null || !AccessTable.May(role, RowActions.Read, AccessTable.KindOf(ModelTables.Of(row.GetType()))))
        {
            return null;
        }

        if (row is ScenarioChange { Change: { } choice } change)
        {
            var (before, after) = (Seen(role, choice.Before), Seen(role, choice.After));
            return (before ?? after) is null ? null : change with { Before = RowValue.Of(before), After = RowValue.Of(after) };
        }

        var table = ModelTables.Of(row.GetType());
        return table.Rewrite(row, (field, value) =>
            AccessTable.MoneyOf(table).Contains(field) && !AccessTable.May(role, RowActions.Read, RowKind.Budgets) ? null : value);
    }

    private static CurrentUser UserIn(ModelRoles role) => new(role.ToString(), role.ToString(), role);

    // The first row of the list as it is now; the sample has no row in every list.
    private static async Task<ModelRow> RowAsync(TestStore store, Guid id, ModelTable table)
    {
        var model = await store.Catalog.SnapshotAsync(id, Ann, Cancel);
        if (model.Table(table).Rows is [var first, ..])
        {
            return first;
        }

        var rows = new RandomRows(new Random(table.Index));
        var row = Enumerable.Range(0, 100).Select(_ => rows.Row(table, model)).OfType<ModelRow>().First();
        await store.Writer.WriteAsync(id, new WriteOrder(Guid.NewGuid(), Ann, "Test"), _ => [new RowChange(table, null, row)], Cancel);
        return (await store.Catalog.SnapshotAsync(id, Ann, Cancel)).Table(table).Find(row.Key)!;
    }

    // Whether access allows it; what else may be wrong with it does not count. What is refused leaves the model as it was.
    private static async Task<bool> AllowedAsync(TestStore store, Guid id, CurrentUser user, RowChange change)
    {
        var before = await store.Catalog.SnapshotAsync(id, Ann, Cancel);
        try
        {
            await store.Writer.WriteAsync(id, new WriteOrder(Guid.NewGuid(), user, "Test"), _ => [change], Cancel);
            return true;
        }
        catch (AccessDeniedException)
        {
            (await store.Catalog.SnapshotAsync(id, Ann, Cancel)).ShouldBeSameAs(before);
            return false;
        }
        catch (Exception exception) when (exception is ModelRuleException or ConflictException)
        {
            return true;
        }
    }
}
