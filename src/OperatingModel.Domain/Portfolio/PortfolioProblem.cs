using OperatingModel.Domain.HeatMaps;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.Portfolio;

/// <summary>A heat cell as an investment sees it: what one level of maturity is worth there, and how many are missing.</summary>
/// <param name="Mass">Size weight × reach of the cell (F2), 0..1.</param>
/// <param name="Importance">1..5.</param>
/// <param name="Gap">Levels missing to the target, 0 or more; null when the cell is not assessed.</param>
public readonly record struct PortfolioCell(string Capability, string BusinessUnit, double Mass, int Importance, int? Gap)
{
    /// <summary>Need points (F5) that one level removes: 10 · m · 100 · (I/5) · 1/5. The exponents of heat are 1 here by rule.</summary>
    public double WorthOfLevel => 40 * Mass * Importance;

    /// <summary>Need points of the whole gap; 0 when unknown.</summary>
    public double Need => Gap is > 0 and { } gap ? WorthOfLevel * gap : 0;
}

/// <summary>The money of one funding round, in thousands.</summary>
public sealed record RoundBudget(string Round, long Budget);

/// <summary>Levels of maturity an initiative adds to one capability in one unit.</summary>
/// <param name="Levels">+1..5.</param>
public readonly record struct CandidateUplift(string Capability, string BusinessUnit, int Levels);

/// <summary>An initiative as the selection sees it.</summary>
/// <param name="Costs">Thousands, one per round of the problem, in its order.</param>
/// <param name="SuccessProbability">Above 0 to 1; an uplift counts with it.</param>
/// <param name="ExclusionGroup">At most one initiative of a group is selected; null when free.</param>
/// <param name="Prerequisites">Codes of initiatives without which this one is not selected.</param>
public sealed record Candidate(
    string Code,
    IReadOnlyList<long> Costs,
    double SuccessProbability,
    bool Mandatory,
    bool Vetoed,
    string? ExclusionGroup,
    IReadOnlyList<string> Prerequisites,
    IReadOnlyList<CandidateUplift> Uplifts)
{
    public long TotalCost => Costs.Sum();
}

/// <summary>
/// Which initiatives are worth the money (F10): the cells they would cool, the money of each round, and the initiatives to choose from.
/// </summary>
public sealed record PortfolioProblem(
    IReadOnlyList<PortfolioCell> Cells,
    IReadOnlyList<RoundBudget> Rounds,
    IReadOnlyList<Candidate> Candidates)
{
    /// <summary>Need points of the whole model, against which the value of a set is held; by default those of the cells.</summary>
    public double TotalNeed { get; init; } = Cells.Sum(cell => cell.Need);

    /// <summary>All initiatives of a model under all its budgets.</summary>
    public static PortfolioProblem Of(ModelSnapshot model)
    {
        var uplifts = model.Table<Uplift>().ToLookup(uplift => uplift.Initiative);
        var places = model
            .Table<Uplift>()
            .Select(uplift => (Node: model.Tree.IndexOf(uplift.Capability), Unit: model.Cube.UnitIndex(uplift.BusinessUnit)));
        var cells = places
            .Distinct()
            .Where(place => place.Node >= 0 && place.Unit >= 0)
            .Order()
            .SelectMany(place => model.Cube.CellsOf(place.Node, HeatCube.All, place.Unit))
            .Select(cell => CellOf(model.Cube, cell));
        return new PortfolioProblem([.. cells], RoundsOf(model), CandidatesOf(model, uplifts)) { TotalNeed = model.Cube.Priorities.TotalNeed };
    }

    /// <summary>A heat cell as an investment sees it.</summary>
    internal static PortfolioCell CellOf(HeatCube cube, HeatCell cell) => new(
        cube.Tree[cell.Node].Code, cube.Units[cell.Unit].Code, cell.Mass, cell.Score?.Importance ?? 1, cell.Score?.Gap);

    private static RoundBudget[] RoundsOf(ModelSnapshot model) =>
        [.. model.Table<FundingRound>().Select(round => new RoundBudget(round.Code, round.Budget))];

    private static Candidate[] CandidatesOf(ModelSnapshot model, ILookup<string, Uplift> uplifts)
    {
        var prerequisites = model.Table<InitiativePrerequisite>().ToLookup(row => row.Initiative, row => row.Prerequisite);
        return
        [
            .. model
                .Table<Initiative>()
                .Select(initiative => new Candidate(
                    initiative.Code,
                    [
                        .. model
                            .Table<FundingRound>()
                            .Select(round => model.Table<InitiativeCost>().Find(RowKey.Of(initiative.Code, round.Code))?.Amount ?? 0),
                    ],
                    initiative.SuccessProbability,
                    initiative.Mandatory,
                    model.Table<SecurityReview>().Find(initiative.Code)?.Status == SecurityStatus.Vetoed,
                    initiative.ExclusionGroup,
                    [.. prerequisites[initiative.Code]],
                    [.. uplifts[initiative.Code].Select(uplift => new CandidateUplift(uplift.Capability, uplift.BusinessUnit, uplift.Levels))])),
        ];
    }

    /// <summary>The same question with another budget in one round.</summary>
    public PortfolioProblem WithBudget(string round, long budget) =>
        this with { Rounds = [.. Rounds.Select(r => r.Round == round ? r with { Budget = budget } : r)] };
}
