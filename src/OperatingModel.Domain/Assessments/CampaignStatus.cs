using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.Assessments;

/// <summary>How the proposed value is chosen. Each figure of it is one that an assessor gave.</summary>
public enum ProposalRule
{
    /// <summary>Only one assessor judged.</summary>
    OnlyJudgement,

    /// <summary>Two judged; the lower figure.</summary>
    LowerOfTwo,

    /// <summary>An odd number judged; the figure in the middle.</summary>
    Median,

    /// <summary>An even number judged; the lower of the two figures in the middle.</summary>
    LowerMedian,
}

/// <summary>A value from which the assessors can start their discussion.</summary>
/// <param name="Confidence">The lowest that any of them gave.</param>
/// <param name="Rule">How the figures were chosen.</param>
public sealed record Proposal(int Importance, int Current, int Target, Confidence Confidence, ProposalRule Rule)
{
    /// <summary>Null without judgements.</summary>
    public static Proposal? Of(IReadOnlyCollection<CampaignScore> scores) => scores.Count == 0
        ? null
        : new(
            Middle(scores, s => s.Importance),
            Middle(scores, s => s.Current),
            Middle(scores, s => s.Target),
            scores.Min(s => s.Confidence),
            scores.Count switch
            {
                1 => ProposalRule.OnlyJudgement,
                2 => ProposalRule.LowerOfTwo,
                var count when int.IsOddInteger(count) => ProposalRule.Median,
                _ => ProposalRule.LowerMedian,
            });

    private static int Middle(IReadOnlyCollection<CampaignScore> scores, Func<CampaignScore, int> figure) =>
        scores.Select(figure).Order().ElementAt((scores.Count - 1) / 2);
}

/// <summary>What the assessors of a campaign say of one capability instance.</summary>
/// <param name="Scores">By assessor, each at most once; without those of <paramref name="Removed"/>.</param>
/// <param name="Agreement">Null until they agreed.</param>
/// <param name="Assessment">The general assessment as it stands; null when there is none.</param>
/// <param name="Removed">
/// Scores of assessors who were removed from the campaign; they can still be read. They do not count in an open cell, but stay part of an
/// agreement that was made with them.
/// </param>
public sealed record CampaignCell(
    string Capability,
    string BusinessUnit,
    IReadOnlyList<CampaignScore> Scores,
    CampaignAgreement? Agreement,
    Assessment? Assessment,
    IReadOnlyList<CampaignScore> Removed)
{
    /// <summary>From this difference on, two judgements are a disagreement.</summary>
    public const int Disagreement = 2;

    /// <summary>The largest difference of two assessors in importance, current or target; 0 with fewer than two.</summary>
    public int Spread => Counted.Count < 2 ? 0 : Math.Max(Range(s => s.Importance), Math.Max(Range(s => s.Current), Range(s => s.Target)));

    /// <summary>Whether two assessors differ so much that they should talk, and have not agreed yet.</summary>
    public bool IsDisagreed => Agreement is null && Spread >= Disagreement;

    /// <summary>The value proposed for discussion; null without scores.</summary>
    public Proposal? Proposal => Proposal.Of(Counted);

    private IReadOnlyList<CampaignScore> Counted => Agreement is null ? Scores : [.. Scores, .. Removed];

    private int Range(Func<CampaignScore, int> figure) => Counted.Max(figure) - Counted.Min(figure);
}

/// <summary>How far one assessor is.</summary>
/// <param name="Given">Cells of the campaign judged so far.</param>
/// <param name="Asked">Cells to judge, without those that the others agreed on meanwhile.</param>
public sealed record AssessorProgress(string Assessor, string Name, int Given, int Asked);

/// <summary>How far a campaign is, cell by cell and assessor by assessor.</summary>
/// <param name="Cells">Every leaf in scope in every unit where it applies, in the order of the tree and then of the units.</param>
public sealed record CampaignStatus(Campaign Campaign, IReadOnlyList<CampaignCell> Cells, IReadOnlyList<AssessorProgress> Assessors, bool IsOverdue)
{
    /// <summary>Judgements given ÷ judgements asked for, 0..1; 1 when nothing is asked.</summary>
    public double Progress => Assessors.Sum(assessor => assessor.Asked) is var asked and > 0
        ? (double)Assessors.Sum(assessor => assessor.Given) / asked
        : 1;

    public int Disagreements => Cells.Count(cell => cell.IsDisagreed);

    public int Agreed => Cells.Count(cell => cell.Agreement is not null);

    /// <exception cref="ModelRuleException">The campaign is gone.</exception>
    public static CampaignStatus Of(ModelSnapshot model, string campaign)
    {
        var row = CampaignEdits.Existing(model, campaign);
        List<CampaignAssessor> assessors = [.. model.Table<CampaignAssessor>().Where(assessor => assessor.Campaign == campaign)];
        var names = assessors.Select(assessor => assessor.Assessor).ToHashSet();
        var scores = model.Table<CampaignScore>()
            .Where(score => score.Campaign == campaign)
            .ToLookup(score => (score.Capability, score.BusinessUnit, Counts: names.Contains(score.Assessor)));
        var agreements = model.Table<CampaignAgreement>();
        List<CampaignCell> cells = [.. CampaignEdits.Scope(model, campaign).Select(cell => new CampaignCell(
            cell.Capability,
            cell.BusinessUnit,
            [.. scores[(cell.Capability, cell.BusinessUnit, true)]],
            agreements.Find(RowKey.Of(campaign, cell.Capability, cell.BusinessUnit)),
            model.Assessments.Find(Assessment.KeyOf(cell.Capability, cell.BusinessUnit, null)),
            [.. scores[(cell.Capability, cell.BusinessUnit, false)]]))];
        var open = cells.Count(cell => cell.Agreement is null);
        var given = cells
            .SelectMany(cell => cell.Scores, (cell, score) => (score.Assessor, IsAgreed: cell.Agreement is not null))
            .ToLookup(score => score.Assessor);
        List<AssessorProgress> progress = [.. assessors.Select(assessor => new AssessorProgress(
            assessor.Assessor, assessor.Name, given[assessor.Assessor].Count(), open + given[assessor.Assessor].Count(score => score.IsAgreed)))];
        var isLate = row.ClosedOn is null && row.DueOn < model.Today && progress.Exists(assessor => assessor.Given < assessor.Asked);
        return new(row, cells, progress, isLate);
    }
}

/// <summary>The cells that an assessor still has to judge, for a reminder.</summary>
/// <param name="Missing">Cells not judged yet, above 0.</param>
public sealed record CampaignReminder(Campaign Campaign, int Missing, bool IsOverdue)
{
    /// <summary>The running campaigns in which the user still has something to judge, the next due first.</summary>
    public static IReadOnlyList<CampaignReminder> For(ModelSnapshot model, string assessor) => [.. model.Table<CampaignAssessor>()
        .Where(row => row.Assessor == assessor)
        .Select(row => model.Table<Campaign>().Find(row.Campaign))
        .OfType<Campaign>()
        .Where(campaign => campaign.ClosedOn is null)
        .Select(campaign =>
        {
            var status = CampaignStatus.Of(model, campaign.Code);
            var progress = status.Assessors.First(progress => progress.Assessor == assessor);
            return new CampaignReminder(campaign, progress.Asked - progress.Given, campaign.DueOn < model.Today);
        })
        .Where(reminder => reminder.Missing > 0)
        .OrderBy(reminder => reminder.Campaign.DueOn)];
}
