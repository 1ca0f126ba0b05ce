using System.Globalization;
using FluentValidation;
using OperatingModel.Application.Access;
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

/// <summary>The assessments as they are stored now, in the order of the cells asked for.</summary>
/// <param name="Assessments">Null where one was cleared.</param>
/// <param name="Revision">The revision of the model that holds them.</param>
public sealed record AssessedMany(IReadOnlyList<Assessment?> Assessments, long Revision);

/// <summary>What people do with assessments. Each method is one use case and one transaction.</summary>
public sealed class AssessmentService(ModelWriter writer, IValidator<AssessManyOrder> validator)
{
    /// <summary>Gives, changes or clears one assessment. It carries the user as assessor and the date as of which the model speaks.</summary>
    /// <exception cref="ModelRuleException">Names every field that is wrong, with the remedy.</exception>
    /// <exception cref="ConflictException">Somebody else assessed the same in the meantime.</exception>
    /// <exception cref="OperationReusedException">The operation id was used before, for other scores.</exception>
    /// <exception cref="NotFoundException">There is no such model.</exception>
    public async Task<Assessed> AssessAsync(AssessOrder order, CurrentUser user, CancellationToken cancellationToken = default)
    {
        var many = await AssessAsync(
            new AssessManyOrder(order.ModelId, [order.Cell], order.OperationId),
            order.Scores is null ? "Clear an assessment" : "Assess a capability",
            isOne: true,
            user,
            cancellationToken);
        return new Assessed(many.Assessments[0], many.Revision);
    }

    /// <summary>Gives, changes or clears many assessments in one step: all, or none and every problem and conflict is reported by cell.</summary>
    /// <exception cref="ModelRuleException">Names every field that is wrong, with the remedy, e.g. <c>cells[3].importance</c>.</exception>
    /// <exception cref="ConflictException">Somebody else assessed some of the same in the meantime.</exception>
    /// <exception cref="NotFoundException">There is no such model.</exception>
    public Task<AssessedMany> AssessManyAsync(AssessManyOrder order, CurrentUser user, CancellationToken cancellationToken = default) =>
        AssessAsync(
            order,
            order.Cells.Count == 1 ? "Assess a capability" : $"Assess {order.Cells.Count} cells",
            isOne: false,
            user,
            cancellationToken);

    /// <inheritdoc cref="AssessManyAsync"/>
    /// <param name="what">A sentence for the audit and the list of what can be undone.</param>
    public Task<WriteResult> WriteAsync(AssessManyOrder order, string what, CurrentUser user, CancellationToken cancellationToken = default) =>
        StoreAsync(order, what, isOne: order.Cells.Count == 1, user, cancellationToken);

    /// <summary>The change of one assessment; null when there is nothing to clear.</summary>
    /// <param name="assessor">Who judged.</param>
    internal static RowChange? ChangeOf(ModelSnapshot model, CellScores cell, string assessor) => cell.Scores is not { } scores
        ? model.Assessments.Find(cell.Key) is { } given ? Edits.Remove(given, cell.SeenVersion) : null
        : Edits.Set(
            model,
            new Assessment(
                cell.Capability,
                cell.BusinessUnit,
                cell.Stage,
                scores.Importance,
                scores.Current,
                scores.Target,
                scores.Confidence,
                model.AsOf,
                scores.Note,
                assessor,
                scores.EvidenceLink),
            cell.SeenVersion);

    /// <summary>Why the cell cannot be assessed in this model.</summary>
    internal static IEnumerable<FieldProblem> Problems(CellScores cell, ModelSnapshot model)
    {
        var node = model.Tree.IndexOf(cell.Capability);
        if (node < 0)
        {
            yield return new(nameof(cell.Capability), $"There is no capability {cell.Capability}; it may have been removed.");
        }
        else if (!model.Tree.IsLeaf(node))
        {
            var child = model.Tree[model.Tree.ChildrenOf(node).First()].Code;
            yield return new(nameof(cell.Capability), $"{cell.Capability} is made up of other capabilities; assess these instead, {child} first.");
        }

        if (!model.BusinessUnits.Contains(cell.BusinessUnit))
        {
            yield return new(nameof(cell.BusinessUnit), $"There is no business unit {cell.BusinessUnit}; it may have been removed.");
        }
        else if (model.Table<NotApplicable>().Find(RowKey.Of(cell.Capability, cell.BusinessUnit)) is { } absent)
        {
            var reason = string.IsNullOrWhiteSpace(absent.Reason) ? "" : $" ({absent.Reason})";
            yield return new(
                nameof(cell.BusinessUnit),
                $"{cell.Capability} does not apply in {cell.BusinessUnit}{reason}; mark it as applicable first, or assess another unit.");
        }

        if (cell.Stage is not null && !model.Stages.Contains(cell.Stage))
        {
            yield return new(nameof(cell.Stage), $"There is no stage {cell.Stage}; choose one of the value chain, or assess in general.");
        }
    }

    private static List<RowChange> Decide(AssessManyOrder order, bool isOne, CurrentUser user, ModelSnapshot model)
    {
        var problems = new List<FieldProblem>();
        var changes = new List<RowChange>(order.Cells.Count);
        for (var i = 0; i < order.Cells.Count; i++)
        {
            var cell = order.Cells[i];
            if (cell.Scores is not null)
            {
                problems.AddRange(Problems(cell, model).Select(problem => isOne ? problem : new($"{PlaceOf(i)}{problem.Field}", problem.Message)));
            }

            if (ChangeOf(model, cell, user.Name) is { } change)
            {
                changes.Add(change);
            }
        }

        changes.AddRange(ApplicabilityEdits.SetMany(model, order.NotApplicable, applies: false));
        return problems.Count == 0 ? changes : throw new ModelRuleException(problems);
    }

    private static string PlaceOf(int cell) => string.Create(CultureInfo.InvariantCulture, $"{nameof(AssessManyOrder.Cells)}[{cell}].");

    private async Task<AssessedMany> AssessAsync(
        AssessManyOrder order,
        string what,
        bool isOne,
        CurrentUser user,
        CancellationToken cancellationToken)
    {
        var result = await StoreAsync(order, what, isOne, user, cancellationToken);
        var changed = result.Changes.ToDictionary(change => change.Key, change => (Assessment?)change.After);
        return new(
            [.. order.Cells.Select(cell => changed.TryGetValue(cell.Key, out var stored) ? stored : result.Model.Assessments.Find(cell.Key))],
            result.Revision);
    }

    private Task<WriteResult> StoreAsync(AssessManyOrder order, string what, bool isOne, CurrentUser user, CancellationToken cancellationToken)
    {
        try
        {
            validator.ThrowIfBroken(order);
        }
        catch (ModelRuleException broken) when (isOne)
        {
            // Who orders one assessment knows its fields by their own names.
            throw new ModelRuleException([.. broken.Problems.Select(problem =>
                new FieldProblem(problem.Field[(problem.Field.IndexOf('.', StringComparison.Ordinal) + 1)..], problem.Message))]);
        }

        return writer.WriteAsync(
            order.ModelId,
            new WriteOrder(order.OperationId, user, what, WriteOrder.ContentOf(order.Cells)),
            model => Decide(order, isOne, user, model),
            cancellationToken);
    }
}
