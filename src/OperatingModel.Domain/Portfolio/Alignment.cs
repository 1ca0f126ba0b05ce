using OperatingModel.Domain.Capabilities;
using OperatingModel.Domain.HeatMaps;
using OperatingModel.Domain.HeatMaps.Sensitivity;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.Portfolio;

/// <summary>Whether the money of a capability fits its need.</summary>
public enum FundingClass
{
    Aligned,
    OverFunded,
    UnderFunded,
    Unfunded,
    FundedWithoutNeed,
}

/// <summary>One capability in the comparison of spend and need.</summary>
/// <param name="Spend">Thousands.</param>
/// <param name="Need">Need points, 0 or more (F5).</param>
/// <param name="SpendShare">f, 0..1.</param>
/// <param name="NeedShare">n, 0..1.</param>
/// <param name="DeltaMoney">Money to take away (positive) or to add (negative), in thousands.</param>
/// <param name="Ratio">f ÷ n; null where there is no need.</param>
public sealed record AlignmentRow(
    string Code, double Spend, double Need, double SpendShare, double NeedShare, double DeltaMoney, double? Ratio, FundingClass Classification)
{
    /// <summary>Share of money minus share of need, −1..1; above 0 there is more money than need.</summary>
    public double DeltaShare => SpendShare - NeedShare;
}

