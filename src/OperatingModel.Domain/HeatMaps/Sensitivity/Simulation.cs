using OperatingModel.Domain.Capabilities;

namespace OperatingModel.Domain.HeatMaps.Sensitivity;

/// <summary>What to simulate (F6b).</summary>
/// <param name="Runs">1 or more.</param>
/// <param name="Seed">The same seed gives the same result.</param>
/// <param name="Delta">Every stage and unit weight moves by up to this share, 0..1.</param>
/// <param name="K">Places that count as the top.</param>
public sealed record SimulationSettings(int Runs = 1000, ulong Seed = 20260101, double Delta = 0.25, int K = 5);

/// <summary>The ranks of a leaf over all runs.</summary>
/// <param name="Node">Index in the capability tree.</param>
/// <param name="First">Share of runs in first place, 0..1; ties count for all leaves in them.</param>
/// <param name="Top">Share of runs among the first k, 0..1.</param>
/// <param name="ExpectedRank">Mean rank, 1 or more; null without a known cell.</param>
public sealed record SimulatedRank(int Node, string Code, string Name, double First, double Top, double? ExpectedRank)
{
    public Explanation Explain(SimulationSettings settings)
    {
        var capability = ModelInput.Of<Capability>(Code, Name);
        return new Explanation(
            $"{Name} among the first {settings.K}",
            $"Share of {settings.Runs} runs in which it ranks {settings.K} or better.",
            Top,
            FigureUnit.Share,
            [
                new ExplanationTerm("In first place", [capability], First, "ties count for all of them"),
                new ExplanationTerm($"In another of the first {settings.K} places", [capability], Top - First),
            ],
            [
                ExpectedRank is { } rank ? $"Mean rank {FigureText.Of(rank, 2)}." : "No cell of it is assessed: it has no rank.",
                $"Weights move by up to {FigureText.Percent(settings.Delta)}, current levels by one with a chance that falls with confidence; "
                    + $"seed {settings.Seed}.",
            ],
            [])
        {
            Formula = Formula.Of("runs among the first", (long)Math.Round(Top * settings.Runs)) / Formula.Of("all runs", settings.Runs),
        };
    }
}

/// <summary>Ranks under random weights and judgements.</summary>
/// <param name="Ranks">By leaf, in the display order of the priorities.</param>
public sealed record SimulationResult(SimulationSettings Settings, IReadOnlyList<SimulatedRank> Ranks);

/// <summary>
/// How firm the order is when weights and current levels are less certain than they look: stage and unit weights move within
/// ±delta, a current level is a level lower or higher with a chance that depends on its confidence (F6b; stochastic acceptability
/// analysis after Lahdelma, Hokkanen and Salminen 1998).
/// </summary>
public static class Simulation
{
    /// <summary>Runs handed to a thread at once.</summary>
    private const int Batch = 16;

    /// <summary>Below this many cell evaluations one thread is faster.</summary>
    private const long WorthSharing = 2_000_000;

    /// <param name="progress">Gets the share that is done, 0..1.</param>
    public static SimulationResult Run(
        HeatCube cube,
        SimulationSettings settings,
        IProgress<double>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(settings.Runs, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(settings.Delta);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(settings.Delta, 1);
        var inputs = new SimulationInputs(cube);
        var total = new SimulationCounts(inputs.Leaves.Length);
        var done = 0;
        var gate = new Lock();
        void Batches(int batch)
        {
            cancellation.ThrowIfCancellationRequested();
            var run = new SimulationRun(inputs, settings);
            var end = Math.Min(settings.Runs, (batch + 1) * Batch);
            for (var i = batch * Batch; i < end; i++)
            {
                run.Draw(i);
            }

            // Whole numbers: the sum does not depend on which thread comes first.
            lock (gate)
            {
                total.Add(run.Counts);
                done += end - (batch * Batch);
                progress?.Report((double)done / settings.Runs);
            }
        }

        var batches = (settings.Runs + Batch - 1) / Batch;
        if (cube.Axes.Volume * settings.Runs >= WorthSharing)
        {
            Parallel.For(0, batches, new ParallelOptions { CancellationToken = cancellation }, Batches);
        }
        else
        {
            for (var batch = 0; batch < batches; batch++)
            {
                Batches(batch);
            }
        }

        return new SimulationResult(settings, [.. cube.Priorities.Items.Select(item => Result(inputs, total, settings.Runs, item))]);
    }

    private static SimulatedRank Result(SimulationInputs inputs, SimulationCounts counts, int runs, Priority item)
    {
        var place = inputs.PlaceOf(item.Node);
        return place < 0
            ? new SimulatedRank(item.Node, item.Code, item.Name, 0, 0, null)
            : new SimulatedRank(
                item.Node,
                item.Code,
                item.Name,
                (double)counts.First[place] / runs,
                (double)counts.Top[place] / runs,
                (double)counts.RankSum[place] / runs);
    }
}
