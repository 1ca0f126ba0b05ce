using FluentValidation;
using OperatingModel.Application.Access;
using OperatingModel.Application.Auditing;
using OperatingModel.Application.Writing;
using OperatingModel.Domain;
using OperatingModel.Domain.Assessments;
using OperatingModel.Domain.Capabilities;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Application.Assessments;

/// <summary>The assessment as it is stored now.</summary>
/// <param name="Assessment">Null when it was cleared.</param>
/// <param name="Revision">The revision of the model that holds it.</param>
public sealed record Assessed(Assessment? Assessment, long Revision);

/// <summary>What people do with assessments. Each method is one use case and one transaction.</summary>
public sealed class AssessmentService(ModelWriter writer, AuditTrail audit, IValidator<AssessOrder> validator)
{
    /// <summary>Gives, changes or clears one assessment. It carries the user as assessor and the date as of which the model speaks.</summary>
    /// <exception cref="ModelRuleException">Names every field that is wrong, with the remedy.</exception>
    /// <exception cref="ConflictException">Somebody else assessed the same in the meantime.</exception>
    /// <exception cref="NotFoundException">There is no such model.</exception>
    public async Task<Assessed> AssessAsync(AssessOrder order, CurrentUser user, CancellationToken cancellationToken = default)
    {
        validator.ThrowIfBroken(order);
        var result = await writer.WriteAsync(
            order.ModelId,
            new WriteOrder(order.OperationId, user, order.Scores is null ? "Clear an assessment" : "Assess a capability"),
            model => Decide(order, user, model),
            cancellationToken);
        var stored = result.Changes.Count == 1 ? (Assessment?)result.Changes[0].After : result.Model.Assessments.Find(order.Key);
        return new Assessed(stored, result.Revision);
    }

    /// <summary>Every value the assessment had, the newest first.</summary>
    /// <param name="stage">Null for the general assessment.</param>
    public Task<IReadOnlyList<RowHistoryEntry<Assessment>>> HistoryAsync(
        Guid modelId, string capability, string businessUnit, string? stage, CancellationToken cancellationToken = default) =>
        audit.HistoryAsync<Assessment>(modelId, Assessment.KeyOf(capability, businessUnit, stage), cancellationToken);

    private static IReadOnlyList<RowChange> Decide(AssessOrder order, CurrentUser user, ModelSnapshot model)
    {
        if (order.Scores is not { } scores)
        {
            return model.Assessments.Find(order.Key) is { } given ? [Edits.Remove(given, order.SeenVersion)] : [];
        }

        if (Problems(order, model).ToList() is { Count: > 0 } problems)
        {
            throw new ModelRuleException(problems);
        }

        var row = new Assessment(
            order.Capability,
            order.BusinessUnit,
            order.Stage,
            scores.Importance,
            scores.Current,
            scores.Target,
            scores.Confidence,
            model.AsOf,
            scores.Note,
            user.Name,
            scores.EvidenceLink);
        return [Edits.Set(model, row, order.SeenVersion)];
    }

    private static IEnumerable<FieldProblem> Problems(AssessOrder order, ModelSnapshot model)
    {
        var node = model.Tree.IndexOf(order.Capability);
        if (node < 0)
        {
            yield return new(nameof(order.Capability), $"There is no capability {order.Capability}; it may have been removed.");
        }
        else if (!model.Tree.IsLeaf(node))
        {
            var child = model.Tree[model.Tree.ChildrenOf(node).First()].Code;
            yield return new(nameof(order.Capability), $"{order.Capability} is made up of other capabilities; assess these instead, {child} first.");
        }

        if (!model.BusinessUnits.Contains(order.BusinessUnit))
        {
            yield return new(nameof(order.BusinessUnit), $"There is no business unit {order.BusinessUnit}; it may have been removed.");
        }
        else if (model.Table<NotApplicable>().Find(RowKey.Of(order.Capability, order.BusinessUnit)) is { } absent)
        {
            var reason = string.IsNullOrWhiteSpace(absent.Reason) ? "" : $" ({absent.Reason})";
            yield return new(
                nameof(order.BusinessUnit), $"{order.Capability} does not apply in {order.BusinessUnit}{reason}; mark it as applicable first, or assess another unit.");
        }

        if (order.Stage is not null && !model.Table<Domain.ValueChains.Stage>().Contains(order.Stage))
        {
            yield return new(nameof(order.Stage), $"There is no stage {order.Stage}; choose one of the value chain, or assess in general.");
        }
    }
}
