using OperatingModel.Domain.Editing;
using OperatingModel.Domain.Teams;

namespace OperatingModel.Domain.Scenarios;

/// <summary>The part a scenario plays (ArchiMate plateau).</summary>
public enum ScenarioKind
{
    Current,
    Transition,
    Target,
    Alternative,
}

/// <summary>
/// A branch of the model: the scenario it starts from, and its own changes (<see cref="ScenarioChange"/>), opened as a model by
/// <see cref="ScenarioBranch"/>. Besides, it names its team design, its set of funding decisions and its horizon. Exactly one is the
/// current state: the model itself.
/// </summary>
/// <param name="Baseline">The scenario it starts from; the model itself where that is none or the current state.</param>
/// <param name="TeamDesign"><c>OrganisationUnits</c> for today's boxes, <c>Teams:*</c> for all teams, <c>Teams:A,B</c> for some.</param>
/// <param name="DecisionSet">Name of the funding decisions it uses.</param>
public sealed record Scenario(
    [property: Code] string Code,
    ScenarioKind Kind,
    [property: Text(200)] string Name,
    [property: Ref(typeof(Scenario))] string? Baseline,
    [property: Text(1000), Mentions(typeof(Team))] string? TeamDesign,
    [property: Text(32)] string? DecisionSet,
    Quarter? Horizon) : ModelRow
{
    public override RowKey Key => RowKey.Of(Code);
}
