using OperatingModel.Domain.Scenarios;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.Access;

/// <summary>What some roles may read of a model. Two are equal when they allow the same, whatever the roles.</summary>
public readonly record struct Sight
{
    /// <summary>Replaces the description of a change that says more than the reader may know.</summary>
    public const string Words = "A change, some of which you may not read";

    // One for each set of roles.
    private static readonly Sight[] Known = [.. Enumerable.Range(0, (int)ModelRoles.All + 1).Select(roles => Computed((ModelRoles)roles))];

    private static readonly Sight Whole = Of(ModelRoles.All);

    // A bit for each kind that may be read.
    private readonly int _kinds;

    private Sight(int kinds) => _kinds = kinds;

    /// <summary>Whether nothing is hidden.</summary>
    public bool IsWhole => this == Whole;

    /// <summary>Whether everything is hidden, so that there is no model to look at.</summary>
    public bool IsBlind => _kinds == 0;

    public static Sight Of(ModelRoles roles) => Known[(int)roles];

    private static Sight Computed(ModelRoles roles) =>
        new(Enum.GetValues<RowKind>().Where(kind => AccessTable.May(roles, RowActions.Read, kind)).Sum(kind => 1 << (int)kind));

    public bool Sees(ModelTable table) => Sees(AccessTable.KindOf(table));

    /// <summary>Whether rows of the list, or something in them, may be hidden.</summary>
    public bool MayHide(ModelTable table) =>
        !Sees(table) || AccessTable.MoneyOf(table).Count > 0 || table == ModelTables.Of<ScenarioChange>();

    /// <summary>Whether the change is of something hidden.</summary>
    public bool Hides(RowChange change) => !Sees(change.Table)
        || (ScenarioChange.Inner(change) is { } choice && Hides(choice))
        || (!Sees(RowKind.Budgets)
            && AccessTable.MoneyOf(change.Table).Any(field => AccessCheck.IsOther(field, change)));

    /// <summary>The model without what is hidden; itself where nothing is.</summary>
    public ModelSnapshot Of(ModelSnapshot model)
    {
        if (IsWhole)
        {
            return model;
        }

        // Takes over nothing that could lead back to the whole model, such as its cube.
        var sight = this;
        return ModelSnapshot.Of(ModelTables.All.Select(table => sight.Of(model.Table(table))), model.Revision, model.Today);
    }

    /// <summary>
    /// The changes without what is hidden. A row that changed only in a hidden field still counts as changed, because it has a new version.
    /// </summary>
    public IReadOnlyList<RowChange> Of(IReadOnlyList<RowChange> changes)
    {
        var sight = this;
        return IsWhole
            ? changes
            : [.. changes
                .Select(change => new RowChange(change.Table, sight.Of(change.Table, change.Before), sight.Of(change.Table, change.After)))
                .Where(change => (change.Before ?? change.After) is not null)];
    }

    /// <summary>The row without what is hidden; null where the whole row is, or there was none.</summary>
    public ModelRow? Of(ModelTable table, ModelRow? row)
    {
        if (row is null || !Sees(table))
        {
            return null;
        }

        if (row is ScenarioChange { Change: { } choice } change)
        {
            return Sees(choice.Table)
                ? change with { Before = RowValue.Of(Of(choice.Table, choice.Before)), After = RowValue.Of(Of(choice.Table, choice.After)) }
                : null;
        }

        var money = AccessTable.MoneyOf(table);
        return Sees(RowKind.Budgets) || money.Count == 0 ? row : table.Rewrite(row, (field, value) => money.Contains(field) ? null : value);
    }

    private bool Sees(RowKind kind) => (_kinds & (1 << (int)kind)) != 0;

    private ITable Of(ITable list)
    {
        var sight = this;
        var table = list.Definition;
        return list.Rows.Count > 0 && MayHide(table) ? table.Create(list.Rows.Select(row => sight.Of(table, row)).OfType<ModelRow>()) : list;
    }
}
