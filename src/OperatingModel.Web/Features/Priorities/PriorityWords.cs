using OperatingModel.Domain.HeatMaps;

namespace OperatingModel.Web.Features.Priorities;

/// <summary>Writes the figures around a rank.</summary>
internal static class PriorityWords
{
    /// <summary>Writes the ranks a capability could have once all is assessed, e.g. <c>2–7</c>; one number when no score can change it.</summary>
    public static string Interval(Priority item) => item.BestRank == item.WorstRank ? $"{item.BestRank}" : $"{item.BestRank}–{item.WorstRank}";
}
