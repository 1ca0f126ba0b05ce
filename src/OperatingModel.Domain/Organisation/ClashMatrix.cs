using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.Organisation;

/// <summary>Two organisation units side by side: what their goals do to each other (F13) and what working across their border costs (F12).</summary>
/// <param name="Unit">The one with the lower code.</param>
public sealed record Clash(DesignUnit Unit, DesignUnit Other, GoalPull Goals, Friction Friction)
{
    public Explanation Explain(ModelSnapshot? model = null)
    {
        var conflict = Goals.ExplainConflict($"Goal conflict of {Unit.Name} and {Other.Name}", model);
        return conflict with
        {
            Remarks = [.. conflict.Remarks, $"Working across this border counts {Friction.Points} of {Friction.Most}: {Friction.InWords}."],
        };
    }

    public Explanation ExplainSupport(ModelSnapshot? model = null) => Goals.ExplainSupport($"Goal support of {Unit.Name} and {Other.Name}", model);
}

/// <summary>Where today's organisation units clash: every pair of units, over measures, money, priorities and timelines.</summary>
/// <param name="Units">In ordinal order of codes.</param>
/// <param name="Pairs">Each pair once, in ordinal order.</param>
public sealed record ClashMatrix(IReadOnlyList<DesignUnit> Units, IReadOnlyList<Clash> Pairs)
{
    public static ClashMatrix Compute(ModelSnapshot snapshot)
    {
        var all = DesignUnits.Of(snapshot);
        var interactions = GoalInteractions.Of(snapshot);
        DesignUnit[] units =
        [
            .. snapshot.Table<OrganisationUnit>().Select(unit => all.Unit(unit.Code)!).OrderBy(unit => unit.Code, StringComparer.Ordinal),
        ];
        var pairs = new List<Clash>(units.Length * (units.Length - 1) / 2);
        for (var i = 0; i < units.Length; i++)
        {
            for (var j = i + 1; j < units.Length; j++)
            {
                var pull = interactions.Between(all.GoalsOfUnit(units[i].Code), all.GoalsOfUnit(units[j].Code));
                pairs.Add(new Clash(units[i], units[j], pull, Friction.Between(units[i], units[j])));
            }
        }

        return new ClashMatrix(units, pairs);
    }
}
