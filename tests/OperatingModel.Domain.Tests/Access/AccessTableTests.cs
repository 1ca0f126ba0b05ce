using OperatingModel.Domain.Access;
using OperatingModel.Domain.BusinessUnits;
using OperatingModel.Domain.Strategy;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.Tests.Access;

public sealed class AccessTableTests
{
    private const RowActions Write = RowActions.Add | RowActions.Change | RowActions.Remove;

    private static IEnumerable<RowActions> Actions => Enum.GetValues<RowActions>().Where(action => int.PopCount((int)action) == 1);

    [Fact]
    public void Every_list_is_of_one_kind_and_every_kind_has_rows_or_fields()
    {
        var kinds = ModelTables.All.GroupBy(AccessTable.KindOf).ToDictionary(group => group.Key, group => group.Count());
        kinds.Values.Sum().ShouldBe(ModelTables.All.Count);
        ModelTables.All.SelectMany(AccessTable.MoneyOf).ShouldNotBeEmpty();
        kinds.Keys.Append(RowKind.Budgets).Order().ShouldBe(Enum.GetValues<RowKind>());
    }

    [Fact]
    public void Of_whatever_can_be_done_there_is_somebody_who_may()
    {
        foreach (var kind in Enum.GetValues<RowKind>())
        {
            // A field comes and goes with its row.
            Actions.Where(action => AccessTable.WhoMay(action, kind).Any())
                .ShouldBe(kind == RowKind.Budgets ? [RowActions.Read, RowActions.Change] : Actions, kind.ToString());
        }
    }

    [Fact]
    public void Each_role_has_rights_of_its_own() =>
        AccessTable.Roles.Select(role => string.Join(",", Enum.GetValues<RowKind>().Select(kind => AccessTable.Of(role, kind)))).ShouldBeUnique();

    [Fact]
    public void Whoever_may_write_rows_may_read_all_of_them_so_that_nobody_overwrites_what_is_hidden()
    {
        foreach (var (role, table) in AccessTable.Roles.SelectMany(role => ModelTables.All.Select(table => (role, table))))
        {
            if ((AccessTable.Of(role, AccessTable.KindOf(table)) & Write) != RowActions.None)
            {
                Sight.Of(role).Sees(table).ShouldBeTrue($"{role} {table}");
                AccessTable.MoneyOf(table).ShouldAllBe(_ => AccessTable.May(role, RowActions.Read, RowKind.Budgets), $"{role} {table}");
            }
        }
    }

    [Fact]
    public void Everybody_reads_everything_but_money()
    {
        foreach (var kind in Enum.GetValues<RowKind>())
        {
            AccessTable.WhoMay(RowActions.Read, kind).ShouldBe(
                kind is RowKind.Funding or RowKind.Budgets
                    ? [ModelRoles.Architect, ModelRoles.PortfolioManager, ModelRoles.CioOffice]
                    : AccessTable.Roles,
                kind.ToString());
        }
    }

    [Fact]
    public void Only_a_security_officer_sets_and_lifts_a_veto()
    {
        foreach (var action in Actions.Where(action => action != RowActions.Read))
        {
            AccessTable.WhoMay(action, RowKind.SecurityReviews).ShouldBe([ModelRoles.SecurityOfficer]);
        }

        AccessTable.May(ModelRoles.All & ~ModelRoles.SecurityOfficer, RowActions.Change, RowKind.SecurityReviews).ShouldBeFalse();
    }

    [Fact]
    public void Several_roles_may_do_what_one_of_them_may_and_no_role_nothing()
    {
        for (var roles = ModelRoles.None; roles <= ModelRoles.All; roles++)
        {
            foreach (var kind in Enum.GetValues<RowKind>())
            {
                var any = AccessTable.Roles.Where(role => roles.HasFlag(role)).SelectMany(role => Actions.Where(a => AccessTable.May(role, a, kind)));
                Actions.Where(action => AccessTable.May(roles, action, kind)).ShouldBe(any.Distinct().Order());
            }
        }
    }

    /// <summary>A new figure of money is hidden, or stands here for a reason.</summary>
    [Fact]
    public void Every_field_as_large_as_money_is_hidden_from_some_or_known_to_be_open()
    {
        // Units are weighed by their revenue, so every figure of the map would be another one without it. A measure may count anything.
        // What is a big ticket is a convention and nobody's money.
        string[] open =
        [
            $"{nameof(BusinessUnit)}.{nameof(BusinessUnit.Revenue)}", $"{nameof(BusinessUnit)}.{nameof(BusinessUnit.Weight)}",
            $"{nameof(Kpi)}.{nameof(Kpi.Baseline)}", $"{nameof(Kpi)}.{nameof(Kpi.Target)}",
            $"{nameof(ModelSettings)}.{nameof(ModelSettings.BigTicketCost)}",
        ];
        ModelTables.All
            .Where(table => AccessTable.KindOf(table) != RowKind.Funding)
            .SelectMany(table => table.Fields
                .Where(field => field.Rules.OfType<BetweenAttribute>().Any(range => range.High >= Ranges.Money))
                .Except(AccessTable.MoneyOf(table))
                .Select(field => $"{table.RowType.Name}.{field.Name}"))
            .ShouldBe(open, ignoreOrder: true);
    }
}
