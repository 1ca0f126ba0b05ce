using FluentValidation;
using OperatingModel.Domain;
using OperatingModel.Domain.Assessments;

namespace OperatingModel.Application.Assessments;

/// <summary>The scores a user gives; complete or not given at all.</summary>
/// <param name="Importance">1..5.</param>
/// <param name="Current">Maturity today, 0..5.</param>
/// <param name="Target">Maturity wanted, 0..5.</param>
public sealed record Scores(int Importance, int Current, int Target, Confidence Confidence, string? Note = null, string? EvidenceLink = null);

/// <summary>Assess one capability in one business unit, in general or for one stage.</summary>
/// <param name="Stage">Null for the general assessment.</param>
/// <param name="Scores">Null clears the assessment.</param>
/// <param name="SeenVersion">The version of the assessment the user saw; 0 where there was none.</param>
/// <param name="OperationId">Made by the caller once per intent; a repeated order with the same id is answered, not repeated.</param>
public sealed record AssessOrder(
    Guid ModelId,
    string Capability,
    string BusinessUnit,
    string? Stage,
    Scores? Scores,
    long SeenVersion,
    Guid OperationId)
{
    public RowKey Key => Assessment.KeyOf(Capability, BusinessUnit, Stage);
}

/// <summary>What can be wrong with the order by itself.</summary>
internal sealed class AssessOrderValidator : AbstractValidator<AssessOrder>
{
    private static readonly ModelTable Table = ModelTables.Of<Assessment>();

    public AssessOrderValidator()
    {
        RuleFor(order => order.OperationId).NotEmpty().WithMessage("The operation id is missing; make a new one for each order.");
        RuleFor(order => order.SeenVersion).GreaterThanOrEqualTo(0).WithMessage("The version seen is negative; give the one that was shown, or 0.");
        RuleFor(order => order.Capability).Obeys(Table, nameof(Assessment.Capability));
        RuleFor(order => order.BusinessUnit).Obeys(Table, nameof(Assessment.BusinessUnit));
        RuleFor(order => order.Stage).Obeys(Table, nameof(Assessment.Stage));
        When(order => order.Scores is not null, () =>
        {
            RuleFor(order => order.Scores!.Importance).Obeys(Table, nameof(Assessment.Importance)).OverridePropertyName(nameof(Scores.Importance));
            RuleFor(order => order.Scores!.Current).Obeys(Table, nameof(Assessment.Current)).OverridePropertyName(nameof(Scores.Current));
            RuleFor(order => order.Scores!.Target).Obeys(Table, nameof(Assessment.Target)).OverridePropertyName(nameof(Scores.Target));
            RuleFor(order => order.Scores!.Confidence).IsInEnum().OverridePropertyName(nameof(Scores.Confidence))
                .WithMessage("Say how sure you are: Low, Medium or High.");
            RuleFor(order => order.Scores!.Note).Obeys(Table, nameof(Assessment.Note)).OverridePropertyName(nameof(Scores.Note));
            RuleFor(order => order.Scores!.EvidenceLink).Obeys(Table, nameof(Assessment.EvidenceLink)).OverridePropertyName(nameof(Scores.EvidenceLink));
        });
    }
}
