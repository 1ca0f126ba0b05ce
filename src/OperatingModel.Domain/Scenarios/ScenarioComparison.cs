using OperatingModel.Domain.Changes;
using OperatingModel.Domain.Editing;
using OperatingModel.Domain.HeatMaps;
using OperatingModel.Domain.Portfolio;
using OperatingModel.Domain.Technology;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.Scenarios;

/// <summary>One side of a comparison: the model itself, or as a scenario has it.</summary>
/// <param name="Scenario">Names the team design and the funding decisions that go with it; null for the model itself.</param>
public sealed record ComparedModel(ModelSnapshot Model, Scenario? Scenario)
{
    /// <summary>The model itself where no code is given; null when there is no such scenario.</summary>
    public static ComparedModel? Of(ModelSnapshot whole, string? scenario) =>
        scenario is null ? new(whole, null) : whole.Branch(scenario) is { } branch ? new(branch.Model, branch.Scenario) : null;
}

/// <summary>A figure of both sides; null is unknown or none.</summary>
public sealed record FigureDifference(string Name, FigureUnit Unit, double? Before, double? After)
{
    /// <summary>Null where one of them is not known.</summary>
    public double? Change => After - Before;
}

/// <summary>A capability whose heat or priority differs, or that only one side ranks.</summary>
/// <param name="HeatBefore">0..100; null without a known cell.</param>
/// <param name="PriorityBefore">0..1000; null without a known cell.</param>
/// <param name="RankBefore">1 is the most urgent.</param>
public sealed record MovedCapability(
    string Code,
    string Name,
    double? HeatBefore,
    double? HeatAfter,
    double? PriorityBefore,
    double? PriorityAfter,
    int? RankBefore,
    int? RankAfter);

/// <summary>The differences between two sides, in rows and in figures.</summary>
/// <param name="Rows">From the first side to the second, list by list.</param>
/// <param name="Figures">Of the whole model: heat, need, hand-offs, money.</param>
/// <param name="Moved">The leaf capabilities whose heat or priority differs, the largest change of priority first.</param>
public sealed record ScenarioComparison(
    IReadOnlyList<RowChange> Rows, IReadOnlyList<FigureDifference> Figures, IReadOnlyList<MovedCapability> Moved)
{
    public static ScenarioComparison Of(ComparedModel before, ComparedModel after) => new(
        [.. ModelDiff.Between(before.Model, after.Model).Where(change => change.Table.RowType != typeof(ScenarioChange))],
        FiguresOf(before, after),
        MovedOf(before.Model.Cube.Priorities, after.Model.Cube.Priorities));

    private static IReadOnlyList<FigureDifference> FiguresOf(ComparedModel before, ComparedModel after)
    {
        var (first, second) = (Coordination(before), Coordination(after));
        var money = new FigureUnit(after.Model.Meta.MoneyUnit, 0);
        return
        [
            new("Heat of the whole enterprise", FigureUnit.Heat, before.Model.Cube.Of().Heat, after.Model.Cube.Of().Heat),
            new("Need", FigureUnit.Points, before.Model.Cube.Priorities.TotalNeed, after.Model.Cube.Priorities.TotalNeed),
            new("Hand-offs in all customer changes", new FigureUnit("a year", 1), first?.HandOffs, second?.HandOffs),
            new("Days that customer changes wait", new FigureUnit("a year", 1), first?.WaitDays, second?.WaitDays),
            new("Money approved", money, Approved(before), Approved(after)),
            new("Running applications", new FigureUnit($"{money.Name} a year", 0), RunCost(before.Model), RunCost(after.Model)),
        ];
    }

    // The same changes, sent through the units of today or through the teams that the scenario names.
    private static YearlyCoordination? Coordination(ComparedModel side)
    {
        var isKnown = TeamDesign.TryParse(side.Scenario?.TeamDesign, out var design);
        return isKnown && side.Model.Table<CustomerChange>().Count > 0 ? ChangeSimulation.Compute(side.Model, design).After : null;
    }

    private static double? Approved(ComparedModel side) =>
        side.Scenario?.DecisionSet is { } set && DecisionSets.Of(side.Model, set).Any()
            ? DecisionSets.ApprovedOf(side.Model, set).Sum(decision => (double)decision.Amount)
            : null;

    private static double? RunCost(ModelSnapshot model)
    {
        var applications = model.Table<BusinessApplication>();
        return applications.Any(application => application.AnnualRunCost is not null)
            ? applications.Sum(application => (double?)application.AnnualRunCost)
            : null;
    }

    private static IReadOnlyList<MovedCapability> MovedOf(PriorityList before, PriorityList after)
    {
        var (first, second) = (before.Items.ToDictionary(item => item.Code), after.Items.ToDictionary(item => item.Code));
        return
        [
            .. first.Keys.Union(second.Keys)
                .Select(code => (Before: first.GetValueOrDefault(code), After: second.GetValueOrDefault(code)))
                .Where(pair => StandOf(pair.Before) != StandOf(pair.After))
                .Select(pair => new MovedCapability(
                    (pair.After ?? pair.Before)!.Code,
                    (pair.After ?? pair.Before)!.Name,
                    pair.Before?.Heat,
                    pair.After?.Heat,
                    pair.Before?.Value,
                    pair.After?.Value,
                    pair.Before?.Rank,
                    pair.After?.Rank))
                .OrderByDescending(moved => Math.Abs((moved.PriorityAfter ?? 0) - (moved.PriorityBefore ?? 0)))
                .ThenBy(moved => moved.Code, StringComparer.Ordinal),
        ];
    }

    private static (double?, double?, int?) StandOf(Priority? item) => (item?.Heat, item?.Value, item?.Rank);
}
