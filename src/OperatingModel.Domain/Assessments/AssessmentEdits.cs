using OperatingModel.Domain.Capabilities;
using OperatingModel.Domain.Editing;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.Assessments;

/// <summary>What people do with assessments.</summary>
public static class AssessmentEdits
{
    /// <summary>The most cells that are assessed in one write.</summary>
    public const int MaxCells = 50_000;

    /// <summary>
    /// Adds, changes and clears assessments. A new value carries the assessor and the as-of day of the model. Where the stored assessment
    /// is not the one the user saw, the change carries the version seen, and the writer reports a conflict.
    /// </summary>
    /// <param name="assessor">Who judged, by name; 1..120 characters.</param>
    /// <param name="cells">Each cell once, up to <see cref="MaxCells"/>. One that is to be cleared and has no assessment is left out.</param>
    /// <exception cref="ModelRuleException">
    /// Fields are wrong, or cells cannot be assessed. Each cell is reported with all its wrong fields, or else with what is wrong with its
    /// place.
    /// </exception>
    public static IReadOnlyList<RowChange> Assess(ModelSnapshot model, string assessor, params IReadOnlyCollection<CellScores> cells)
    {
        if (cells.Count > MaxCells)
        {
            throw new ModelRuleException("cells", $"Give the scores of 1 to {MaxCells} cells at a time.");
        }

        List<RowChange> changes = [.. cells.Select(cell => ChangeOf(model, assessor, cell)).OfType<RowChange>()];
        List<FieldProblem> problems = [.. changes.Select(change => change.After).OfType<Assessment>().SelectMany(given => Problems(model, given))];
        return problems.Count == 0 ? changes : throw new ModelRuleException(problems);
    }

    private static RowChange? ChangeOf(ModelSnapshot model, string assessor, CellScores cell) => cell.Scores is not { } scores
        ? RowEdits.Clear<Assessment>(model, cell.Key, cell.SeenVersion)
        : RowEdits.Set(
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

    // Before the writer looks for conflicts: scores that nobody may give are refused, whatever others did meanwhile.
    private static FieldProblem[] Problems(ModelSnapshot model, Assessment given)
    {
        FieldProblem[] wrong = [.. FieldValueRules.ProblemsOf(given).Select(one => new FieldProblem(one.Field.FileName, one.Problem))];
        return wrong.Length > 0 ? wrong : [.. ProblemsOfPlace(model, given)];
    }

    private static IEnumerable<FieldProblem> ProblemsOfPlace(ModelSnapshot model, Assessment given)
    {
        var (capability, unit) = (given.Capability, given.BusinessUnit);
        var node = model.Tree.IndexOf(capability);
        if (node < 0)
        {
            yield return Missing(nameof(given.Capability), capability, $"There is no capability {capability}; it may have been removed.");
        }
        else if (!model.Tree.IsLeaf(node))
        {
            var child = model.Tree[model.Tree.ChildrenOf(node).First()].Code;
            yield return new(nameof(given.Capability), $"{capability} is made up of other capabilities; assess these instead, {child} first.");
        }

        if (!model.BusinessUnits.Contains(unit))
        {
            yield return Missing(nameof(given.BusinessUnit), unit, $"There is no business unit {unit}; it may have been removed.");
        }
        else if (model.Table<NotApplicable>().Find(RowKey.Of(capability, unit)) is { } absent)
        {
            var reason = string.IsNullOrWhiteSpace(absent.Reason) ? "" : $" ({absent.Reason})";
            yield return new(
                nameof(given.BusinessUnit),
                $"{capability} does not apply in {unit}{reason}; mark it as applicable first, or assess another unit.");
        }

        if (given.Stage is { } stage && !model.Stages.Contains(stage))
        {
            yield return Missing(
                nameof(given.Stage), stage, $"There is no stage {stage}; choose one of the value chain, or assess in general.");
        }
    }

    // The message does not repeat a text that is no code at all.
    private static FieldProblem Missing(string field, string code, string why) => new(field, CodeAttribute.ProblemOf(code) ?? why);
}
