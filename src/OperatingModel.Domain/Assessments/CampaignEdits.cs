using OperatingModel.Domain.BusinessUnits;
using OperatingModel.Domain.Capabilities;
using OperatingModel.Domain.Editing;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.Assessments;

/// <summary>
/// Edits of campaigns, in which several people judge the same capabilities independently and then agree on one assessment. Names, dates and
/// people are changed like any row. Events of a campaign carry the calendar day; the assessment that results carries the as-of day of the
/// model, like every assessment.
/// </summary>
public static class CampaignEdits
{
    /// <summary>Starts a campaign.</summary>
    /// <param name="capabilities">Covered with all below them; at least one.</param>
    /// <param name="businessUnits">At least one.</param>
    /// <param name="assessors">Ids and names; at least one.</param>
    /// <exception cref="ModelRuleException">Something is missing from the scope, or gone.</exception>
    public static IReadOnlyList<RowChange> Start(
        ModelSnapshot model,
        string name,
        DateOnly dueOn,
        string? note,
        IReadOnlyCollection<string> capabilities,
        IReadOnlyCollection<string> businessUnits,
        IReadOnlyCollection<(string Id, string Name)> assessors)
    {
        var copy = new WorkingCopy(model);
        List<FieldProblem> problems =
        [
            .. !string.IsNullOrWhiteSpace(name) ? Array.Empty<FieldProblem>() : [new("name", "Give the campaign a name.")],
            .. capabilities.Count > 0 ? Array.Empty<FieldProblem>() : [new("capabilities", "Choose at least one capability to be judged.")],
            .. businessUnits.Count > 0 ? Array.Empty<FieldProblem>() : [new("businessUnits", "Choose at least one business unit.")],
            .. assessors.Count > 0 ? Array.Empty<FieldProblem>() : [new("assessors", "Choose at least one assessor.")],
        ];
        if (problems.Count > 0)
        {
            throw new ModelRuleException(problems);
        }

        var code = NewCodes.Next(model, ModelTables.Of<Campaign>());
        copy.Add(new Campaign(code, name.Trim(), dueOn, string.IsNullOrWhiteSpace(note) ? null : note.Trim()));
        foreach (var capability in capabilities.Distinct())
        {
            copy.Add(new CampaignCapability(code, CapabilityEdits.Existing(copy, capability).Code));
        }

        foreach (var unit in businessUnits.Distinct())
        {
            copy.Add(new CampaignUnit(code, model.BusinessUnits.Find(unit)?.Code ?? throw RowEdits.Gone(ModelTables.Of<BusinessUnit>(), unit)));
        }

        foreach (var (id, person) in assessors.DistinctBy(assessor => assessor.Id))
        {
            copy.Add(new CampaignAssessor(code, id, person));
        }

        return copy.Changes;
    }

    /// <summary>Adds, changes and removes judgements of one assessor. They affect neither the other assessors nor the map.</summary>
    /// <param name="user">Id and name of the one who does it.</param>
    /// <param name="assessor">Id of the assessor whose judgements they are: the user, or another whose sheet the user fills in.</param>
    /// <param name="cells">General ones, each cell once; the version seen is that of the assessor's earlier judgement.</param>
    /// <exception cref="ModelRuleException">
    /// The campaign is gone or closed, the assessor is none of it, or a cell is not in its scope or agreed on already.
    /// </exception>
    public static IReadOnlyList<RowChange> Judge(
        ModelSnapshot model, string campaign, (string Id, string Name) user, string assessor, params IReadOnlyCollection<CellScores> cells)
    {
        ThrowIfOutside(model, campaign, cells);
        ThrowIfAgreed(model, campaign, cells);
        if (model.Table<CampaignAssessor>().Find(RowKey.Of(campaign, assessor)) is null)
        {
            throw new ModelRuleException("campaign", assessor == user.Id
                ? $"{user.Name} is no assessor of {NameOf(model, campaign)}; have yourself added to it first."
                : $"The sheet belongs to nobody who judges in {NameOf(model, campaign)}; add the assessor first.");
        }

        return [.. cells.Select(cell => Judgement(model, campaign, assessor, cell)).OfType<RowChange>()];
    }

    /// <summary>Stores the agreed values as assessments, with the names of those who agreed, and records the agreements.</summary>
    /// <param name="agreedBy">Names; at least one, and none of them blank.</param>
    /// <param name="cells">General ones with scores, each cell once; the version seen is that of the assessment.</param>
    /// <exception cref="ModelRuleException">The campaign is gone or closed, nobody agreed, or a cell is not in its scope.</exception>
    /// <exception cref="ArgumentException">A cell has no scores.</exception>
    public static IReadOnlyList<RowChange> Agree(
        ModelSnapshot model, string campaign, IReadOnlyCollection<string> agreedBy, params IReadOnlyCollection<CellScores> cells)
    {
        if (agreedBy.Count == 0 || agreedBy.Any(string.IsNullOrWhiteSpace))
        {
            throw new ModelRuleException("agreedBy", "Say who agreed.");
        }

        ThrowIfOutside(model, campaign, cells);
        var names = string.Join(", ", agreedBy.Select(name => name.Trim()).Distinct());
        var cut = names.Length <= CampaignAgreement.MaxAgreedBy ? names : $"{names[..(CampaignAgreement.MaxAgreedBy - 1)]}…";
        var proposals = CampaignStatus.Of(model, campaign).Cells
            .ToDictionary(cell => (cell.Capability, cell.BusinessUnit), cell => cell.Proposal?.Rule);
        return
        [
            .. AssessmentEdits.Assess(model, cut, cells),
            .. cells.Select(cell => Agreement(model, campaign, cut, cell, proposals[(cell.Capability, cell.BusinessUnit)])),
        ];
    }

