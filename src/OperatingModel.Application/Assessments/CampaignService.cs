using System.Globalization;
using FluentValidation;
using OperatingModel.Application.Access;
using OperatingModel.Application.Writing;
using OperatingModel.Domain;
using OperatingModel.Domain.Assessments;
using OperatingModel.Domain.BusinessUnits;
using OperatingModel.Domain.Capabilities;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Application.Assessments;

/// <summary>
/// Campaigns of assessment: several people judge the same, each for themselves, and agree on one assessment. How far a campaign is
/// tells <see cref="CampaignStatus"/> from the model. What happens in a campaign is dated by the calendar, as its due day is; the assessment
/// that comes of it is dated as every assessment, by the day as of which the model speaks. Each method is one use case and one transaction.
/// </summary>
public sealed class CampaignService(
    ModelWriter writer,
    IValidator<CampaignScoresOrder> scoresValidator,
    IValidator<AgreementOrder> agreementValidator)
{
    /// <summary>Starts a campaign.</summary>
    /// <exception cref="ModelRuleException">Names every field that is wrong, with the remedy.</exception>
    /// <exception cref="NotFoundException">There is no such model.</exception>
    public async Task<Campaign> StartAsync(CampaignOrder order, CurrentUser user, CancellationToken cancellationToken = default)
    {
        var result = await writer.WriteAsync(
            order.ModelId,
            new WriteOrder(order.OperationId, user, "Start a campaign"),
            model =>
                CampaignEdits.Start(
                    model,
                    order.Name,
                    order.DueOn,
                    order.Note,
                    order.Capabilities,
                    order.BusinessUnits,
                    [.. order.Assessors.Select(assessor => (assessor.Id, assessor.Name))]),
            cancellationToken);
        return result.Changes.Select(change => change.After).OfType<Campaign>().Single();
    }

    /// <summary>Keeps the user's own judgements, apart from those of the others and from the map.</summary>
    /// <exception cref="ModelRuleException">
    /// The user, or whose sheet is filled in, is no assessor of it, it is closed, or a cell is not in its scope or agreed on already.
    /// </exception>
    /// <exception cref="ConflictException">The user judged the same in another window in the meantime.</exception>
    public Task<WriteResult> ScoreAsync(CampaignScoresOrder order, CurrentUser user, CancellationToken cancellationToken = default)
    {
        scoresValidator.ThrowIfBroken(order);
        return writer.WriteAsync(
            order.ModelId,
            new WriteOrder(
                order.OperationId,
                user,
                (order.Cells.Count == 1 ? "Judge in a campaign" : $"Judge {order.Cells.Count} cells in a campaign")
                    + (order.InTheNameOf is null ? "" : " in the name of another")),
            model => Scores(order, user, model),
            cancellationToken);
    }

    /// <summary>Writes what was agreed as assessments, with the names of those who agreed.</summary>
    /// <exception cref="ModelRuleException">The campaign is closed, or a cell is not in its scope.</exception>
    /// <exception cref="ConflictException">Somebody else assessed some of the same in the meantime.</exception>
    public Task<WriteResult> AgreeAsync(AgreementOrder order, CurrentUser user, CancellationToken cancellationToken = default)
    {
        agreementValidator.ThrowIfBroken(order);
        return writer.WriteAsync(
            order.ModelId,
            new WriteOrder(order.OperationId, user, order.Cells.Count == 1 ? "1 assessment agreed" : $"{order.Cells.Count} assessments agreed"),
            model => Agreements(order, model),
            cancellationToken);
    }

    /// <summary>Ends a campaign. What was judged can still be read.</summary>
    public Task<WriteResult> CloseAsync(
        Guid modelId,
        string campaign,
        CurrentUser user,
        Guid operationId,
        CancellationToken cancellationToken = default) =>
        writer.WriteAsync(
            modelId,
            new WriteOrder(operationId, user, "Close a campaign"),
            model => CampaignEdits.Close(model, campaign),
            cancellationToken);

    private static List<RowChange> Scores(CampaignScoresOrder order, CurrentUser user, ModelSnapshot model)
    {
        ThrowIfOutside(model, order.Campaign, order.Cells);
        ThrowIfAgreed(model, order.Campaign, order.Cells);
        if (model.Table<CampaignAssessor>().Find(RowKey.Of(order.Campaign, order.InTheNameOf ?? user.Id)) is not { } assessor)
        {
            throw new ModelRuleException(nameof(order.Campaign), order.InTheNameOf is null
                ? $"{user.Name} is no assessor of {NameOf(model, order.Campaign)}; have yourself added to it first."
                : $"The sheet belongs to nobody who judges in {NameOf(model, order.Campaign)}; add the assessor first.");
        }

        return [.. order.Cells.Select(cell => Score(model, order.Campaign, cell, assessor.Assessor)).OfType<RowChange>()];
    }

    private static RowChange? Score(ModelSnapshot model, string campaign, CellScores cell, string assessor)
    {
        if (cell.Scores is not { } scores)
        {
            var given = model.Table<CampaignScore>().Find(RowKey.Of(campaign, cell.Capability, cell.BusinessUnit, assessor));
            return given is null ? null : Edits.Remove(given, cell.SeenVersion);
        }

        return Edits.Set(
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
    }

    private static List<RowChange> Agreements(AgreementOrder order, ModelSnapshot model)
    {
        ThrowIfOutside(model, order.Campaign, order.Cells);
        var names = string.Join(", ", order.AgreedBy.Select(name => name.Trim()).Distinct());
        var agreedBy = names.Length <= CurrentUser.MaxLength ? names : $"{names[..(CurrentUser.MaxLength - 1)]}…";
        var proposals = CampaignStatus.Of(model, order.Campaign).Cells
            .ToDictionary(cell => (cell.Capability, cell.BusinessUnit), cell => cell.Proposal?.Rule);
        return [.. order.Cells.SelectMany(cell => new[]
        {
            AssessmentService.ChangeOf(model, cell, agreedBy)!,
            Agreement(model, new CampaignAgreement(
                order.Campaign,
                cell.Capability,
                cell.BusinessUnit,
                agreedBy,
                model.Today,
                cell.Scores!.Importance,
                cell.Scores.Current,
                cell.Scores.Target,
                cell.Scores.Confidence,
                proposals[(cell.Capability, cell.BusinessUnit)])),
        })];
    }

    // The assessment shows whether somebody else was quicker; the agreement only goes with it.
    private static RowChange Agreement(ModelSnapshot model, CampaignAgreement agreement) =>
        Edits.Set(model, agreement, model.Table<CampaignAgreement>().Find(agreement.Key)?.Version ?? 0);

    private static void ThrowIfOutside(ModelSnapshot model, string campaign, IReadOnlyList<CellScores> cells)
    {
        CampaignEdits.Running(model, campaign);
        var scope = CampaignEdits.Scope(model, campaign).ToHashSet();
        ThrowIfAny(
            cells,
            cell => cell.Scores is not null && !scope.Contains((cell.Capability, cell.BusinessUnit)),
            cell => $"{PlaceOf(model, cell)} is not asked for in {NameOf(model, campaign)}; it may not apply, have been split or removed.");
    }

    // What was judged before is the trace of how the assessors differed.
    private static void ThrowIfAgreed(ModelSnapshot model, string campaign, IReadOnlyList<CellScores> cells)
    {
        var agreements = model.Table<CampaignAgreement>();
        ThrowIfAny(
            cells,
            cell => agreements.Find(RowKey.Of(campaign, cell.Capability, cell.BusinessUnit)) is not null,
            cell => $"{PlaceOf(model, cell)} is agreed on, and what was judged stays as it was; judge it in another campaign.");
    }

    private static string NameOf(ModelSnapshot model, string campaign) => ModelInput.NameOf<Campaign>(model, campaign);

    private static string PlaceOf(ModelSnapshot model, CellScores cell) =>
        $"{ModelInput.NameOf<Capability>(model, cell.Capability)} in {ModelInput.NameOf<BusinessUnit>(model, cell.BusinessUnit)}";

    private static void ThrowIfAny(IReadOnlyList<CellScores> cells, Func<CellScores, bool> isWrong, Func<CellScores, string> why)
    {
        List<FieldProblem> problems = [.. cells.Index()
            .Where(cell => isWrong(cell.Item))
            .Select(cell => new FieldProblem(
                string.Create(CultureInfo.InvariantCulture, $"{nameof(CampaignScoresOrder.Cells)}[{cell.Index}].{nameof(CellScores.Capability)}"),
                why(cell.Item)))];
        if (problems.Count > 0)
        {
            throw new ModelRuleException(problems);
        }
    }
}
