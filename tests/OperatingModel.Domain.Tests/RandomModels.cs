using FsCheck;
using FsCheck.Fluent;
using OperatingModel.Domain.Assessments;
using OperatingModel.Domain.Capabilities;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.Tests;

/// <summary>A model made from a seed; a failing case is repeated by its seed.</summary>
public sealed record RandomModel(int Seed)
{
    public ModelSnapshot Snapshot { get; } = RandomModels.Of(new Random(Seed));

    /// <summary>Random numbers for what a test does with the model.</summary>
    public Random Random => new(Seed ^ 0x5EED);

    public override string ToString() => $"seed {Seed}";
}

/// <summary>
/// Small models with everything that can make a heat map difficult: several chains, stages and units of weight 0, instances that
/// do not apply, missing, stage-specific and stale judgements, leaves without links, references to nothing.
/// </summary>
internal static class RandomModels
{
    public const int Cases = 300;

    public static void ForAll(Action<RandomModel> holds) => ForAll(Gen.Choose(0, int.MaxValue - 1).Select(seed => new RandomModel(seed)), holds);

    public static void ForAll<T>(Gen<T> cases, Action<T> holds) => ForAll(cases, Cases, holds);

    public static void ForAll<T>(Gen<T> cases, int count, Action<T> holds) =>
        Prop.ForAll(cases.ToArbitrary(), holds).Check(Config.QuickThrowOnFailure.WithMaxTest(count));

    public static ModelSnapshot Of(Random random)
    {
        var rows = new List<ModelRow>();
        string[] stages = Chains(random, rows);
        string[] units = Units(random, rows);
        string[] leaves = Tree(random, rows);
        foreach (var leaf in leaves)
        {
            foreach (var stage in Some(random, stages, random.Next(10) == 0 ? 0 : 0.5))
            {
                rows.Add(new StageLink(stage, leaf, Pick(random, Enum.GetValues<LinkStrength>())));
            }

            foreach (var unit in units)
            {
                AddInstance(random, rows, leaf, unit, stages);
            }
        }

        rows.Add(new StageLink("NOWHERE", leaves[0], LinkStrength.Critical));
        rows.Add(Assessment(random, "NOTHING", units[0], null));
        return Models.Of(rows);
    }

    /// <summary>As <see cref="Of"/>, without references to nothing.</summary>
    public static ModelSnapshot Clean(Random random)
    {
        var model = Of(random);
        return model.With([RowChange.Remove(model.StageLinks[^1]), RowChange.Remove(model.Assessments[^1])], 1);
    }

    public static Assessment Assessment(Random random, string capability, string unit, string? stage) =>
        Models.Assessed(
            capability,
            unit,
            random.Next(1, 6),
            random.Next(6),
            random.Next(6),
            (Confidence)random.Next(3),
            stage,
            Models.Today.AddDays(-random.Next(500)));

    public static T Pick<T>(Random random, params IReadOnlyList<T> items) => items[random.Next(items.Count)];

    private static void AddInstance(Random random, List<ModelRow> rows, string leaf, string unit, string[] stages)
    {
        if (random.Next(10) == 0)
        {
            rows.Add(new NotApplicable(leaf, unit, null));
        }

        if (random.Next(4) > 0)
        {
            rows.Add(Assessment(random, leaf, unit, null));
        }

        foreach (var stage in Some(random, stages, 0.15))
        {
            rows.Add(Assessment(random, leaf, unit, stage));
        }
    }

    private static string[] Chains(Random random, List<ModelRow> rows)
    {
        var stages = new List<string>();
        for (var chain = 0; chain < random.Next(1, 4); chain++)
        {
            rows.Add(Models.Chain($"CH{chain}", random.Next(1, 4)));
            for (var order = 1; order <= random.Next(1, 4); order++)
            {
                stages.Add($"S{Pick(random, 'A', 'B', 'C')}{stages.Count}");
                rows.Add(Models.Stage(stages[^1], order > 1 && random.Next(6) == 0 ? 0 : random.Next(1, 100), $"CH{chain}", order));
            }
        }

        return [.. stages];
    }

    private static string[] Units(Random random, List<ModelRow> rows)
    {
        var units = new List<string>();
        for (var i = 0; i < random.Next(1, 7); i++)
        {
            units.Add($"U{i}");
            rows.Add(Models.Unit(units[^1], i > 0 && random.Next(5) == 0 ? 0 : random.Next(1, 100)));
        }

        return [.. units];
    }

    private static string[] Tree(Random random, List<ModelRow> rows)
    {
        var leaves = new List<string>();
        for (var root = 0; root < random.Next(1, 4); root++)
        {
            rows.Add(Models.Capability($"R{root}"));
            for (var child = 0; child < random.Next(1, 4); child++)
            {
                AddBranch(random, rows, leaves, $"R{root}", $"R{root}.{child}");
            }
        }

        return [.. leaves];
    }

    private static void AddBranch(Random random, List<ModelRow> rows, List<string> leaves, string parent, string code)
    {
        if (random.Next(4) == 0)
        {
            rows.Add(Models.Capability(code, parent));
            for (var child = 0; child < 2; child++)
            {
                rows.Add(Models.Capability($"{code}.{child}", code, random.Next(3) == 0 ? null : random.Next(1, 8) / 2.0));
                leaves.Add($"{code}.{child}");
            }
        }
        else
        {
            rows.Add(Models.Capability(code, parent, random.Next(3) == 0 ? null : random.Next(1, 8) / 2.0));
            leaves.Add(code);
        }
    }

    private static IEnumerable<T> Some<T>(Random random, IEnumerable<T> items, double share) => items.Where(_ => random.NextDouble() < share);
}
