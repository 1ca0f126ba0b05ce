using OperatingModel.Benchmarks.Peers;
using OperatingModel.Domain;
using OperatingModel.Domain.HeatMaps;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Benchmarks.Measures;

/// <summary>What the cube owes by itself: against memory (G2), what-ifs (G3), edits (G4), a full push of the map (G10).</summary>
internal sealed class CubeMeasure(Report report)
{
    private const int Rounds = 60;
    private const int EditsTimed = 6_000;
    private const int EditsInTheLongRun = 400_000;

    private readonly Dictionary<string, (double Full, double Edit)> _medians = [];

    public void Run(Enterprise enterprise, bool edits)
    {
        report.Line();
        report.Line($"## The cube at {enterprise.Size.Name} cells");
        report.Line();
        report.Line("| what | min / median / max, ms |");
        report.Line("|---|---|");
        var full = FullJobAndWhatIfs(enterprise);
        var edit = edits ? Edits(enterprise) : double.NaN;
        _medians[enterprise.Size.Name] = (full, edit);
        if (enterprise.Size == EnterpriseSize.Million)
        {
            report.Goal("G4", "full job ÷ one edit, next revision included, at 1 M", full / edit, 100, atLeast: true);
            report.Goal("G4", "one edit at 1 M, median µs", edit * 1000, 20, atLeast: false);
            LongRun(enterprise);
            Push(enterprise);
        }
    }

    public void Growth()
    {
        if (_medians.TryGetValue(EnterpriseSize.TenThousand.Name, out var small) && _medians.TryGetValue(EnterpriseSize.Million.Name, out var large))
        {
            report.Goal("G4", "growth exponent of an edit, 10 k → 1 M", Math.Log(large.Edit / small.Edit) / Math.Log(100), 0.2, atLeast: false);
        }

        if (_medians.TryGetValue(EnterpriseSize.TenMillion.Name, out var huge))
        {
            report.Goal("G14", "growth exponent of the full job, 10 k → 10 M", Math.Log(huge.Full / small.Full) / Math.Log(1000), 1, atLeast: false);
        }
    }

    private double FullJobAndWhatIfs(Enterprise enterprise)
    {
        var model = enterprise.Model;
        var cube = model.On(Enterprise.Today.AddDays(-45)).Cube;
        ModelSnapshot[] days = [model, model.On(Enterprise.Today.AddDays(45))];
        var weights = cube.Weights;
        var (stage, unit) = (cube.Stages[1].Code, cube.Units[1].Code);
        var bandwidth = new Bandwidth();
        (Timing Timing, Action<int> Run)[] jobs =
        [
            (new Timing("full job from the judgements"), i => cube.For(days[i % 2])),
            (new Timing("what-if: points of a stage"), i => cube.Reweighted(weights.WithStagePoints(stage, (i % 90) + 1))),
            (new Timing("what-if: weight of a unit"), i => cube.Reweighted(weights.WithUnitWeight(unit, (i % 90) + 1))),
            (new Timing("what-if: contribution scale"), i => cube.Reweighted(weights with { Supporting = 4 + (i % 5) })),
        ];
        for (var i = 0; i < Rounds / 2; i++)
        {
            Array.ForEach(jobs, job => job.Run(i));
        }

        for (var i = 0; i < Rounds; i++)
        {
            Array.ForEach(jobs, job => job.Timing.Measure(() => job.Run(i)));
            bandwidth.Measure();
        }

        Array.ForEach(jobs, job => report.Line($"| {job.Timing.Name} | {job.Timing} |"));
        report.Line($"| {bandwidth.Timing.Name}: {bandwidth.GigabytesPerSecond:0.0} GB/s | {bandwidth.Timing} |");
        Goals(enterprise, bandwidth, [.. jobs.Select(job => job.Timing)]);
        return jobs[0].Timing.Median;
    }

