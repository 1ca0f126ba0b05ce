namespace OperatingModel.Domain.Workspaces;

/// <summary>Describes a convention of the method in plain words.</summary>
/// <param name="Field">The name of the property in <see cref="ModelSettings"/>.</param>
/// <param name="Effect">What the convention changes, in one sentence.</param>
/// <param name="Formula">The formula it belongs to, e.g. F3.</param>
/// <param name="Unit">The unit or range of the value; empty for a plain number.</param>
public sealed record Convention(string Field, string Label, string Effect, string Formula, string Unit = "")
{
    private readonly ModelField _field = ModelTables.Of<ModelSettings>().Fields.First(field => field.Name == Field);

    public object? Default => _field.ValueOf(ModelSettings.Default);

    public bool Differs(ModelSettings settings) => !Equals(_field.ValueOf(settings), Default);

    /// <summary>Returns the settings with the default value of this convention.</summary>
    public ModelSettings Reset(ModelSettings settings) =>
        (ModelSettings)ModelTables.Of<ModelSettings>().Rewrite(settings, (field, value) => field == _field ? Default : value);
}

/// <summary>Conventions that belong together.</summary>
/// <param name="Id">The id of the group in the address of the settings page.</param>
public sealed record ConventionGroup(string Id, string Title, string About, IReadOnlyList<Convention> Conventions);

/// <summary>
/// Every convention that the owner of a model may change. They are choices of the method, not findings, so each says what it changes.
/// </summary>
public static class ConventionCatalog
{
    /// <summary>Returns the id of the section of the settings page that shows a field.</summary>
    public static string SectionOf(string field) =>
        All.FirstOrDefault(group => group.Conventions.Any(convention => convention.Field == field))?.Id ?? "units";

