using OperatingModel.Domain.Editing;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.BusinessUnits;

/// <summary>Edits of business units beyond changing a figure. A unit of weight 0 is out of scope; its assessments stay.</summary>
public static class BusinessUnitEdits
{
    /// <summary>A new unit at the end of the list; it has no figures yet.</summary>
    public static IReadOnlyList<RowChange> Add(ModelSnapshot model, string name) =>
        RowEdits.AddCoded<BusinessUnit>(model, code => new(code, name.Trim(), Revenue: null, Description: null));

    /// <summary>Switches to weights given by hand, which start as the present weights.</summary>
    public static IReadOnlyList<RowChange> WeighByHand(ModelSnapshot model)
    {
        var settings = model.Settings;
        return settings.BusinessUnitWeightBasis == WeightBasis.Manual
            ? []
            :
            [
                .. RowEdits.Change(model, settings, settings with { BusinessUnitWeightBasis = WeightBasis.Manual }),
                .. model.BusinessUnits
                    .Select(unit => (unit, now: unit.WeightOn(settings.BusinessUnitWeightBasis)))
                    .Where(pair => pair.unit.Weight != pair.now)
                    .Select(pair => RowChange.Replace(pair.unit, pair.unit with { Weight = pair.now })),
            ];
    }

    /// <summary>Takes the unit off the map and keeps its figures, because weights are given by hand from then on.</summary>
    /// <exception cref="ModelRuleException">The unit is gone.</exception>
    public static IReadOnlyList<RowChange> LeaveOut(ModelSnapshot model, string code) => Weigh(model, code, _ => 0);

    /// <summary>Puts the unit on the map with the mean weight of the others, or 1 where there are none.</summary>
    /// <exception cref="ModelRuleException">The unit is gone.</exception>
    public static IReadOnlyList<RowChange> TakeIn(ModelSnapshot model, string code) =>
        Weigh(model, code, others => others.Where(weight => weight > 0).DefaultIfEmpty(1).Average());

    private static List<RowChange> Weigh(ModelSnapshot model, string code, Func<IEnumerable<double>, double> weightOf)
    {
        var unit = model.BusinessUnits.Find(code) ?? throw RowEdits.Gone(ModelTables.Of<BusinessUnit>(), code);
        var basis = model.Settings.BusinessUnitWeightBasis;
        var weight = weightOf(model.BusinessUnits.Where(other => other.Code != code).Select(other => other.WeightOn(basis)));
        return [.. WeighByHand(model).Where(change => change.Key != unit.Key), RowChange.Replace(unit, unit with { Weight = weight })];
    }
}
