using OperatingModel.Domain.Assessments;
using OperatingModel.Domain.BusinessUnits;
using OperatingModel.Domain.Capabilities;
using OperatingModel.Domain.ValueChains;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.Tests.HeatMaps;

/// <summary>What holds for every list of priorities (F5).</summary>
public sealed class PriorityRuleTests
{
    [Fact]
    public void Priorities_lie_within_their_bounds_and_their_parts_add_up() => RandomModels.ForAll(model =>
    {
        var (cube, plain) = (model.Snapshot.Cube, new PlainHeatMap(model.Snapshot));
        foreach (var item in cube.Priorities.Items)
        {
            item.Value.ShouldBe(cube.PriorityOf(item.Node));
            var expected = plain.Priority(item.Code).Priority;
            (item.Value is null).ShouldBe(expected is null);
            if (item.Value is not { } value)
            {
                continue;
            }

            value.ShouldBe(expected!.Value, 1e-9);
            value.ShouldBeInRange(item.Low - 1e-9, item.High + 1e-9);
            value.ShouldBeInRange(-1e-9, 1000 + 1e-9);
            cube.PriorityByStage(item.Node).Sum(part => part.Amount).ShouldBe(value, 1e-9);
            cube.PriorityByUnit(item.Node).Sum(part => part.Amount).ShouldBe(value, 1e-9);
            if (item.Coverage is { } coverage && Tolerance.Same(coverage, 1))
            {
                value.ShouldBe(10 * item.Reach * item.Heat!.Value, 1e-9);
                item.Low.ShouldBe(item.High, 1e-9);
            }
        }

        cube.Priorities.TotalNeed.ShouldBe(cube.NeedOf(), 1e-9);
    });

    [Fact]
    public void The_list_holds_every_linked_leaf_once_and_ranks_lie_in_their_intervals() => RandomModels.ForAll(model =>
    {
        var items = model.Snapshot.Cube.Priorities.Items;
        items.Select(item => item.Node).Order().ShouldBe(model.Snapshot.Cube.Leaves);
        foreach (var item in items)
        {
            item.BestRank.ShouldBe(1 + items.Count(other => other != item && Tolerance.Greater(other.Low, item.High)));
            item.WorstRank.ShouldBe(1 + items.Count(other => other != item && Tolerance.Greater(other.High, item.Low)));
            (item.Rank is null).ShouldBe(item.Value is null);
            (item.Rank ?? item.BestRank).ShouldBeInRange(item.BestRank, item.WorstRank);
        }
    });

    [Fact]
    public void Scaling_all_points_or_all_unit_weights_changes_nothing() => RandomModels.ForAll(model => ShouldRankAlike(
        model.Snapshot,
        Rebuilt(model.Snapshot, row => row switch
        {
            Stage stage => [stage with { ValueWeight = stage.ValueWeight * 0.7 }],
            BusinessUnit unit => [unit with { Revenue = unit.Revenue * 13 }],
            _ => [row],
        })));

    [Fact]
    public void The_order_of_the_input_does_not_matter() => RandomModels.ForAll(model => ShouldRankAlike(
        model.Snapshot,
        Models.Of(Rows(model.Snapshot).Reverse())));

    [Fact]
    public void Adding_a_capability_changes_nobody_elses_priority() => RandomModels.ForAll(model =>
    {
        var random = model.Random;
        var snapshot = model.Snapshot;
        ModelRow[] added =
        [
            Models.Capability("NEW"),
            .. snapshot.Stages.Select(stage => new StageLink(stage.Code, "NEW", LinkStrength.Critical)),
            .. snapshot.BusinessUnits.Select(unit => RandomModels.Assessment(random, "NEW", unit.Code, null)),
        ];
        var grown = Models.Of(Rows(snapshot).Concat(added));
        foreach (var item in snapshot.Cube.Priorities.Items)
        {
            (grown.Cube.PriorityOf(grown.Tree.IndexOf(item.Code)) ?? -1).ShouldBe(item.Value ?? -1, 1e-9);
        }
    });