    private void Goals(Enterprise enterprise, Bandwidth bandwidth, Timing[] timings)
    {
        var bytes = Bytes(enterprise);
        var reading = bandwidth.MillisecondsFor(bytes);
        report.Line($"| its {bytes / 1e6:0.0} MB (judgements read, codes and all roll-ups written) at that bandwidth | {Timing.Text(reading)} |");
        if (enterprise.Size == EnterpriseSize.Million || enterprise.Size == EnterpriseSize.TenMillion)
        {
            report.Goal(
                "G2",
                $"full job ÷ moving its bytes, {enterprise.Size.Name}",
                timings[0].Median / reading,
                enterprise.Size == EnterpriseSize.Million ? 4 : 2.5,
                atLeast: false);
        }

        if (enterprise.Size == EnterpriseSize.Million)
        {
            foreach (var whatIf in timings[1..])
            {
                report.Goal("G3", $"{whatIf.Name} ÷ full job, 1 M", whatIf.Median / timings[0].Median, 1 / 3.0, atLeast: false);
            }
        }
    }

    // Judgements 4 bytes, codes 2, a roll-up of a unit 48, what is imputed 8; rows of units padded to eight.
    private static double Bytes(Enterprise enterprise)
    {
        var cube = enterprise.Model.Cube;
        double padded = (cube.Units.Count + 7) / 8 * 8;
        var links = enterprise.Size.Links;
        return padded
            * (((links + cube.Leaves.Count) * 4) + (links * 2) + ((cube.Tree.Count + 1 + cube.Stages.Count) * 48) + (cube.Leaves.Count * 8));
    }

    private double Edits(Enterprise enterprise)
    {
        var random = new Random(7);
        var model = enterprise.Model;
        _ = model.Cube;
        var timing = new Timing("one edit, next revision included");
        for (var i = 0; i < EditsTimed + 2_000; i++)
        {
            var change = Edit(random, model);
            if (i < 2_000)
            {
                model = model.With([change], i);
            }
            else
            {
                timing.Measure(() => model = model.With([change], i));
            }
        }

        report.Line($"| {timing.Name}; 99th percentile {Timing.Text(timing.At(0.99))} | {timing} |");
        return timing.Median;
    }

    private void LongRun(Enterprise enterprise)
    {
        var random = new Random(8);
        var model = enterprise.Model;
        _ = model.Cube;
        for (var i = 0; i < EditsInTheLongRun; i++)
        {
            model = model.With([Edit(random, model)], i);
        }

        var same = CubePeer.Fingerprint(model.Cube) == CubePeer.Fingerprint(HeatCube.Of(model));
        report.Goal("G4", $"results after {EditsInTheLongRun:#,0} edits equal a full job to the last bit (1 = yes)", same ? 1 : 0, 1, atLeast: true);
    }

    private void Push(Enterprise enterprise)
    {
        var cube = enterprise.Model.Cube;
        int[] nodes = [.. Enumerable.Range(0, cube.Tree.Count)];
        int[] units = [.. Enumerable.Range(0, cube.Units.Count)];
        var bands = new byte[nodes.Length * units.Length];
        var timing = new Timing($"full map of {nodes.Length} × {units.Length}: the band of every cell");
        for (var i = 0; i < Rounds; i++)
        {
            timing.Measure(() =>
            {
                var grid = cube.Grid(HeatAxis.Capabilities, nodes, HeatAxis.BusinessUnits, units);
                for (var cell = 0; cell < bands.Length; cell++)
                {
                    bands[cell] = (byte)(grid[cell / units.Length, cell % units.Length].Band ?? (HeatBand)byte.MaxValue);
                }
            });
        }

        report.Line($"| {timing.Name} | {timing} |");
        report.Goal("G10", "computing a full map push, median ms (one byte a cell)", timing.Median, 50, atLeast: false);
    }

    private static RowChange Edit(Random random, ModelSnapshot model)
    {
        var before = model.Assessments[random.Next(model.Assessments.Count)];
        return RowChange.Replace(before, before with { Importance = random.Next(1, 6), Current = random.Next(6), Version = before.Version + 1 });
    }
}