/// <summary>
/// Funding alignment (F9): <c>1 − ½ Σ |f − n|</c>, the share of the money that is where the need is. Proportional is a yardstick, not
/// an optimum: a foundation looks over-funded although it unlocks others.
/// </summary>
/// <param name="Index">0..1, 1 when the shares are equal.</param>
/// <param name="TauB">Order of spend against order of need, -1..1; null when one of them is constant.</param>
/// <param name="MisallocatedMoney">(1 − index) × money, in thousands.</param>
/// <param name="Top">The capabilities with most need.</param>
/// <param name="TopSpendShare">Share of the money on them, 0..1.</param>
/// <param name="TopNeedShare">Their share of the need, 0..1.</param>
/// <param name="SpendHhi">Concentration Σ f², above 0 to 1.</param>
/// <param name="Rows">In ordinal order.</param>
public sealed record Alignment(
    double Index,
    double? TauB,
    double MisallocatedMoney,
    IReadOnlyList<string> Top,
    double TopSpendShare,
    double TopNeedShare,
    double SpendHhi,
    IReadOnlyList<AlignmentRow> Rows)
{
    /// <summary>The pseudo-capability of money that is allocated to nothing.</summary>
    public const string Unmapped = "(unmapped)";

    /// <summary>1 ÷ concentration, 1 or more: the number of capabilities that would show this concentration with equal money.</summary>
    public double EffectiveFunded => 1 / SpendHhi;

    /// <summary>Compares spend and need; null when either is nothing at all.</summary>
    /// <param name="spend">Thousands by capability.</param>
    /// <param name="need">Need points (F5) by capability.</param>
    /// <param name="topK">How many of the capabilities with most need are named.</param>
    /// <param name="settings">The limits beyond which money is too much or too little. The classes depend on them, the index does not.</param>
    public static Alignment? Of(IReadOnlyDictionary<string, double> spend, IReadOnlyDictionary<string, double> need, int topK, ModelSettings settings)
    {
        var (money, points) = (spend.Values.Sum(), need.Values.Sum());
        if (money <= 0 || points <= 0)
        {
            return null;
        }

        AlignmentRow[] rows =
        [
            .. spend.Keys.Union(need.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal)
                .Select(code => RowOf(code, (spend.GetValueOrDefault(code), money), (need.GetValueOrDefault(code), points), settings)),
        ];
        var index = Math.Clamp(1 - (rows.Sum(row => Math.Abs(row.DeltaShare)) / 2), 0, 1);
        AlignmentRow[] top = [.. TieOrder.Sort(rows, row => row.Code, row => row.Need).Take(topK)];
        return new Alignment(
            index,
            KendallTau.Of([.. rows.Select(row => row.SpendShare)], [.. rows.Select(row => row.NeedShare)]),
            (1 - index) * money,
            [.. top.Select(row => row.Code)],
            top.Sum(row => row.SpendShare),
            top.Sum(row => row.NeedShare),
            rows.Sum(row => row.SpendShare * row.SpendShare),
            rows);
    }

    /// <summary>Explains the index: the money that is where the need is, capability by capability.</summary>
    /// <param name="scope">Which money, e.g. <c>Target in 2026</c>.</param>
    public Explanation Explain(string scope, ModelSnapshot? model = null)
    {
        var most = Rows.OrderByDescending(row => row.DeltaMoney).ThenBy(row => row.Code, StringComparer.Ordinal).First();
        var least = Rows.OrderBy(row => row.DeltaMoney).ThenBy(row => row.Code, StringComparer.Ordinal).First();
        var (movable, money) = (Math.Min(most.DeltaMoney, -least.DeltaMoney), Rows.Sum(row => row.Spend));
        string Amount(double thousands) => FigureUnit.Count(model?.Meta.MoneyUnit ?? "").Full(thousands);
        return new Explanation(
            $"Funding alignment of {scope}",
            "Share of the money that is where the need is: of each capability the smaller one of its share of the money and its share of the need. "
                + "It is 1 less half the sum of the differences between the two.",
            Index,
            FigureUnit.Share,
            [.. Rows.Where(row => row.SpendShare > 0 && row.NeedShare > 0).Select(row => Term(model, row))],
            [
                $"{Amount(MisallocatedMoney)} of {Amount(money)} would have to move.",
                $"The neediest ({string.Join(", ", Top.Select(code => Name(model, code)))}) have {FigureText.Percent(TopNeedShare)} of the need "
                    + $"and {FigureText.Percent(TopSpendShare)} of the money.",
                "Coarser levels always look better aligned; proportional is not optimal.",
            ],
            movable > 0.5
                ?
                [
                    $"Moving {Amount(movable)} from {Name(model, most.Code)} to {Name(model, least.Code)} brings it to "
                        + $"{FigureText.Percent(Index + (movable / money))}.",
                ]
                : [])
        {
            Formula = 1 - (0.5 * Formula.Of("sum of differences", Rows.Sum(row => Math.Abs(row.DeltaShare)), FigureUnit.Share)),
        };
    }

    private static ExplanationTerm Term(ModelSnapshot? model, AlignmentRow row) => new(
        Name(model, row.Code),
        row.Code == Unmapped ? [] : [ModelInput.Of<Capability>(model, row.Code)],
        Math.Min(row.SpendShare, row.NeedShare),
        $"{FigureText.Percent(row.SpendShare)} of the money, {FigureText.Percent(row.NeedShare)} of the need");

    private static string Name(ModelSnapshot? model, string code) =>
        code == Unmapped ? "money without a capability" : ModelInput.NameOf<Capability>(model, code);

    private static AlignmentRow RowOf(string code, (double Of, double All) spend, (double Of, double All) need, ModelSettings settings)
    {
        var (f, n) = (spend.Of / spend.All, need.Of / need.All);
        return new AlignmentRow(code, spend.Of, need.Of, f, n, (f - n) * spend.All, n > 0 ? f / n : null, ClassOf(f, n, settings));
    }

    private static FundingClass ClassOf(double f, double n, ModelSettings settings)
    {
        var margin = Math.Max(settings.FundingMargin, settings.FundingRelativeMargin * n);
        return (f, n) switch
        {
            ( > 0, 0) => FundingClass.FundedWithoutNeed,
            (0, > 0) when Tolerance.AtLeast(n, settings.UnfundedFrom) => FundingClass.Unfunded,
            _ when Tolerance.Greater(f - n, margin) => FundingClass.OverFunded,
            _ when Tolerance.Greater(n - f, margin) => FundingClass.UnderFunded,
            _ => FundingClass.Aligned,
        };
    }
}