    [Fact]
    public void Splitting_a_unit_into_equal_halves_changes_nothing() =>
        RandomModels.ForAll(model =>
        {
            var split = RandomModels.Pick(model.Random, model.Snapshot.BusinessUnits).Code;
            var halves = Rebuilt(model.Snapshot, row => row switch
                {
                    BusinessUnit unit when unit.Code == split =>
                    [
                        unit with
                        {
                            Revenue = unit.Revenue / 2,
                        },
                        unit with
                        {
                            Code = "half",
                            Revenue = unit.Revenue / 2,
                        },
                    ],
                    Assessment a when a.BusinessUnit == split => [a, a with { BusinessUnit = "half" }],
                    NotApplicable n when n.BusinessUnit == split => [n, n with { BusinessUnit = "half" }],
                    _ => [row],
                });
            ShouldRankAlike(model.Snapshot, halves);
            (halves.Cube.Of().Heat ?? -1).ShouldBe(model.Snapshot.Cube.Of().Heat ?? -1, 1e-9);
        });

    [Fact]
    public void Splitting_a_leaf_with_halved_weights_keeps_the_total_need() =>
        RandomModels.ForAll(model =>
        {
            var snapshot = model.Snapshot;
            var leaf = snapshot.Tree[RandomModels.Pick(model.Random, snapshot.Tree.Leaves)].Code;
            var split = Rebuilt(snapshot, row => row switch
                {
                    Capability c when c.Code == leaf =>
                    [
                        c with
                        {
                            Weight = null,
                        },
                        .. Twins(leaf, twin => c with { Code = twin, Parent = leaf, Weight = (c.Weight ?? 1) / 2 }),
                    ],
                    StageLink link when link.Capability == leaf => Twins(leaf, twin => link with { Capability = twin }),
                    Assessment a when a.Capability == leaf => Twins(leaf, twin => a with { Capability = twin }),
                    NotApplicable n when n.Capability == leaf => Twins(leaf, twin => n with { Capability = twin }),
                    _ => [row],
                });
            split.Cube.Priorities.TotalNeed.ShouldBe(snapshot.Cube.Priorities.TotalNeed, 1e-9);
            (split.Cube.Of().Heat ?? -1).ShouldBe(snapshot.Cube.Of().Heat ?? -1, 1e-9);
        });

    [Fact]
    public void Raising_a_current_level_never_raises_a_priority() => RandomModels.ForAll(model =>
    {
        var snapshot = model.Snapshot;
        var before = RandomModels.Pick(model.Random, snapshot.Assessments);
        var raised = snapshot.With([RowChange.Replace(before, before with { Current = Math.Min(5, before.Current + 1) })], 2);
        foreach (var leaf in snapshot.Cube.Leaves)
        {
            (raised.Cube.PriorityOf(leaf) ?? 0).ShouldBeLessThanOrEqualTo((snapshot.Cube.PriorityOf(leaf) ?? 0) + 1e-9);
        }
    });

    private static ModelRow[] Twins(string leaf, Func<string, ModelRow> twin) => [twin(leaf + ".x"), twin(leaf + ".y")];

    private static IEnumerable<ModelRow> Rows(ModelSnapshot model) =>
        ModelTables.All.Where(table => table.RowType != typeof(ModelMeta)).SelectMany(table => model.Table(table).Rows);

    private static ModelSnapshot Rebuilt(ModelSnapshot model, Func<ModelRow, IEnumerable<ModelRow>> change) =>
        Models.Of(Rows(model).SelectMany(change));

    private static void ShouldRankAlike(ModelSnapshot first, ModelSnapshot second)
    {
        foreach (var item in first.Cube.Priorities.Items)
        {
            var other = second.Cube.Priorities.Find(second.Tree.IndexOf(item.Code))!;
            (other.Value ?? -1).ShouldBe(item.Value ?? -1, 1e-9, item.Code);
            (other.Rank, other.BestRank, other.WorstRank).ShouldBe((item.Rank, item.BestRank, item.WorstRank), item.Code);
        }
    }
}
