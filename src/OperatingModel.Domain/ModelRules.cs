using OperatingModel.Domain.Assessments;
using OperatingModel.Domain.BusinessUnits;
using OperatingModel.Domain.Capabilities;
using OperatingModel.Domain.Changes;
using OperatingModel.Domain.Leadership;
using OperatingModel.Domain.Organisation;
using OperatingModel.Domain.Portfolio;
using OperatingModel.Domain.Roadmaps;
using OperatingModel.Domain.Scenarios;
using OperatingModel.Domain.Strategy;
using OperatingModel.Domain.Teams;
using OperatingModel.Domain.Technology;
using OperatingModel.Domain.ValueChains;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain;

/// <summary>
/// The integrity rules of a model. Rules of single fields are declared on the fields; rules between rows are written in the area they
/// concern. This list has all of them.
/// </summary>
public static class ModelRules
{
    public static IReadOnlyList<ModelRule> All { get; } =
    [
        .. FieldValueRules.All,
        .. ReferenceRules.All,
        .. SettingsRules.All,
        .. ValueChainRules.All,
        .. BusinessUnitRules.All,
        .. CapabilityRules.All,
        .. LeafRules.All,
        .. ApplicabilityRules.All,
        .. AssessmentRules.All,
        .. BuyingCentreRules.All,
        .. KpiRules.All,
        .. GoalRules.All,
        .. OrganisationRules.All,
        .. TeamRules.All,
        .. CustomerChangeRules.All,
        .. PortfolioRules.All,
        .. VetoRules.All,
        .. RoadmapRules.All,
        .. CioRules.All,
        .. ScenarioRules.All,
    ];

    /// <summary>
    /// Every problem of the model, by list and then by rule; always in the same order. At most a thousand of one kind are reported.
    /// </summary>
    public static IReadOnlyList<ModelProblem> Check(ModelSnapshot model) => Check(model, null, CancellationToken.None);

    /// <inheritdoc cref="Check(ModelSnapshot)"/>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public static IReadOnlyList<ModelProblem> CheckUnlessCancelled(ModelSnapshot model, CancellationToken cancellation) =>
        Check(model, null, cancellation);

    /// <summary>The problems that these changes cause or touch. The cost grows with what they touch, not with the model.</summary>
    /// <param name="after">The model after the changes.</param>
    public static IReadOnlyList<ModelProblem> CheckChanges(ModelSnapshot after, IReadOnlyList<RowChange> changes) =>
        Check(after, changes.ToLookup(change => change.Table), CancellationToken.None);

    private static ModelProblem[] Check(ModelSnapshot model, ILookup<ModelTable, RowChange>? changes, CancellationToken cancellation)
    {
        var problems = new List<ModelProblem>();
        foreach (var rule in All)
        {
            cancellation.ThrowIfCancellationRequested();
            var check = new RuleCheck(rule, model, changes, cancellation);
            rule.Check(check);
            problems.AddRange(check.Problems);
            if (rule.Code == FieldValueRules.Missing && problems.Count > 0)
            {
                break;
            }
        }

        return [.. problems.OrderBy(problem => problem.Table!.Index)];
    }
}
