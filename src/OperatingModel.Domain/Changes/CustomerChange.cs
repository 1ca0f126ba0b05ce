using OperatingModel.Domain.Organisation;
using OperatingModel.Domain.Teams;
using OperatingModel.Domain.ValueChains;

namespace OperatingModel.Domain.Changes;

/// <summary>A typical change to the customer experience, used as a test case for a design.</summary>
/// <param name="PerYear">How often it is made in a year.</param>
public sealed record CustomerChange(
    [property: Code] string Code,
    [property: Text(200)] string Name,
    [property: Ref(typeof(Stage))] string? Stage,
    [property: Ref(typeof(Team))] string? LeadTeam,
    [property: Between(0, Ranges.Weight)] double PerYear) : ModelRow
{
    public const int MinSteps = 2;
    public const int MaxSteps = 40;

    public override RowKey Key => RowKey.Of(Code);
}

/// <summary>How a step's work passes to the next (Thompson 1967).</summary>
public enum StepLink
{
    Sequential,
    Reciprocal,
    Pooled,
}

/// <summary>One step of a customer change.</summary>
/// <param name="Order">Place in the change, from 1.</param>
/// <param name="TouchDays">Working days of actual work.</param>
/// <param name="LinkToNext">Null for the last step.</param>
public sealed record ChangeStep(
    [property: Ref(typeof(CustomerChange))] string Change,
    [property: Between(1, Ranges.Order)] int Order,
    [property: Text(200)] string Name,
    [property: Ref(typeof(Role))] string Role,
    [property: Between(0, Ranges.Days)] double TouchDays,
    StepLink? LinkToNext) : ModelRow
{
    public override RowKey Key => RowKey.Of(Change, Order.ToString(System.Globalization.CultureInfo.InvariantCulture));
}
