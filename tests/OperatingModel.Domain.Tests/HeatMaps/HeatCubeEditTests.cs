using OperatingModel.Domain.BusinessUnits;
using OperatingModel.Domain.Capabilities;
using OperatingModel.Domain.HeatMaps;
using OperatingModel.Domain.HeatMaps.Cube;
using OperatingModel.Domain.Strategy;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.Tests.HeatMaps;

public sealed class HeatCubeEditTests
{
    [Fact]
    public void After_any_edits_the_cube_equals_to_the_last_bit_the_one_built_from_scratch() =>
        RandomModels.ForAll(model =>
        {
            var random = model.Random;
            var snapshot = model.Snapshot;
            _ = snapshot.Cube;
            for (var edit = 0; edit < 8; edit++)
            {
                snapshot = snapshot.With(
                    [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Edit(random, snapshot)).DistinctBy(change => change.Key)],
                    edit + 2);
            }

            ShouldBeIdentical(snapshot.Cube, HeatCube.Of(snapshot));
        });

    [Fact]
    public void Large_models_are_added_up_by_several_threads_to_the_same_bits()
    {
        var model = Large();
        model.Cube.Axes.Volume.ShouldBeGreaterThan(Portions.WorthSharing);
        var random = new Random(3);
        var edited = model;
        for (var edit = 0; edit < 20; edit++)
        {
            var before = RandomModels.Pick(random, edited.Assessments);
            edited = edited.With([RowChange.Replace(before, before with { Current = random.Next(6), Importance = random.Next(1, 6) })], edit + 2);
        }

        ShouldBeIdentical(edited.Cube, HeatCube.Of(edited));
    }

    [Fact]
    public void A_cube_is_never_changed_by_the_edits_that_follow()
    {
        var model = Models.Mini();
        var before = model.Cube.Of();
        _ = model.With([RowChange.Remove(model.Assessments[0])], 2).Cube.Of();
        model.Cube.Of().ShouldBe(before);
    }

    [Fact]
    public void A_note_changes_no_figure()
    {
        var model = Models.Mini();
        _ = model.Cube;
        var row = model.Assessments[0];
        var next = model.With([RowChange.Replace(row, row with { Note = "seen" })], 2);
        ReferenceEquals(next.Cube.Layer.Row(0), model.Cube.Layer.Row(0)).ShouldBeTrue();
        next.Cube.Explain(next.Tree.IndexOf("P.1"), 0, 0).Remarks.ShouldContain("Evidence: seen");
    }

    [Fact]
    public void What_the_map_does_not_depend_on_leaves_the_cube_alone()
    {
        var model = Models.Mini();
        var cube = model.Cube;
        ReferenceEquals(model.With([RowChange.Add(new StrategicObjective("O", "Objective", null))], 2).Cube, cube).ShouldBeTrue();
    }

    [Fact]
    public void Any_other_change_gives_the_cube_of_the_next_model() => RandomModels.ForAll(model =>
    {
        var random = model.Random;
        var snapshot = model.Snapshot;
        _ = snapshot.Cube;
        var stage = RandomModels.Pick(random, snapshot.Stages);
        var unit = RandomModels.Pick(random, snapshot.BusinessUnits);
        var link = RandomModels.Pick(random, snapshot.StageLinks);
        RowChange change = random.Next(6) switch
        {
            0 => RowChange.Replace(stage, stage with { ValueWeight = random.Next(1, 100) }),
            1 => RowChange.Replace(unit, unit with { Revenue = random.Next(0, 50) }),
            2 => RowChange.Replace(link, link with { Strength = RandomModels.Pick(random, Enum.GetValues<LinkStrength>()) }),
            3 => RowChange.Remove(link),
            4 => RowChange.Remove(unit),
            _ => RowChange.Add(ModelSettings.Default with { Gamma = 0.5, ContributionMinor = 2, StaleAfterMonths = 3 }),
        };
        var next = snapshot.With([change], 2);
        var edited = next.With([Edit(random, next)], 3);
        ShouldBeIdentical(edited.Cube, HeatCube.Of(edited));
        ShouldBeIdentical(next.Cube, HeatCube.Of(next));
    });

    [Fact]
    public void On_another_day_only_ageing_differs() => RandomModels.ForAll(model =>
    {
        var cube = model.Snapshot.Cube;
        var later = model.Snapshot.On(Models.Today.AddDays(model.Random.Next(-400, 400)));
        ShouldBeIdentical(later.Cube, HeatCube.Of(later));
        (later.Cube.Of().Heat ?? 0).ShouldBe(cube.Of().Heat ?? 0);
    });

    [Fact]
    public void A_day_on_which_nothing_grows_stale_keeps_all_figures_as_they_are()
    {
        var model = Models.Mini();
        _ = model.Cube;
        ReferenceEquals(model.On(Models.Today.AddDays(1)).Cube.Layer, model.Cube.Layer).ShouldBeTrue();
        ReferenceEquals(model.On(Models.Today.AddMonths(13)).Cube.Layer, model.Cube.Layer).ShouldBeFalse();
        model.On(Models.Today.AddMonths(13)).Cube.Of().Confidence!.Value.ShouldBe(0.4875, 1e-9); // every grade one lower
    }

    [Fact]
    public void A_what_if_equals_the_model_that_has_these_weights() =>
        RandomModels.ForAll(model =>
        {
            var random = model.Random;
            var snapshot = model.Snapshot;
            var stage = RandomModels.Pick(random, snapshot.Stages);
            var unit = RandomModels.Pick(random, snapshot.BusinessUnits);
            var settings = ModelSettings.Default with
            {
                Alpha = random.Next(1, 3),
                Gamma = random.Next(1, 3) / 2.0,
                ContributionSupporting = random.Next(1, 9),
            };
            var changed = snapshot.With(
                [
                    RowChange.Replace(stage, stage with { ValueWeight = 50 }),
                    RowChange.Replace(unit, unit with { Revenue = random.Next(0, 80) }),
                    RowChange.Add(settings),
                ],
                2);
            var weights = snapshot
                .Cube.Weights.WithStagePoints(stage.Code, 50)
                .WithUnitWeight(unit.Code, changed.BusinessUnits[unit.Key].Revenue!.Value) with
            {
                Alpha = settings.Alpha,
                Gamma = settings.Gamma,
                Supporting = settings.ContributionSupporting,
            };
            ShouldBeIdentical(snapshot.Cube.Reweighted(weights), HeatCube.Of(changed));
            weights.ShouldBe(HeatWeights.Of(changed));
        });

    [Fact]
    public void Units_can_be_weighed_on_another_basis()
    {
        var model = Models.Mini();
        var weights = model.Cube.Weights.WithUnitBasis(model, WeightBasis.Equal);
        model.Cube.Reweighted(weights).UnitShare(0).ShouldBe(0.5);
        model.Cube.Reweighted(model.Cube.Weights.WithUnitBasis(model, WeightBasis.Customers)).Units.ShouldBeEmpty();
    }

    [Fact]
    public void Old_revisions_do_not_keep_each_other_alive()
    {
        var (first, last) = Chain();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        first.TryGetTarget(out _).ShouldBeFalse();
        last.Cube.Of().Cells.ShouldBe(8);

        static (WeakReference<ModelSnapshot> First, ModelSnapshot Last) Chain()
        {
            var snapshot = Models.Mini();
            var first = new WeakReference<ModelSnapshot>(snapshot);
            for (var i = 0; i < 6; i++)
            {
                _ = snapshot.Cube;
                snapshot = i % 2 == 0
                    ? snapshot.With([RowChange.Replace(snapshot.Assessments[0], snapshot.Assessments[0] with { Current = i % 5 })], i + 2)
                    : snapshot.With([RowChange.Replace(snapshot.Stages[0], snapshot.Stages[0] with { ValueWeight = 30 + i })], i + 2);
            }

            _ = snapshot.Cube;
            return (first, snapshot);
        }
    }

    internal static void ShouldBeIdentical(HeatCube actual, HeatCube expected)
    {
        actual.Units.Select(u => u.Code).ShouldBe(expected.Units.Select(u => u.Code));
        int[] nodes = [HeatCube.All, .. Enumerable.Range(0, expected.Tree.Count)];
        int[] stages = [HeatCube.All, .. Enumerable.Range(0, expected.Stages.Count)];
        int[] units = [HeatCube.All, .. Enumerable.Range(0, expected.Units.Count)];
        foreach (var unit in units)
        {
            foreach (var node in nodes)
            {
                Bits(actual.Of(node, HeatCube.All, unit)).ShouldBe(Bits(expected.Of(node, HeatCube.All, unit)));
            }

            foreach (var stage in stages)
            {
                Bits(actual.Of(HeatCube.All, stage, unit)).ShouldBe(Bits(expected.Of(HeatCube.All, stage, unit)));
            }
        }

        actual.Priorities.Items.ShouldBe(expected.Priorities.Items);
        actual.Ranking.Order.ToArray().ShouldBe(expected.Ranking.Order.ToArray());
        actual.Leaves.Select(actual.RankOf).ShouldBe(expected.Priorities.Items.OrderBy(item => item.Node).Select(item => item.Rank));
    }

    private static (int, int, long, long, long, long, long) Bits(Rollup rollup) => (
        rollup.Cells, rollup.Known, Bits(rollup.Mass), Bits(rollup.Heat), Bits(rollup.Low), Bits(rollup.Confidence), Bits(rollup.Peak));

    private static long Bits(double? figure) => figure is { } value ? BitConverter.DoubleToInt64Bits(value) : long.MinValue + 1;

    private static RowChange Edit(Random random, ModelSnapshot model)
    {
        if (model.BusinessUnits.Count == 0 || (model.Assessments.Count > 0 && random.Next(3) == 0))
        {
            return RowChange.Remove(RandomModels.Pick(random, model.Assessments));
        }

        var leaf = model.Tree[RandomModels.Pick(random, model.Tree.Leaves)].Code;
        var row = RandomModels.Assessment(
            random,
            leaf,
            RandomModels.Pick(random, model.BusinessUnits).Code,
            random.Next(2) == 0 ? null : RandomModels.Pick(random, model.Stages).Code);
        return model.Assessments.Find(row.Key) is { } before
            ? RowChange.Replace(before, row with { Position = before.Position })
            : RowChange.Add(row with { Position = int.MaxValue });
    }

    // 110 leaves × 46 stages × 60 units.
    private static ModelSnapshot Large()
    {
        var random = new Random(1);
        string[] leaves = [.. Enumerable.Range(0, 110).Select(i => $"L{i}")];
        string[] stages = [.. Enumerable.Range(0, 46).Select(i => $"S{i}")];
        string[] units = [.. Enumerable.Range(0, 60).Select(i => $"U{i}")];
        return Models.Of(
        [
            Models.Chain(),
            .. stages.Select((stage, i) => Models.Stage(stage, random.Next(1, 100), order: i + 1)),
            .. units.Select(unit => Models.Unit(unit, random.Next(1, 100))),
            .. Enumerable.Range(0, 10).Select(i => Models.Capability($"R{i}")),
            .. leaves.Select((leaf, i) => Models.Capability(leaf, $"R{i % 10}")),
            .. from leaf in leaves from stage in stages select new StageLink(stage, leaf, RandomModels.Pick(random, Enum.GetValues<LinkStrength>())),
            .. from leaf in leaves from unit in units where random.Next(8) > 0 select RandomModels.Assessment(random, leaf, unit, null),
            .. from leaf in leaves
            from unit in units
            where random.Next(8) == 0
            select RandomModels.Assessment(random, leaf, unit, RandomModels.Pick(random, stages)),
        ]);
    }
}
