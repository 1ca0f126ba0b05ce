using OperatingModel.Domain.BusinessUnits;

namespace OperatingModel.Domain.Workspaces;

/// <summary>
/// The conventions of a model that its owner may change, with their defaults. All are conventions chosen for this method
/// (evidence grade C) unless a formula names a source. One per model.
/// </summary>
public sealed record ModelSettings : ModelRow
{
    public static ModelSettings Default { get; } = new();

    public override RowKey Key => RowKey.Of("settings");

    /// <summary>Exponent of importance in heat (F3).</summary>
    [Between(0.25, 4)] public double Alpha { get; init; } = 1;

    /// <summary>Exponent of the gap in heat (F3).</summary>
    [Between(0.25, 4)] public double Gamma { get; init; } = 1;

    /// <summary>Heat bands are half-open: above 0 and from here up is Cool (F3).</summary>
    [Between(0, 100)] public double CoolFrom { get; init; }

    [Between(0, 100)] public double WarmFrom { get; init; } = 10;

    [Between(0, 100)] public double HotFrom { get; init; } = 25;

    [Between(0, 100)] public double CriticalFrom { get; init; } = 45;

    /// <summary>Weight of a Low confidence in roll-ups (F4).</summary>
    [Between(0, 1)] public double ConfidenceLow { get; init; } = 0.3;

    [Between(0, 1)] public double ConfidenceMedium { get; init; } = 0.6;

    [Between(0, 1)] public double ConfidenceHigh { get; init; } = 0.9;

    /// <summary>An assessment older than this many whole months drops one confidence grade (F4).</summary>
    [Between(1, 120)] public int StaleAfterMonths { get; init; } = 12;

    /// <summary>Coverage and confidence from which a figure is trusted highly, and at least somewhat (F4).</summary>
    [Between(0, 1)] public double TrustHighCoverage { get; init; } = 0.8;

    [Between(0, 1)] public double TrustHighConfidence { get; init; } = 0.6;

    [Between(0, 1)] public double TrustMediumCoverage { get; init; } = 0.5;

    [Between(0, 1)] public double TrustMediumConfidence { get; init; } = 0.4;

    /// <summary>How many leading capabilities the screens single out (F5, F6).</summary>
    [Between(1, 50)] public int TopK { get; init; } = 5;

    /// <summary>Homogeneity asked of capabilities to be standardised (F8).</summary>
    [Between(0, 1)] public double RequiredHomogeneity { get; init; } = 0.85;

    /// <summary>What weighs the business units.</summary>
    public WeightBasis BusinessUnitWeightBasis { get; init; } = WeightBasis.Revenue;

    /// <summary>Target mix of innovation money in percent points (F16).</summary>
    [Between(0, Ranges.Weight)] public double InnovationCore { get; init; } = 70;

    [Between(0, Ranges.Weight)] public double InnovationAdjacent { get; init; } = 20;

    [Between(0, Ranges.Weight)] public double InnovationTransformational { get; init; } = 10;

    /// <summary>Target mix of investment classes in percent points (F16).</summary>
    [Between(0, Ranges.Weight)] public double InvestmentRun { get; init; } = 30;

    [Between(0, Ranges.Weight)] public double InvestmentGrow { get; init; } = 45;

    [Between(0, Ranges.Weight)] public double InvestmentTransform { get; init; } = 25;

    /// <summary>An initiative is a big ticket from this cost (thousands) or this many quarters (F17).</summary>
    [Between(0, Ranges.Money)] public long BigTicketCost { get; init; } = 3000;

    [Between(1, Ranges.Quarters)] public int BigTicketQuarters { get; init; } = 5;

    /// <summary>Share of a shared person's time lost per team beyond the first (F14).</summary>
    [Between(0, 1)] public double SwitchLossPerExtraTeam { get; init; } = 0.1;

    /// <summary>Points of the three link strengths; only their ratios to Critical count (F2).</summary>
    [Between(Ranges.Least, Ranges.Weight)] public double ContributionMinor { get; init; } = 1;

    [Between(Ranges.Least, Ranges.Weight)] public double ContributionSupporting { get; init; } = 3;

    [Between(Ranges.Least, Ranges.Weight)] public double ContributionCritical { get; init; } = 9;

    /// <summary>Share of appraisal carried by team goals after re-teaming (F13).</summary>
    [Between(0, 1)] public double SharedGoalWeight { get; init; } = 0.6;

    /// <summary>A technology hole needs at least this importance and gap; enablement below the cut is weak (F23).</summary>
    [Between(1, 5)] public int HoleImportance { get; init; } = 4;

    [Between(1, 5)] public int HoleGap { get; init; } = 2;

    [Between(0, 1)] public double WeakTechnologyBelow { get; init; } = 0.5;

    /// <summary>Share of top scores above which a unit is warned of inflation (F24).</summary>
    [Between(0, 1)] public double InflationShare { get; init; } = 0.4;

    /// <summary>Friction factors of the participation modes on the path of a change (F12); Embedded is 0 by definition.</summary>
    [Between(0, 1)] public double ModePlatform { get; init; } = 0.25;

    [Between(0, 1)] public double ModeGuiding { get; init; } = 0.25;

    [Between(0, 1)] public double ModeShared { get; init; } = 0.5;

    [Between(0, 1)] public double ModeVeto { get; init; } = 0.5;

    [Between(0, 1)] public double ModeExternal { get; init; } = 1;

    /// <summary>Points of a team's domains and the points a team can carry (F15).</summary>
    [Between(0, Ranges.Weight)] public double DomainSimple { get; init; } = 1;

    [Between(0, Ranges.Weight)] public double DomainComplicated { get; init; } = 2;

    [Between(0, Ranges.Weight)] public double DomainComplex { get; init; } = 3;

    [Between(Ranges.Least, Ranges.Weight)] public double DomainCapacity { get; init; } = 3;

    /// <summary>Money strays from need when shares differ by more than this, and by more than this part of the share of need (F9).</summary>
    [Between(0, 1)] public double FundingMargin { get; init; } = 0.01;

    [Between(0, 1)] public double FundingRelativeMargin { get; init; } = 0.2;

    /// <summary>Share of need from which a capability without money is unfunded (F9).</summary>
    [Between(0, 1)] public double UnfundedFrom { get; init; } = 0.02;
}
