using OperatingModel.Domain.Capabilities;
using OperatingModel.Domain.HeatMaps;
using OperatingModel.Domain.Teams;

namespace OperatingModel.Exchange.Priorities;

/// <summary>Everything exported about one capability.</summary>
internal sealed record PriorityRow
{
    public required Priority Priority { get; init; }

    /// <summary>The root it belongs to; itself when it is one.</summary>
    public required Capability Level1 { get; init; }

    /// <summary>Its part of the need of all capabilities, 0..1; null when unknown.</summary>
    public double? NeedShare { get; init; }

    /// <summary>The same for this row and all above it.</summary>
    public double? CumulativeShare { get; init; }

    public required IReadOnlyList<string> Objectives { get; init; }

    public string? OwnerTeamCode { get; init; }

    public Team? OwnerTeam { get; init; }

    public DateOnly? OldestAssessment { get; init; }

    /// <summary>Points of the priority by stage code; stages it does not serve are absent.</summary>
    public required IReadOnlyDictionary<string, double> ByStage { get; init; }

    /// <summary>Points of the priority by business unit; units in which it does not apply are absent.</summary>
    public required IReadOnlyDictionary<string, double> ByUnit { get; init; }

    /// <summary>Business units without any technology that works.</summary>
    public required IReadOnlyList<string> GapingHoles { get; init; }

    public required IReadOnlyList<string> WeakTechnology { get; init; }

    /// <summary>Business units with a missing score, the largest missing mass first.</summary>
    public required IReadOnlyList<string> NotAssessed { get; init; }
}
