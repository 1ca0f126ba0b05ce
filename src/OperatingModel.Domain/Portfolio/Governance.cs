using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.Portfolio;

/// <summary>Money approved for an initiative and what was advised before.</summary>
/// <param name="Stance">Null without a recommendation of the architecture function.</param>
public sealed record ApprovedMoney(string Initiative, long Amount, Stance? Stance, bool Vetoed)
{
    public bool IsFollowed => Stance is Portfolio.Stance.Endorse or Portfolio.Stance.EndorseWithConditions;

    public bool IsOverruled => Stance is Portfolio.Stance.Defer or Portfolio.Stance.Oppose;
}

/// <summary>Whether money follows advice and respects the veto (F22).</summary>
/// <param name="AdvisedShare">Share of approved money with an architecture recommendation, 0..1; null without money.</param>
/// <param name="FollowedShare">Share of approved money that was endorsed, at most the advised share; null without money.</param>
/// <param name="Overruled">Approved against the advice to defer or oppose, in ordinal order.</param>
/// <param name="VetoBreaches">Approved although vetoed, in ordinal order; must be empty.</param>
public sealed record Governance(
    double? AdvisedShare,
    double? FollowedShare,
    IReadOnlyList<string> Overruled,
    IReadOnlyList<string> VetoBreaches,
    IReadOnlyList<ApprovedMoney> Approved)
{
    public static Governance Of(IEnumerable<ApprovedMoney> approved)
    {
        ApprovedMoney[] all = [.. approved];
        var money = all.Sum(a => a.Amount);
        return new Governance(
            money > 0 ? (double)all.Where(a => a.Stance is not null).Sum(a => a.Amount) / money : null,
            money > 0 ? (double)all.Where(a => a.IsFollowed).Sum(a => a.Amount) / money : null,
            Codes(all.Where(a => a.IsOverruled)),
            Codes(all.Where(a => a.Vetoed)),
            all);
    }

    public static Governance Of(ModelSnapshot model, string decisionSet) =>
        Of(
            DecisionSets
                .ApprovedOf(model, decisionSet)
                .Select(decision => new ApprovedMoney(
                    decision.Initiative,
                    decision.Amount,
                    model.Table<ArchitectureRecommendation>().Find(decision.Initiative)?.Stance,
                    model.Table<SecurityReview>().Find(decision.Initiative)?.Status == SecurityStatus.Vetoed)));

    /// <summary>Explains the share of money that follows advice.</summary>
    public Explanation Explain(ModelSnapshot? model = null)
    {
        const string Title = "Share of approved money that architecture endorsed";
        if (FollowedShare is not { } share)
        {
            return Explanation.Unknown(Title, "No money is approved.", FigureUnit.Share);
        }

        var money = Approved.Sum(a => a.Amount);
        string Name(string initiative) => ModelInput.NameOf<Initiative>(model, initiative);
        return new Explanation(
            Title,
            "Money for what the architecture function endorsed, divided by all approved money"
                + $"{(model is null ? "" : $", in {model.Meta.MoneyUnit}")}.",
            share,
            FigureUnit.Share,
            [
                .. Approved.Where(a => a.IsFollowed).Select(a => new ExplanationTerm(
                    Name(a.Initiative),
                    [ModelInput.Of<Initiative>(model, a.Initiative)],
                    (double)a.Amount / money,
                    a.Stance is { } stance ? EnumWords.Of(stance) : null)
                {
                    Formula = Formula.Of("money", a.Amount) / Formula.Of("all", money),
                }),
            ],
            [
                $"{FigureText.Percent(AdvisedShare ?? 0)} of the money has a recommendation.",
                .. Overruled.Select(code => $"{Name(code)} was approved against advice: a written reason is needed."),
                .. VetoBreaches.Select(code => $"{Name(code)} was approved although vetoed: only the veto role can lift it."),
            ],
            [])
        {
            Formula = Formula.Of("endorsed", Approved.Where(a => a.IsFollowed).Sum(a => a.Amount)) / Formula.Of("all", money),
        };
    }

    private static string[] Codes(IEnumerable<ApprovedMoney> some) =>
        [.. some.Select(a => a.Initiative).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
