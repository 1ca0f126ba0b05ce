using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.Changes.Formation;

/// <summary>
/// A cut into teams that lowers the yearly coordination load of the customer changes (F12) within the limits of size and cognitive
/// load (F15). Found by a deterministic local search from today's design, repeated with each mission and each change as the first to
/// get a team: never worse than today, and no single move (a role that joins, leaves, changes team or is exchanged, another lead, two
/// teams merged) would improve it within the limits. There may be better cuts further away; it is a proposal, never applied by itself.
/// </summary>
/// <param name="Problem">What was asked and assumed.</param>
/// <param name="Teams">In ordinal order of codes.</param>
/// <param name="Changes">In ordinal order of codes.</param>
/// <param name="Before">Today, a year.</param>
/// <param name="After">In the suggestion, a year.</param>
/// <param name="Moves">From today to the suggestion; what they save adds up to the difference.</param>
public sealed record SuggestedFormation(
    FormationProblem Problem,
    IReadOnlyList<SuggestedTeam> Teams,
    IReadOnlyList<SuggestedChange> Changes,
    YearlyCoordination Before,
    YearlyCoordination After,
    IReadOnlyList<FormationMove> Moves)
{
    /// <exception cref="OperationCanceledException">The search was cancelled.</exception>
    public static SuggestedFormation Compute(
        ModelSnapshot snapshot,
        FormationRequest? request = null,
        IProgress<FormationProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        var problem = FormationProblem.Of(snapshot, request);
        var search = new FormationSearch(problem);
        search.Run(progress, cancellation);
        var split = ShareSplit.Of(problem, search.State) ?? throw new InvalidOperationException("The search left the limits.");
        SuggestedChange[] changes = [.. problem.Changes.Select((change, i) => ChangeOf(problem, search.State, i))];
        return new SuggestedFormation(
            problem,
            [
                .. Enumerable.Range(0, problem.Missions.Count).Where(search.State.HasTeam)
                    .Select(mission => TeamOf(problem, search.State, split, mission))
                    .OrderBy(team => team.Charter.Code, StringComparer.Ordinal),
            ],
            changes,
            YearlyCoordination.Of(changes.Select(change => (change.Change, change.Before))),
            YearlyCoordination.Of(changes.Select(change => (change.Change, change.After))),
            search.Moves);
    }

    /// <summary>
    /// The edits that would make the suggestion the model's design, for the user to look at and apply: new teams, leads of the changes,
    /// and the places of the roles looked at. Changes that no team leads, other roles and other teams stay as they are.
    /// </summary>
    public IReadOnlyList<RowChange> EditsOf(ModelSnapshot snapshot) => new FormationEdits(snapshot, this).Edits;

    public Explanation Explain() => new(
        "Coordination load saved by the suggested formation",
        "Load of today less load of the suggestion.",
        Before.Load - After.Load,
        new FigureUnit("points a year", 1),
        [.. Moves.Select(move => new ExplanationTerm(move.Sentence, [], move.LoadSaved, $"worst case {FigureText.Of(move.WorstCaseSaved)}"))],
        [
            $"Limits: {FigureText.Of(Problem.Limits.SmallestTeam)} to {FigureText.Of(Problem.Limits.LargestTeam)} full members,"
            + $" {FigureText.Of(Problem.DomainCapacity)} points of domains.",
            $"Worst case, every mode but Embedded counted in full: {FigureText.Of(Before.WorstCaseLoad)} → {FigureText.Of(After.WorstCaseLoad)}.",
            "No single move improves it within the limits; there may be better cuts further away.",
            "The changes are test cases: look at what the same design does to other work.",
        ],
        [.. Changes.Where(change => change.Remark is not null).Select(change => $"{change.Change.Name}: {change.Remark}")])
    {
        Formula = Formula.Of("today", Before.Load, FigureUnit.Points) - Formula.Of("suggestion", After.Load, FigureUnit.Points),
    };

    private static SuggestedTeam TeamOf(FormationProblem problem, FormationState state, ShareSplit split, int mission)
    {
        int[] led = [.. state.LedBy(mission)];
        return new SuggestedTeam(
            problem.Missions[mission].Charter,
            problem.Missions[mission].IsNew,
            [.. state.MembersOf(mission).Select(role => new SuggestedMember(problem.Roles[role], split.FteOf(role, mission)))],
            led.Select(change => problem.Changes[change].Mission).Distinct().Sum(m => problem.Missions[m].Points),
            [.. led.Select(change => problem.Changes[change].Change.Code)]);
    }

    private static SuggestedChange ChangeOf(FormationProblem problem, FormationState state, int index)
    {
        var (change, steps, mission) = problem.Changes[index];
        var lead = state.Leads[index];
        var roles = problem.Roles.Select((role, i) => (role.Code, i)).ToDictionary(role => role.Code, role => role.i, StringComparer.Ordinal);
        var modes = ModeFactors.Of(problem.Settings);
        return new SuggestedChange(
            change,
            lead < 0 ? null : problem.Missions[lead].Charter.Code,
            Coordination.Of(steps, role => PositionOf(role, -1), modes, problem.VetoRoles),
            Coordination.Of(steps, role => PositionOf(role, lead), modes, problem.VetoRoles),
            lead < 0 ? WhyNobodyLeads(problem, steps, mission) : null);

        Position PositionOf(string role, int by) => problem.PositionOf(problem.Roles[roles[role]], by, by >= 0 && state.Members[by][roles[role]]);
    }

    private static string WhyNobodyLeads(FormationProblem problem, IReadOnlyList<ChangeStep> steps, int mission)
    {
        var joining = problem
            .Roles.Where(role =>
                role.CanJoin && (problem.Missions[mission].Required.Contains(role.Code) || steps.Any(step => step.Role == role.Code)))
            .ToList();
        if (joining.Count == 0)
        {
            return "no role on its path can join a team: none is Embedded by default with people to spare.";
        }

        if (Tolerance.Greater(problem.Missions[mission].Points, problem.DomainCapacity))
        {
            return $"the domains of {problem.Missions[mission].Charter.Name} weigh more than a team can carry; split them.";
        }

        var people = joining.Sum(role => role.SupplyFte);
        return Tolerance.AtLeast(people, problem.Limits.SmallestTeam)
            ? "no team within the limits would save anything; it stays as today."
            : $"its roles have only {FigureText.Of(people, 2)} FTE; a team needs {FigureText.Of(problem.Limits.SmallestTeam)}.";
    }
}
