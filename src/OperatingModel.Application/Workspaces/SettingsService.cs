using FluentValidation;
using OperatingModel.Application.Access;
using OperatingModel.Application.Writing;
using OperatingModel.Domain;
using OperatingModel.Domain.ValueChains;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Application.Workspaces;

/// <summary>What people do with the conventions and weights of a model.</summary>
public sealed class SettingsService(ModelWriter writer, IValidator<SettingsOrder> validator)
{
    /// <summary>Saves settings, stage points and unit weights in one operation: all of them or none.</summary>
    /// <exception cref="ModelRuleException">Names every field that is wrong, with the remedy.</exception>
    /// <exception cref="ConflictException">Somebody else changed one of them in the meantime.</exception>
    /// <exception cref="NotFoundException">There is no such model.</exception>
    public Task<WriteResult> SaveAsync(SettingsOrder order, CurrentUser user, CancellationToken cancellationToken = default)
    {
        validator.ThrowIfBroken(order);
        return writer.WriteAsync(
            order.ModelId,
            new WriteOrder(order.OperationId, user, "Change settings and weights"),
            model => Decide(order, model),
            cancellationToken);
    }

    private static List<RowChange> Decide(SettingsOrder order, ModelSnapshot model)
    {
        var problems = new List<FieldProblem>();
        List<RowChange> changes =
        [
            .. order.Settings is { } settings ? [Edits.Set(model, settings, settings.Version)] : Array.Empty<RowChange>(),
            .. Each(
                order.Stages,
                s => s.Stage,
                model.Table<Stage>(),
                (s, stage) => Edits.Set(model, stage with { ValueWeight = s.Points }, s.SeenVersion),
                problems),
            .. Each(
                order.Units,
                u => u.BusinessUnit,
                model.BusinessUnits,
                (u, unit) => Edits.Set(model, unit with { Weight = u.Weight }, u.SeenVersion),
                problems),
        ];
        var weights = changes.Select(change => change.After).OfType<Stage>().ToDictionary(stage => stage.Code, stage => stage.ValueWeight);
        if (weights.Count > 0 && model.Stages.All(stage => weights.GetValueOrDefault(stage.Code, stage.ValueWeight) <= 0))
        {
            problems.Add(new(nameof(order.Stages), "No stage would have any points; give at least one a number above 0."));
        }

        return problems.Count == 0 ? changes : throw new ModelRuleException(problems);
    }

    private static IEnumerable<RowChange> Each<TOrder, TRow>(
        IReadOnlyList<TOrder> orders, Func<TOrder, string> code, Table<TRow> table, Func<TOrder, TRow, RowChange> change, List<FieldProblem> problems)
        where TRow : ModelRow
    {
        foreach (var order in orders)
        {
            if (table.Find(code(order)) is { } row)
            {
                yield return change(order, row);
            }
            else
            {
                problems.Add(new(table.Definition.Name, $"There is no {code(order)} in {table.Definition.Name}; it may have been removed."));
            }
        }
    }
}
