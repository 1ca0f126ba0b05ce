namespace OperatingModel.Domain.HeatMaps;

/// <summary>How urgently a leaf needs attention (F5).</summary>
public sealed record Priority
{
    /// <summary>Index in the capability tree.</summary>
    public required int Node { get; init; }

    public required string Code { get; init; }

    public required string Name { get; init; }

    /// <summary>1 is the most urgent; equal priorities share a rank (1-2-2-4). Null without a known cell.</summary>
    public int? Rank { get; init; }

    /// <summary>Points, 0..1000; null without a known cell.</summary>
    public double? Value { get; init; }

    /// <summary>Points, 0..1000, if every missing cell had heat 0.</summary>
    public double Low { get; init; }

    /// <summary>Points, 0..1000, if every missing cell had heat 100.</summary>
    public double High { get; init; }

    /// <summary>Share of customer value that depends on it, 0..1 (F2).</summary>
    public double Reach { get; init; }

    /// <summary>Mean heat of the known cells, 0..100; null without one.</summary>
    public double? Heat { get; init; }

    /// <summary>Hottest known cell, 0..100; null without one.</summary>
    public double? Peak { get; init; }

    /// <summary>Share of the mass of its cells that is known, 0..1.</summary>
    public double? Coverage { get; init; }

    /// <summary>Mass-weighted mean confidence of the known cells, 0..1; null without one.</summary>
    public double? Confidence { get; init; }

    public HeatBand? Band { get; init; }

    public bool HiddenHotSpot { get; init; }

    /// <summary>Need points, 0 or more: size weight × priority. An amount that adds up over leaves; null without a known cell.</summary>
    public double? Need { get; init; }

    /// <summary>Best rank, from 1, that it could have once everything is assessed.</summary>
    public int BestRank { get; init; }

    /// <summary>Worst rank, from 1, that it could have once everything is assessed.</summary>
    public int WorstRank { get; init; }

    public TrustLabel Trust { get; init; }
}

/// <summary>A part of a priority or of the total need.</summary>
/// <param name="Code">Stage or business unit.</param>
/// <param name="Amount">Points of a priority, or need points.</param>
public sealed record Contribution(string Code, string Name, double Amount);
