using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.Changes;

/// <summary>The path of a customer change today and in a design (F12).</summary>
public sealed record ChangeComparison(CustomerChange Change, ChangePath Before, ChangePath After);

/// <summary>What all changes cost in a year: figures per change times changes per year.</summary>
/// <param name="Load">Points a year.</param>
/// <param name="WaitDays">Working days a year.</param>
public sealed record YearlyCoordination(double HandOffs, double Load, double WorstCaseLoad, double WaitDays)
{
    internal static YearlyCoordination Of(IEnumerable<(CustomerChange Change, ChangePath Path)> paths)
    {
        var all = paths.ToList();
        return new YearlyCoordination(
            all.Sum(p => p.Change.PerYear * p.Path.HandOffs),
            all.Sum(p => p.Change.PerYear * p.Path.Load),
            all.Sum(p => p.Change.PerYear * p.Path.WorstCaseLoad),
            all.Sum(p => p.Change.PerYear * p.Path.WaitDays));
    }
}

/// <summary>All customer changes sent through today's organisation and through a team design, each led by its lead team (F12).</summary>
/// <param name="Changes">In the order of the list of changes.</param>
public sealed record ChangeSimulation(IReadOnlyList<ChangeComparison> Changes, YearlyCoordination Before, YearlyCoordination After)
{
    /// <param name="design">All teams unless given.</param>
    public static ChangeSimulation Compute(ModelSnapshot snapshot, TeamDesign? design = null)
    {
        var today = Positions.Of(snapshot, TeamDesign.Today);
        var target = Positions.Of(snapshot, design ?? TeamDesign.AllTeams);
        var steps = snapshot.Table<ChangeStep>().ToLookup(step => step.Change);
        var (modes, vetoRoles) = (ModeFactors.Of(snapshot.Settings), Coordination.VetoRolesOf(snapshot));
        ChangeComparison[] changes =
        [
            .. snapshot.Table<CustomerChange>().Select(change => new ChangeComparison(
                change,
                Coordination.Of(steps[change.Code], role => today.Of(role, null), modes, vetoRoles),
                Coordination.Of(steps[change.Code], role => target.Of(role, change.LeadTeam), modes, vetoRoles))),
        ];
        return new ChangeSimulation(
            changes,
            YearlyCoordination.Of(changes.Select(c => (c.Change, c.Before))),
            YearlyCoordination.Of(changes.Select(c => (c.Change, c.After))));
    }

    /// <summary>Why the yearly hand-offs of the design are what they are.</summary>
    public Explanation ExplainHandOffs() => new(
        "Hand-offs a year, with the teams",
        $"Sum over the customer changes: hand-offs of each times changes a year. Today it is {FigureText.Of(Before.HandOffs)}.",
        After.HandOffs,
        new FigureUnit("a year", 1),
        [
            .. Changes.Select(c => new ExplanationTerm(
                c.Change.Name,
                [ModelInput.Of<CustomerChange>(c.Change.Code, c.Change.Name)],
                c.Change.PerYear * c.After.HandOffs,
                $"today {c.Before.HandOffs} each")
            {
                Formula = Formula.Of("hand-offs", c.After.HandOffs) * Formula.Of("a year", c.Change.PerYear, FigureUnit.Plain),
            }),
        ],
        ["The changes are test cases; other changes may cross borders that these do not."],
        [.. Changes.Where(c => c.After.HandOffs > 0).OrderByDescending(c => c.Change.PerYear * c.After.HandOffs).Take(3).Select(c =>
            $"Without a hand-off in {c.Change.Name} it would be {FigureText.Of(After.HandOffs - (c.Change.PerYear * c.After.HandOffs))} a year.")]);
}