    /// <summary>Closes the campaign; its judgements can still be read.</summary>
    public static IReadOnlyList<RowChange> Close(ModelSnapshot model, string campaign)
    {
        var running = Running(model, campaign);
        return [RowChange.Replace(running, running with { ClosedOn = model.Today })];
    }

    /// <summary>The instances that a campaign asks about: what it covers, where it applies.</summary>
    public static IEnumerable<(string Capability, string BusinessUnit)> Scope(ModelSnapshot model, string campaign)
    {
        var exceptions = model.Table<NotApplicable>();
        return Covered(model, campaign).Where(cell => exceptions.Find(RowKey.Of(cell.Capability, cell.BusinessUnit)) is null);
    }

    /// <summary>
    /// The instances that a campaign covers, applicable or not: leaves below its capabilities, in its units, in the order of both.
    /// </summary>
    public static IEnumerable<(string Capability, string BusinessUnit)> Covered(ModelSnapshot model, string campaign)
    {
        var tree = model.Tree;
        var units = model.Table<CampaignUnit>().Where(unit => unit.Campaign == campaign).Select(unit => unit.BusinessUnit).ToHashSet();
        List<string> inOrder = [.. model.BusinessUnits.Select(unit => unit.Code).Where(units.Contains)];
        return model.Table<CampaignCapability>()
            .Where(covered => covered.Campaign == campaign)
            .Select(covered => tree.IndexOf(covered.Capability))
            .Where(node => node >= 0)
            .SelectMany(node => Enumerable.Range(node, tree.EndOf(node) - node))
            .Distinct()
            .Where(tree.IsLeaf)
            .Order()
            .SelectMany(leaf => inOrder.Select(unit => (Capability: tree[leaf].Code, BusinessUnit: unit)));
    }

    /// <summary>The running campaign.</summary>
    /// <exception cref="ModelRuleException">It is gone or closed.</exception>
    public static Campaign Running(ModelSnapshot model, string campaign)
    {
        var row = Existing(model, campaign);
        return row.ClosedOn is null ? row : throw new ModelRuleException("campaign", $"The campaign {row.Name} is closed; start another one.");
    }

    private static RowChange? Judgement(ModelSnapshot model, string campaign, string assessor, CellScores cell) => cell.Scores is not { } scores
        ? RowEdits.Clear<CampaignScore>(model, RowKey.Of(campaign, cell.Capability, cell.BusinessUnit, assessor), cell.SeenVersion)
        : RowEdits.Set(
            model,
            new CampaignScore(
                campaign,
                cell.Capability,
                cell.BusinessUnit,
                assessor,
                scores.Importance,
                scores.Current,
                scores.Target,
                scores.Confidence,
                model.Today,
                scores.Note),
            cell.SeenVersion);

    private static RowChange Agreement(ModelSnapshot model, string campaign, string agreedBy, CellScores cell, ProposalRule? proposal)
    {
        var scores = cell.Scores ?? throw new ArgumentException($"Nothing was agreed on for {cell.Key}.", nameof(cell));
        var agreement = new CampaignAgreement(
            campaign,
            cell.Capability,
            cell.BusinessUnit,
            agreedBy,
            model.Today,
            scores.Importance,
            scores.Current,
            scores.Target,
            scores.Confidence,
            proposal);

        // The assessment carries the version seen, so a conflict shows there; the agreement is only written with it.
        return RowEdits.Set(model, agreement, model.Table<CampaignAgreement>().Find(agreement.Key)?.Version ?? 0);
    }

    private static void ThrowIfOutside(ModelSnapshot model, string campaign, IReadOnlyCollection<CellScores> cells)
    {
        Running(model, campaign);
        var scope = Scope(model, campaign).ToHashSet();
        ThrowIfAny(
            cells,
            cell => cell.Scores is not null && (cell.Stage is not null || !scope.Contains((cell.Capability, cell.BusinessUnit))),
            cell => $"{PlaceOf(model, cell)} is not asked for in {NameOf(model, campaign)}; it may not apply, have been split or removed.");
    }

    // Earlier judgements stay: they show how the assessors differed.
    private static void ThrowIfAgreed(ModelSnapshot model, string campaign, IReadOnlyCollection<CellScores> cells)
    {
        var agreements = model.Table<CampaignAgreement>();
        ThrowIfAny(
            cells,
            cell => agreements.Find(RowKey.Of(campaign, cell.Capability, cell.BusinessUnit)) is not null,
            cell => $"{PlaceOf(model, cell)} is agreed on, and what was judged stays as it was; judge it in another campaign.");
    }

    private static void ThrowIfAny(IReadOnlyCollection<CellScores> cells, Func<CellScores, bool> isWrong, Func<CellScores, string> why)
    {
        List<FieldProblem> problems = [.. cells.Where(isWrong).Select(cell => new FieldProblem(nameof(cell.Capability), why(cell)))];
        if (problems.Count > 0)
        {
            throw new ModelRuleException(problems);
        }
    }

    private static string NameOf(ModelSnapshot model, string campaign) => ModelInput.NameOf<Campaign>(model, campaign);

    private static string PlaceOf(ModelSnapshot model, CellScores cell) =>
        $"{ModelInput.NameOf<Capability>(model, cell.Capability)} in {ModelInput.NameOf<BusinessUnit>(model, cell.BusinessUnit)}";

    internal static Campaign Existing(ModelSnapshot model, string campaign) =>
        model.Table<Campaign>().Find(campaign) ?? throw RowEdits.Gone(ModelTables.Of<Campaign>(), campaign);
}
