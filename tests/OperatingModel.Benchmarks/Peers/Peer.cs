namespace OperatingModel.Benchmarks.Peers;

/// <summary>
/// Fingerprint of all results of the job: sums in which every roll-up, priority and rank has its own weight. Peers whose
/// fingerprint differs did not do the job, and their time does not count.
/// </summary>
internal readonly record struct Fingerprint(
    double Nodes,
    double NodesOfAllUnits,
    double Stages,
    double StagesOfAllUnits,
    double Priorities,
    double Ranks)
{
    private const double Tolerance = 1e-9;

    public bool Agrees(Fingerprint other) =>
        Near(Nodes, other.Nodes) && Near(NodesOfAllUnits, other.NodesOfAllUnits) && Near(Stages, other.Stages)
        && Near(StagesOfAllUnits, other.StagesOfAllUnits) && Near(Priorities, other.Priorities) && Ranks == other.Ranks;

    private static bool Near(double left, double right) => Math.Abs(left - right) <= Tolerance * Math.Max(Math.Abs(left), 1);
}

/// <summary>
/// Something that can do the method's job: every cell, roll-ups of every node and stage by unit and for all, every priority and rank.
/// </summary>
internal interface IPeer : IDisposable
{
    string Name { get; }

    /// <summary>Takes in the data and prepares whatever helps; not timed.</summary>
    void Load(Enterprise enterprise, PeerTables tables);

    /// <summary>Does the job as of a day. The results stay where they are.</summary>
    void Run(DateOnly asOf);

    /// <summary>Of the results of the last run; not timed.</summary>
    Fingerprint Fingerprint();
}
