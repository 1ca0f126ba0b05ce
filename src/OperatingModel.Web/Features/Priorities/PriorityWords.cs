using OperatingModel.Domain.HeatMaps;

namespace OperatingModel.Web.Features.Priorities;

/// <summary>What the figures around a rank are called.</summary>
internal static class PriorityWords
{
    /// <summary>The ranks it could have once everything is assessed, e.g. <c>2–7</c>; one number when nothing can change it.</summary>
    public static string Interval(Priority item) => item.BestRank == item.WorstRank ? $"{item.BestRank}" : $"{item.BestRank}–{item.WorstRank}";
}
