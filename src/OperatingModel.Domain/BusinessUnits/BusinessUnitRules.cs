using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.BusinessUnits;

/// <summary>What business units need so that they can be weighted.</summary>
internal static class BusinessUnitRules
{
    public static IReadOnlyList<ModelRule> All { get; } =
    [
        ModelRule.Unfinished("business-units-without-weight", WithoutWeight),
        ModelRule.Error("too-many-business-units", TooMany),
        ModelRule.Warning("business-unit-without-figure", WithoutFigure),
    ];

    private static void WithoutWeight(RuleCheck check)
    {
        var units = check.Model.BusinessUnits;
        if (units.Count > 0 && (check.Touches<BusinessUnit>() || check.Touches<ModelSettings>()) && BasisOf(check) is { } basis
            && !units.Any(unit => unit.WeightOn(basis) > 0))
        {
            check.Report<BusinessUnit>(FieldOf(basis),
                $"No business unit has any {Needed(basis)}, by which units are weighed; give the figures or choose another basis in the settings.");
        }
    }

    private static void TooMany(RuleCheck check)
    {
        if (check.Touches<BusinessUnit>() && check.Model.BusinessUnits.Count is var count and > BusinessUnit.MaxUnits)
        {
            check.Report<BusinessUnit>(null, $"There are {count} business units; at most {BusinessUnit.MaxUnits} are supported.");
        }
    }

    private static void WithoutFigure(RuleCheck check)
    {
        if (BasisOf(check) is not { } basis || FieldOf(basis) is not { } field)
        {
            return;
        }

        foreach (var unit in check.Touches<ModelSettings>() ? check.Model.BusinessUnits : check.Rows<BusinessUnit>())
        {
            if (unit.FigureOn(basis) is null)
            {
                check.Report(unit, field,
                    $"{unit.Code} is out of scope because it has no {Needed(basis)}; give it, or 0 to leave the unit out on purpose.");
            }
        }
    }

    private static string Needed(WeightBasis basis) => basis == WeightBasis.Manual ? "weight by hand" : EnumWords.Of(basis);

    private static WeightBasis? BasisOf(RuleCheck check) =>
        check.Model.Settings.BusinessUnitWeightBasis is var basis && Enum.IsDefined(basis) ? basis : null;

    private static string? FieldOf(WeightBasis basis) => basis switch
    {
        WeightBasis.Revenue => nameof(BusinessUnit.Revenue),
        WeightBasis.Customers => nameof(BusinessUnit.Customers),
        WeightBasis.Manual => nameof(BusinessUnit.Weight),
        _ => null,
    };
}
