using OperatingModel.Domain.Editing;

namespace OperatingModel.Domain.Strategy;

/// <summary>Which way a measure gets better.</summary>
public enum KpiDirection
{
    Maximise,
    Minimise,
}

/// <summary>A measured goal (key result). It has exactly one c-suite owner.</summary>
/// <param name="Metric">What is measured; null means its own code. KPIs with one metric pull on the same thing.</param>
public sealed record Kpi(
    [property: Code] string Code,
    [property: Text(200)] string Name,
    [property: Text(40, MayBeEmpty = true)] string? Unit,
    KpiDirection Direction,
    [property: Text(60)] string? Owner,
    [property: Between(-Ranges.Money, Ranges.Money)] double? Baseline,
    [property: Between(-Ranges.Money, Ranges.Money)] double? Target,
    [property: Text(32), Mentions(typeof(Kpi), Outlives = true)] string? Metric = null) : ModelRow
{
    public override RowKey Key => RowKey.Of(Code);
}

/// <summary>A claim that one KPI's metric moves another's; it needs a reason and can be disputed.</summary>
/// <param name="Polarity">+1 same way, −1 the other way.</param>
/// <param name="Strength">1 weak .. 3 strong.</param>
public sealed record MetricInfluence(
    [property: Ref(typeof(Kpi))] string From,
    [property: Ref(typeof(Kpi))] string To,
    [property: Between(-1, 1)] int Polarity,
    [property: Between(1, 3)] int Strength,
    [property: Text(300, MayBeEmpty = true)] string? Why) : ModelRow
{
    public override RowKey Key => RowKey.Of(From, To);
}

/// <summary>An expert's own rating of one goal's effect on another, in place of the derived one (Nilsson, Griggs and Visbeck 2016).</summary>
/// <param name="Rating">−3 cancels, −2 counteracts, −1 constrains, 0 neutral, +1 enables, +2 reinforces, +3 indivisible.</param>
public sealed record GoalRating(
    [property: Ref(typeof(Kpi))] string From,
    [property: Ref(typeof(Kpi))] string To,
    [property: Between(-3, 3)] int Rating,
    [property: Text(300, MayBeEmpty = true)] string? Why) : ModelRow
{
    public override RowKey Key => RowKey.Of(From, To);
}
