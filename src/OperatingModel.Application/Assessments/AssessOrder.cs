using FluentValidation;
using OperatingModel.Domain;
using OperatingModel.Domain.Assessments;
using OperatingModel.Domain.Capabilities;

namespace OperatingModel.Application.Assessments;

/// <summary>The scores a user gives; complete or not given at all.</summary>
/// <param name="Importance">1..5.</param>
/// <param name="Current">Maturity today, 0..5.</param>
/// <param name="Target">Maturity wanted, 0..5.</param>
public sealed record Scores(int Importance, int Current, int Target, Confidence Confidence, string? Note = null, string? EvidenceLink = null);

/// <summary>One assessment to be given, changed or cleared.</summary>
/// <param name="Stage">Null for the general assessment.</param>
/// <param name="Scores">Null clears the assessment.</param>
/// <param name="SeenVersion">The version of the assessment the user saw; 0 where there was none.</param>
public sealed record CellScores(string Capability, string BusinessUnit, string? Stage, Scores? Scores, long SeenVersion)
{
    public RowKey Key => Assessment.KeyOf(Capability, BusinessUnit, Stage);
}

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
    public RowKey Key => Cell.Key;

    internal CellScores Cell => new(Capability, BusinessUnit, Stage, Scores, SeenVersion);
}

/// <summary>Assess many cells at once: all of them or none, and one step to undo.</summary>
/// <param name="Cells">Each cell once.</param>
/// <param name="OperationId">Made by the caller once per intent; a repeated order with the same id is answered, not repeated.</param>
public sealed record AssessManyOrder(Guid ModelId, IReadOnlyList<CellScores> Cells, Guid OperationId)
{
    /// <summary>Cells that do not apply, with the reason; none of them is scored in the same order.</summary>
    public IReadOnlyList<NotApplicable> NotApplicable { get; init; } = [];

    public const int MaxCells = 50_000;
}

/// <summary>What can be wrong with the scores of a cell by themselves.</summary>
internal sealed class CellScoresValidator : AbstractValidator<CellScores>
{
    private static readonly ModelTable Table = ModelTables.Of<Assessment>();

    public CellScoresValidator()
    {
        RuleFor(cell => cell.SeenVersion).GreaterThanOrEqualTo(0).WithMessage("The version seen is negative; give the one that was shown, or 0.");
        RuleFor(cell => cell.Capability).Obeys(Table, nameof(Assessment.Capability));
        RuleFor(cell => cell.BusinessUnit).Obeys(Table, nameof(Assessment.BusinessUnit));
        RuleFor(cell => cell.Stage).Obeys(Table, nameof(Assessment.Stage));
        When(
            cell => cell.Scores is not null,
            () =>
            {
                RuleFor(cell => cell.Scores!.Importance).Obeys(Table, nameof(Assessment.Importance)).OverridePropertyName(nameof(Scores.Importance));
                RuleFor(cell => cell.Scores!.Current).Obeys(Table, nameof(Assessment.Current)).OverridePropertyName(nameof(Scores.Current));
                RuleFor(cell => cell.Scores!.Target).Obeys(Table, nameof(Assessment.Target)).OverridePropertyName(nameof(Scores.Target));
                RuleFor(cell => cell.Scores!.Confidence)
                    .IsInEnum()
                    .OverridePropertyName(nameof(Scores.Confidence))
                    .WithMessage("Say how sure you are: Low, Medium or High.");
                RuleFor(cell => cell.Scores!.Note).Obeys(Table, nameof(Assessment.Note)).OverridePropertyName(nameof(Scores.Note));
                RuleFor(cell => cell.Scores!.EvidenceLink)
                    .Obeys(Table, nameof(Assessment.EvidenceLink))
                    .OverridePropertyName(nameof(Scores.EvidenceLink));
            });
    }
}

/// <summary>What can be wrong with the order by itself.</summary>
internal sealed class AssessManyOrderValidator : AbstractValidator<AssessManyOrder>
{
    public AssessManyOrderValidator()
    {
        RuleFor(order => order.OperationId).NotEmpty().WithMessage("The operation id is missing; make a new one for each order.");
        RuleFor(order => order.Cells).AreEachNamedOnce().When(order => order.NotApplicable.Count == 0 || order.Cells.Count > 0);
        RuleForEach(order => order.Cells).SetValidator(new CellScoresValidator());
        RuleFor(order => order.NotApplicable)
            .Must(cells => cells.Count <= AssessManyOrder.MaxCells)
            .WithMessage($"Say of at most {AssessManyOrder.MaxCells} cells at a time that they do not apply.");
    }
}

/// <summary>Rules of lists of cells.</summary>
internal static class CellScoresRules
{
    public static IRuleBuilderOptions<TOrder, IReadOnlyList<CellScores>> AreEachNamedOnce<TOrder>(
        this IRuleBuilder<TOrder, IReadOnlyList<CellScores>> rule) =>
        rule.Must(cells => cells.Count is > 0 and <= AssessManyOrder.MaxCells)
            .WithMessage($"Give the scores of 1 to {AssessManyOrder.MaxCells} cells at a time.")
            .Must(cells => cells.DistinctBy(cell => cell.Key).Count() == cells.Count)
            .WithMessage("A cell is named twice; name each once.");
}
