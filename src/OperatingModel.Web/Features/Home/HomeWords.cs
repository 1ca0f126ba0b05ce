using OperatingModel.Domain;
using OperatingModel.Domain.Assessments;
using OperatingModel.Domain.BusinessUnits;
using OperatingModel.Domain.Capabilities;
using OperatingModel.Domain.Customers;
using OperatingModel.Domain.Scenarios;
using OperatingModel.Domain.Strategy;
using OperatingModel.Domain.Technology;
using OperatingModel.Domain.ValueChains;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Web.Features.Home;

/// <summary>The words of the home page, and the pages on which gaps are filled.</summary>
internal static class HomeWords
{
    /// <summary>Returns the title of a point as the method calls it, the question that it answers, and its page.</summary>
    public static (string Title, string Question, string Page) Of(ModelPoint point) => point switch
    {
        ModelPoint.Strategy => ("Strategy and performance objectives", "What does the board want, and how is it measured?", "objectives"),
        ModelPoint.Customers => ("Customer expectations and leverage points", "Where does the customer decide for or against us?", "expectations"),
        _ => ("Tools and technologies", "What is it done with, and does it fit?", "technology"),
    };

    /// <summary>Returns the words for what an aspect counts, for those that are complete, for how a gap is filled, and the page for that.</summary>
    public static (string Nouns, string Counted, string Gap, string Page) Of(CompletenessAspect aspect) => aspect switch
    {
        CompletenessAspect.ObjectivesOwned => ("objectives", "have an owner", "name who answers for them", "objectives"),
        CompletenessAspect.ObjectivesServed => ("objectives", "are served by capabilities", "link capabilities to them", "objectives"),
        CompletenessAspect.CapabilitiesWithObjective => ("capabilities", "serve an objective", "say what they are for", "objectives"),
        CompletenessAspect.KpisMeasured => ("KPIs", "have owner, baseline and target", "complete them", "objectives?tab=kpis"),
        CompletenessAspect.StagesWeighted => ("customer-facing stages", "carry value", "give them points", "value-chains"),
        CompletenessAspect.StagesTouched => ("customer-facing stages", "have a touchpoint", "add where customers meet us", "value-chains"),
        CompletenessAspect.TouchpointsExpected => ("touchpoints", "have an expectation", "write what is wanted there", "expectations"),
        CompletenessAspect.ExpectationsRated => ("expectations", "are rated", "ask for importance and satisfaction", "expectations"),
        CompletenessAspect.SegmentsHeard => ("segments", "are heard", "add what they expect", "expectations"),
        CompletenessAspect.InstancesSupported => ("capability instances", "have a live application", "place applications", "technology"),
        CompletenessAspect.ApplicationsPlaced => ("live applications", "support a capability", "say what they are for", "technology"),
        CompletenessAspect.ApplicationsRated => ("live applications", "are rated for fit", "rate function and technology", "technology"),
        _ => ("live applications", "have vendor and cost", "complete them", "technology"),
    };

    /// <summary>Returns the page on which the user adds the first of what an aspect counts.</summary>
    public static string PageToAdd(CompletenessAspect aspect) => aspect switch
    {
        CompletenessAspect.CapabilitiesWithObjective or CompletenessAspect.InstancesSupported => "capabilities",
        CompletenessAspect.TouchpointsExpected => "value-chains",
        _ => Of(aspect).Page,
    };

    /// <summary>Returns what to do in a step, why, and the page where it is done.</summary>
    public static (string Title, string Why, string Page) Of(FirstStep step) =>
        step switch
        {
            FirstStep.ValueChain => (
                "Draw the value chain",
                "The stages in which customers receive value, with points for what each is worth.",
                "value-chains"),
            FirstStep.Capabilities => (
                "List the capabilities",
                "What the company must be able to do, as a tree; paste an indented list to begin.",
                "capabilities"),
            FirstStep.StageLinks => (
                "Link capabilities to stages",
                "Minor, supporting or critical: so customer value reaches the capabilities.",
                "matrix"),
            FirstStep.BusinessUnits => (
                "Name the business units",
                "The parts of the company that do the work, each with its weight; one is enough to start.",
                "settings"),
            FirstStep.AssessFive => (
                "Assess these five first",
                "Importance, maturity now and wanted: the five that carry most of the unknown value.",
                "assess"),
            _ => ("Read the heat map", "With a fifth of the value assessed, the map begins to speak.", "heat-map"),
        };

    /// <summary>Returns the page on which rows of a list are edited; null when there is none.</summary>
    public static string? PageOf(ModelTable? table) =>
        table?.RowType switch
        {
            var row when row == typeof(ValueChain) || row == typeof(Stage) || row == typeof(Touchpoint) => "value-chains",
            var row when row == typeof(Segment) || row == typeof(Expectation) => "expectations",
            var row when row == typeof(Capability) || row == typeof(NotApplicable) => "capabilities",
            var row when row == typeof(StageLink) => "matrix",
            var row when row == typeof(BusinessApplication) || row == typeof(ApplicationSupport) || row == typeof(Vendor) => "technology",
            var row
                when row == typeof(StrategicObjective)
                    || row == typeof(CapabilityObjective)
                    || row == typeof(Kpi)
                    || row == typeof(MetricInfluence)
                    || row == typeof(GoalRating) => "objectives",
            var row when row == typeof(Assessment) => "assess",
            var row when row == typeof(Campaign) => "campaigns",
            var row when row == typeof(Scenario) || row == typeof(ScenarioChange) => "scenarios",
            var row when row == typeof(ModelMeta) || row == typeof(ModelSettings) || row == typeof(BusinessUnit) => "settings",
            _ => null,
        };
}
