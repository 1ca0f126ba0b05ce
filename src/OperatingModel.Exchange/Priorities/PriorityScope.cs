using OperatingModel.Domain.HeatMaps;

namespace OperatingModel.Exchange.Priorities;

/// <summary>The view of the ranking that was exported: all of it or what a filter found, with or without a line.</summary>
public sealed record PriorityScope
{
    public static PriorityScope All { get; } = new();

    /// <summary>What was looked for, as it was typed; empty where all rows are listed.</summary>
    public string Filter { get; init; } = "";

    /// <summary>Which rows the filter lets through.</summary>
    public Func<Priority, bool> IsListed { get; init; } = _ => true;

    /// <summary>The rank under which nothing is funded; null where no line is drawn.</summary>
    public int? Line { get; init; }
}
