using FluentValidation;
using OperatingModel.Application.Access;

namespace OperatingModel.Application.Assessments;

/// <summary>Start a campaign.</summary>
/// <param name="Capabilities">Covered with all below them.</param>
/// <param name="OperationId">Made by the caller once per intent; a repeated order with the same id is answered, not repeated.</param>
public sealed record CampaignOrder(
    Guid ModelId,
    string Name,
    DateOnly DueOn,
    IReadOnlyCollection<string> Capabilities,
    IReadOnlyCollection<string> BusinessUnits,
    IReadOnlyCollection<CurrentUser> Assessors,
    string? Note,
    Guid OperationId);

/// <summary>Give or take back one's own judgements in a campaign.</summary>
/// <param name="Cells">General judgements; the version seen is that of one's own earlier judgement.</param>
/// <param name="OperationId">Made by the caller once per intent; a repeated order with the same id is answered, not repeated.</param>
/// <param name="InTheNameOf">Id of the assessor whose sheet the user fills in; null for the user's own. The audit names the user.</param>
public sealed record CampaignScoresOrder(
    Guid ModelId,
    string Campaign,
    IReadOnlyList<CellScores> Cells,
    Guid OperationId,
    string? InTheNameOf = null);

/// <summary>Write down what the assessors of a campaign agreed on.</summary>
/// <param name="Cells">General assessments as agreed; the version seen is that of the assessment.</param>
/// <param name="AgreedBy">Names of those who agreed; at least one.</param>
/// <param name="OperationId">Made by the caller once per intent; a repeated order with the same id is answered, not repeated.</param>
public sealed record AgreementOrder(Guid ModelId, string Campaign, IReadOnlyList<CellScores> Cells, IReadOnlyList<string> AgreedBy, Guid OperationId);

/// <summary>What can be wrong with the order by itself.</summary>
internal sealed class CampaignScoresOrderValidator : AbstractValidator<CampaignScoresOrder>
{
    public CampaignScoresOrderValidator()
    {
        RuleFor(order => order.Cells).AreEachNamedOnce();
        RuleForEach(order => order.Cells).SetValidator(new CellScoresValidator());
        RuleForEach(order => order.Cells)
            .Must(cell => cell.Stage is null)
            .WithMessage("A campaign judges in general, not for one stage; leave the stage out.");
    }
}

/// <summary>What can be wrong with the order by itself.</summary>
internal sealed class AgreementOrderValidator : AbstractValidator<AgreementOrder>
{
    public AgreementOrderValidator()
    {
        RuleFor(order => order.AgreedBy)
            .Must(names => names.Count > 0 && names.All(name => !string.IsNullOrWhiteSpace(name)))
            .WithMessage("Say who agreed.");
        RuleFor(order => order.Cells).AreEachNamedOnce();
        RuleForEach(order => order.Cells).SetValidator(new CellScoresValidator());
        RuleForEach(order => order.Cells)
            .Must(cell => cell is { Stage: null, Scores: not null })
            .WithMessage("Give the scores that were agreed, in general and not for one stage.");
    }
}
