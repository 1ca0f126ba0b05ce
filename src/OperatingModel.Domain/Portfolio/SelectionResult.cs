namespace OperatingModel.Domain.Portfolio;

/// <summary>How a search for the best selection ended.</summary>
public enum SelectionStatus
{
    Optimal,

    /// <summary>A limit ended the search; the selection is the best found and the bound says what it may miss.</summary>
    NotProvenOptimal,

    /// <summary>The must-dos are not possible together.</summary>
    Infeasible,
}

/// <summary>Why must-dos, or an initiative with them, are not possible.</summary>
public enum ObstacleReason
{
    MustDoExceedsBudget,
    DoesNotFitWithMustDos,
    ForcedButVetoedOrExcluded,
    MustDoExcludeEachOther,

    /// <summary>A prerequisite is not in the list of initiatives.</summary>
    NoFeasibleCombination,
}

/// <summary>Money that is missing in a round, in thousands, above 0.</summary>
public sealed record MoneyShort(string Round, long Required, long Budget)
{
    public long Shortfall => Required - Budget;
}

/// <summary>Why something cannot be selected.</summary>
/// <param name="MustDo">The initiatives that would have to be in, with all they need.</param>
/// <param name="Conflict">Those among them that are vetoed, exclude each other or lack a prerequisite.</param>
/// <param name="Money">The first round that overflows; null when money is not the reason.</param>
public sealed record Obstacle(ObstacleReason Reason, IReadOnlyList<string> MustDo, IReadOnlyList<string> Conflict, MoneyShort? Money)
{
    /// <summary>One sentence with the way out.</summary>
    public string Sentence =>
        Reason switch
        {
            ObstacleReason.ForcedButVetoedOrExcluded =>
                $"{string.Join(", ", Conflict)} must be in but is vetoed: escalate, or lift the veto or the must-do.",
            ObstacleReason.MustDoExcludeEachOther => $"{string.Join(" and ", Conflict)} exclude each other but must all be in: drop one.",
            ObstacleReason.NoFeasibleCombination =>
                $"{string.Join(", ", Conflict)} needs an initiative that does not exist: add it or drop the prerequisite.",
            _ => $"{string.Join(", ", MustDo)} cost {Money!.Required} in {Money.Round}, which has {Money.Budget}: {Money.Shortfall} are missing.",
        };
}

/// <summary>What a set costs in one round, in thousands.</summary>
public sealed record RoundCost(string Round, long Amount);

/// <summary>A set of initiatives with what it removes and costs.</summary>
/// <param name="Codes">In ordinal order.</param>
/// <param name="Value">Need points removed (F10).</param>
/// <param name="Cost">Thousands, over all rounds.</param>
/// <param name="CostByRound">In the order of the rounds.</param>
public sealed record PortfolioSet(IReadOnlyList<string> Codes, double Value, long Cost, IReadOnlyList<RoundCost> CostByRound);

/// <summary>The best selection of initiatives under the budgets, or why there is none.</summary>
/// <param name="Best">Null when infeasible.</param>
/// <param name="Bound">No selection removes more need points; 0 when infeasible.</param>
/// <param name="ShareOfNeed">Part of all need that goes away, 0..1; null when infeasible or there is no need.</param>
/// <param name="Obstacle">Null unless infeasible.</param>
/// <param name="Unassessed">Initiatives and the capability instances they lift of which some or all is not assessed: that benefit counts as
/// zero.</param>
public sealed record SelectionResult(
    SelectionStatus Status,
    PortfolioSet? Best,
    double Bound,
    double? ShareOfNeed,
    Obstacle? Obstacle,
    IReadOnlyList<UnassessedUplift> Unassessed)
{
    /// <summary>Share of the bound that the selection may miss, 0..1; 0 when it is proven optimal.</summary>
    public double Gap => Best is null ? 0 : SearchProgress.GapOf(Best.Value, Bound);
}

/// <summary>A benefit that counts as zero because nobody has assessed the place, in part or as a whole.</summary>
public sealed record UnassessedUplift(string Initiative, string Capability, string BusinessUnit);
