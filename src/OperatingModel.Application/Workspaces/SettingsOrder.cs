using FluentValidation;
using OperatingModel.Domain;
using OperatingModel.Domain.BusinessUnits;
using OperatingModel.Domain.ValueChains;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Application.Workspaces;

/// <summary>New points of a stage, 0..100.</summary>
/// <param name="SeenVersion">The version of the stage the user saw.</param>
public sealed record StagePoints(string Stage, double Points, long SeenVersion);

/// <summary>New weight of a business unit, given by hand; null takes it away.</summary>
/// <param name="SeenVersion">The version of the business unit the user saw.</param>
public sealed record UnitWeight(string BusinessUnit, double? Weight, long SeenVersion);

/// <summary>Save the conventions and weights of a model together.</summary>
/// <param name="Settings">Null leaves them; else all of them, with the version the user saw in <see cref="ModelRow.Version"/> (0 where none were
/// stored).</param>
/// <param name="OperationId">Made by the caller once per intent; a repeated order with the same id is answered, not repeated.</param>
public sealed record SettingsOrder(
    Guid ModelId,
    ModelSettings? Settings,
    IReadOnlyList<StagePoints> Stages,
    IReadOnlyList<UnitWeight> Units,
    Guid OperationId);

/// <summary>What can be wrong with the order by itself.</summary>
internal sealed class SettingsOrderValidator : AbstractValidator<SettingsOrder>
{
    public SettingsOrderValidator()
    {
        RuleFor(order => order.OperationId).NotEmpty().WithMessage("The operation id is missing; make a new one for each order.");
        RuleForEach(order => order.Stages)
            .ChildRules(stage => stage.RuleFor(s => s.Points).Obeys(ModelTables.Of<Stage>(), nameof(Stage.ValueWeight)));
        RuleForEach(order => order.Units)
            .ChildRules(unit => unit.RuleFor(u => u.Weight).Obeys(ModelTables.Of<BusinessUnit>(), nameof(BusinessUnit.Weight)));
        RuleFor(order => order.Stages)
            .Must(stages => stages.DistinctBy(s => s.Stage).Count() == stages.Count)
            .WithMessage("A stage comes twice; name each once.");
        RuleFor(order => order.Units)
            .Must(units => units.DistinctBy(u => u.BusinessUnit).Count() == units.Count)
            .WithMessage("A business unit comes twice; name each once.");
        RuleFor(order => order.Settings)
            .Custom(
                (settings, context) =>
                {
                    foreach (var field in settings is null ? [] : ModelTables.Of<ModelSettings>().Fields)
                    {
                        var value = field.ValueOf(settings!);
                        if (value is not null
                            && field.Rules.Select(rule => rule.Problem(value)).FirstOrDefault(problem => problem is not null) is { } problem)
                        {
                            context.AddFailure(field.Name, problem);
                        }
                    }
                });
        RuleFor(order => order.Settings)
            .Must(s => s is null || (s.CoolFrom <= s.WarmFrom && s.WarmFrom <= s.HotFrom && s.HotFrom <= s.CriticalFrom))
            .OverridePropertyName(nameof(ModelSettings.WarmFrom))
            .WithMessage("The bands overlap; let Cool, Warm, Hot and Critical begin in this order.");
    }
}