    public static IReadOnlyList<ConventionGroup> All { get; } =
    [
        new(
            "heat",
            "Heat",
            "How importance and gap become heat, and when heat gets its colour.",
            [
                new(
                    nameof(ModelSettings.Alpha),
                    "Exponent of importance",
                    "Above 1, only the most important capabilities stay hot; below 1, importance matters less.",
                    "F3"),
                new(
                    nameof(ModelSettings.Gamma),
                    "Exponent of the gap",
                    "Above 1, large gaps stand out and small ones fade; below 1, small gaps count more.",
                    "F3"),
                new(nameof(ModelSettings.CoolFrom), "Cool begins above", "Heat above this is coloured at all.", "F3", "0..100"),
                new(
                    nameof(ModelSettings.WarmFrom),
                    "Warm begins at",
                    "Moves the border between cool and warm on every map and list.",
                    "F3",
                    "0..100"),
                new(nameof(ModelSettings.HotFrom), "Hot begins at", "Moves the border between warm and hot.", "F3", "0..100"),
                new(nameof(ModelSettings.CriticalFrom), "Critical begins at", "Moves the border between hot and critical.", "F3", "0..100"),
            ]),
        new(
            "links",
            "Contribution of capabilities",
            "How much a minor, supporting or critical link counts; only the ratio to critical matters.",
            [
                new(
                    nameof(ModelSettings.ContributionMinor),
                    "A minor link counts",
                    "More lets shared, distant capabilities rise in the order.",
                    "F2",
                    "points"),
                new(
                    nameof(ModelSettings.ContributionSupporting),
                    "A supporting link counts",
                    "More lets supporting capabilities rise against critical ones. The most contested convention: see the convention check "
                        + "of the priorities.",
                    "F2",
                    "points"),
                new(nameof(ModelSettings.ContributionCritical), "A critical link counts", "The yardstick of the other two.", "F2", "points"),
            ]),
        new(
            "trust",
            "Confidence and trust",
            "How far a figure can be relied on.",
            [
                new(
                    nameof(ModelSettings.ConfidenceLow),
                    "Low confidence weighs",
                    "Lowers or raises the confidence of everything judged with low confidence.",
                    "F4",
                    "0..1"),
                new(nameof(ModelSettings.ConfidenceMedium), "Medium confidence weighs", "The same for medium confidence.", "F4", "0..1"),
                new(nameof(ModelSettings.ConfidenceHigh), "High confidence weighs", "The same for high confidence.", "F4", "0..1"),
                new(
                    nameof(ModelSettings.StaleAfterMonths),
                    "A judgement is stale after",
                    "Older ones drop one grade of confidence and are listed to be asked again.",
                    "F4",
                    "months"),
                new(
                    nameof(ModelSettings.TrustHighCoverage),
                    "High trust needs coverage of",
                    "More asks for more of the value to be assessed before a figure is called sure.",
                    "F4",
                    "0..1"),
                new(nameof(ModelSettings.TrustHighConfidence), "High trust needs confidence of", "More asks for surer judgements.", "F4", "0..1"),
                new(
                    nameof(ModelSettings.TrustMediumCoverage),
                    "Medium trust needs coverage of",
                    "Below it a figure is trusted little.",
                    "F4",
                    "0..1"),
                new(
                    nameof(ModelSettings.TrustMediumConfidence),
                    "Medium trust needs confidence of",
                    "Below it a figure is trusted little.",
                    "F4",
                    "0..1"),
                new(
                    nameof(ModelSettings.InflationShare),
                    "Scores are inflated above",
                    "A unit with more top scores than this gets a warning; nothing is blocked.",
                    "F24",
                    "share"),
            ]),
        new(
            "priorities",
            "Priorities and homogeneity",
            "What is singled out, and how alike business units should work.",
            [
                new(
                    nameof(ModelSettings.TopK),
                    "Leaders singled out",
                    "How many capabilities the lists and the stability of the order look at.",
                    "F5, F6",
                    "capabilities"),
                new(
                    nameof(ModelSettings.RequiredHomogeneity),
                    "Standardised capabilities need homogeneity of",
                    "More reports a shortfall sooner where the same way of working is wanted.",
                    "F8",
                    "0..1"),
            ]),
        new(
            "technology",
            "Technology",
            "When missing or badly fitting technology is called a hole.",
            [
                new(
                    nameof(ModelSettings.HoleImportance),
                    "A hole needs importance of",
                    "Less reports holes in less important capabilities too.",
                    "F23",
                    "1..5"),
                new(nameof(ModelSettings.HoleGap), "A hole needs a gap of", "Less reports smaller gaps too.", "F23", "levels"),
                new(nameof(ModelSettings.WeakTechnologyBelow), "Technology is weak below", "More calls more applications weak.", "F23", "0..1"),
            ]),
        new(
            "coordination",
            "Coordination",
            "How much of the friction of a border is left, by the way a role takes part. Embedded leaves none by definition.",
            [
                new(
                    nameof(ModelSettings.ModePlatform),
                    "A platform leaves",
                    "Less makes designs with platforms look smoother; the worst case counts 1 whatever is said here.",
                    "F12",
                    "of the friction"),
                new(nameof(ModelSettings.ModeGuiding), "A guiding role leaves", "The same for roles that advise.", "F12", "of the friction"),
                new(nameof(ModelSettings.ModeShared), "A shared specialist leaves", "The same for pooled specialists.", "F12", "of the friction"),
                new(nameof(ModelSettings.ModeVeto), "A veto role leaves", "The same for roles that may stop a change.", "F12", "of the friction"),
                new(
                    nameof(ModelSettings.ModeExternal),
                    "A role outside leaves",
                    "The same for roles that are not part of the design.",
                    "F12",
                    "of the friction"),
            ]),
        new(
            "teams",
            "Teams and goals",
            "What teams can carry, and what appraisal depends on.",
            [
                new(
                    nameof(ModelSettings.SharedGoalWeight),
                    "Appraisal carried by team goals",
                    "More pulls members' goals closer to the team's after the change.",
                    "F13",
                    "0..1"),
                new(
                    nameof(ModelSettings.SwitchLossPerExtraTeam),
                    "Time lost per extra team",
                    "More makes people shared by several teams count for less.",
                    "F14",
                    "0..1"),
                new(nameof(ModelSettings.DomainSimple), "A simple domain weighs", "More lets a team carry fewer simple domains.", "F15", "points"),
                new(
                    nameof(ModelSettings.DomainComplicated),
                    "A complicated domain weighs",
                    "More lets a team carry fewer complicated domains.",
                    "F15",
                    "points"),
                new(nameof(ModelSettings.DomainComplex), "A complex domain weighs", "More lets a team carry fewer complex domains.", "F15", "points"),
                new(nameof(ModelSettings.DomainCapacity), "A team can carry", "Less reports overloaded teams sooner.", "F15", "points"),
            ]),
        new(
            "funding",
            "Funding",
            "When money is called too much or too little. The alignment itself does not depend on these.",
            [
                new(
                    nameof(ModelSettings.FundingMargin),
                    "Money strays from need beyond",
                    "Less calls smaller differences over- or under-funded.",
                    "F9",
                    "share"),
                new(
                    nameof(ModelSettings.FundingRelativeMargin),
                    "… and beyond this part of the need",
                    "The larger of the two margins counts.",
                    "F9",
                    "share"),
                new(nameof(ModelSettings.UnfundedFrom), "Unfunded counts from need of", "Less lists smaller needs without money too.", "F9", "share"),
            ]),
        new(
            "mix",
            "Mixes and tickets",
            "Targets for what kind of change the money buys. Published averages are context, not targets.",
            [
                new(
                    nameof(ModelSettings.InnovationCore),
                    "Innovation: core",
                    "The target that the mix of funded initiatives is held against.",
                    "F16",
                    "points"),
                new(nameof(ModelSettings.InnovationAdjacent), "Innovation: adjacent", "The same for adjacent innovation.", "F16", "points"),
                new(
                    nameof(ModelSettings.InnovationTransformational),
                    "Innovation: transformational",
                    "Above 0, a round without transformational money is warned of.",
                    "F16",
                    "points"),
                new(nameof(ModelSettings.InvestmentRun), "Investment: run", "The target for money that keeps things running.", "F16", "points"),
                new(nameof(ModelSettings.InvestmentGrow), "Investment: grow", "The target for money that grows the business.", "F16", "points"),
                new(
                    nameof(ModelSettings.InvestmentTransform),
                    "Investment: transform",
                    "The target for money that changes the business.",
                    "F16",
                    "points"),
                new(
                    nameof(ModelSettings.BigTicketCost),
                    "A big ticket costs at least",
                    "Less counts more initiatives as big tickets.",
                    "F17",
                    "thousands"),
                new(nameof(ModelSettings.BigTicketQuarters), "… or takes at least", "The same by duration.", "F17", "quarters"),
            ]),
    ];
}
