namespace OperatingModel.Domain.Changes.Formation;

/// <summary>
/// Deterministic local search from today's design: at each step the move that saves most load within the limits is taken (the first
/// found of equals), until none saves anything. What comes first decides much, so the search is repeated with each mission, and then
/// each change, as the first to get a team (at most <see cref="MostStarts"/> times); the lowest load wins, the first of equals.
/// </summary>
internal sealed class FormationSearch(FormationProblem problem)
{
    private const int MostStarts = 64;

    private readonly FormationCosts _costs = new(problem);

    public FormationState State { get; private set; } = FormationState.Today(problem);

    public IReadOnlyList<FormationMove> Moves { get; private set; } = [];

    public void Run(IProgress<FormationProgress>? progress, CancellationToken cancellation)
    {
        var lowest = _costs.LoadOf(State);
        progress?.Report(new FormationProgress(0, 0, lowest));
        var starts = Starts().Take(MostStarts).ToList();
        for (var start = 0; start < starts.Count; start++)
        {
            var descent = new FormationDescent(problem, _costs);
            if (starts[start].Count == 0 || descent.FormFirst(starts[start]))
            {
                descent.Run(cancellation);
            }

            if (Tolerance.Greater(lowest, _costs.LoadOf(descent.State)))
            {
                (State, Moves, lowest) = (descent.State, descent.Moves, _costs.LoadOf(descent.State));
            }

            progress?.Report(new FormationProgress(start + 1, starts.Count, lowest));
        }
    }

    // Changes that get the first team; none to begin with the move that saves most.
    private IEnumerable<IReadOnlyList<int>> Starts()
    {
        var changes = Enumerable.Range(0, problem.Changes.Count);
        var missions = changes.GroupBy(change => problem.Changes[change].Mission).ToList();
        return missions.Count == 0 ? [] :
        [
            [],
            .. missions.Select(mission => mission.ToList()),
            .. missions.Where(mission => mission.Count() > 1).SelectMany(mission => mission.Select(change => new[] { change })),
        ];
    }
}
