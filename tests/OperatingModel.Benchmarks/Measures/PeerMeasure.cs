using OperatingModel.Benchmarks.Peers;

namespace OperatingModel.Benchmarks.Measures;

/// <summary>The full job, side by side: all peers in turn, round after round, in one process run.</summary>
internal static class PeerMeasure
{
    private static readonly DateOnly[] Days = [Enterprise.Today, Enterprise.Today.AddDays(45)];

    /// <summary>Growth from the smallest to the largest size is computed from this.</summary>
    public static Dictionary<(string Peer, string Size), double> Medians { get; } = [];

    public static void Run(Report report, Enterprise enterprise, IReadOnlyList<Func<IPeer>> peers, int rounds)
    {
        var tables = new PeerTables(enterprise);
        report.Line();
        report.Line(
            $"## {enterprise.Size.Name} cells: {enterprise.Model.Tree.Count} capabilities, {enterprise.Size.Units} units, "
                + $"{enterprise.Size.Stages} stages, {enterprise.Model.Assessments.Count:#,0} assessments");
        var loaded = peers.Select(peer => peer()).ToList();
        var timings = loaded.ConvertAll(peer => new Timing(peer.Name));
        var valid = Checked(enterprise, tables, loaded);
        for (var round = 0; round < rounds; round++)
        {
            for (var i = 0; i < loaded.Count; i++)
            {
                var (peer, day, otherDay) = (loaded[i], Days[round % Days.Length], Days[(round + 1) % Days.Length]);
                BeginTurn(() => peer.Run(otherDay));
                timings[i].Measure(() => peer.Run(day), peer is CubePeer ? 15 : 1);
            }
        }

        Print(report, enterprise.Size, loaded, timings, valid);
        loaded.ForEach(peer => peer.Dispose());
    }

    // Nobody pays for what the one before left behind, its garbage or its data in the caches: before every turn, for every
    // engine alike, the garbage is collected, and one run is not measured. It is for the other day, so nothing of it can be kept.
    private static void BeginTurn(Action unmeasured)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        unmeasured();
    }

    // Twice, so that everybody has warmed up, on two days; only who agrees with the objects in C# has done the job.
    private static bool[] Checked(Enterprise enterprise, PeerTables tables, List<IPeer> peers)
    {
        var valid = Enumerable.Repeat(true, peers.Count).ToArray();
        var reference = peers.FindIndex(peer => peer is LinqPeer);
        foreach (var peer in peers)
        {
            peer.Load(enterprise, tables);
        }

        foreach (var day in Days)
        {
            peers.ForEach(peer => Repeat(peer is CubePeer ? 60 : 1, () => peer.Run(day)));
            var fingerprints = peers.ConvertAll(peer => peer.Fingerprint());
            for (var i = 0; i < peers.Count; i++)
            {
                valid[i] &= fingerprints[i].Agrees(fingerprints[reference]);
                if (!valid[i])
                {
                    Console.WriteLine($"{peers[i].Name}: {fingerprints[i]}{Environment.NewLine}  against {fingerprints[reference]}");
                }
            }
        }

        return valid;
    }

    private static void Print(Report report, EnterpriseSize size, List<IPeer> peers, List<Timing> timings, bool[] valid)
    {
        var own = timings[peers.FindIndex(peer => peer is CubePeer)].Median;
        report.Line();
        report.Line("Engines in turn. Before each turn, for all alike: garbage collected, one run unmeasured.");
        report.Line();
        report.Line("| engine | min / median / max, ms | × | results |");
        report.Line("|---|---|---|---|");
        for (var i = 0; i < peers.Count; i++)
        {
            var timing = timings[i];
            report.Line($"| {timing.Name} | {timing} | {(valid[i] ? $"{timing.Median / own:0.0}" : "void")} | {(valid[i] ? "equal" : "differ")} |");
            Medians[(peers[i].GetType().Name, size.Name)] = timing.Median;
            if (size == EnterpriseSize.Million && Bound(peers[i]) is { } bound)
            {
                report.Goal("G1", $"full job at 1 M, times faster than {timing.Name}", valid[i] ? timing.Median / own : 0, bound, atLeast: true);
            }
        }
    }

    private static double? Bound(IPeer peer) => peer switch
    {
        DuckDbPeer => 25,
        PostgresPeer => 250,
        SqlitePeer => 500,
        LinqPeer => 100,
        _ => null,
    };

    private static void Repeat(int times, Action action)
    {
        for (var i = 0; i < times; i++)
        {
            action();
        }
    }
}
