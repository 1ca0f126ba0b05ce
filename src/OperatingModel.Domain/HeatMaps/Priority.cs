namespace OperatingModel.Domain.HeatMaps;

/// <summary>How urgently a leaf needs attention (F5).</summary>
public sealed record Priority
{
    /// <summary>Index in the capability tree.</summary>
    public required int Node { get; init; }

    public required string Code { get; init; }

    public required string Name { get; init; }

    /// <summary>1-2-2-4; null without a known cell.</summary>
    public int? Rank { get; init; }

    /// <summary>0..1000; null without a known cell.</summary>
    public double? Value { get; init; }

    /// <summary>If every missing cell had heat 0.</summary>
    public double Low { get; init; }

    /// <summary>If every missing cell had heat 100.</summary>
    public double High { get; init; }

    /// <summary>Share of customer value that depends on it, 0..1 (F2).</summary>
    public double Reach { get; init; }

    public double? Heat { get; init; }

    public double? Peak { get; init; }

    public double? Coverage { get; init; }

    public double? Confidence { get; init; }

    public HeatBand? Band { get; init; }

    public bool HiddenHotSpot { get; init; }

    /// <summary>Size weight times priority, an amount; null without a known cell.</summary>
    public double? Need { get; init; }

    /// <summary>Best rank it could have once everything is assessed.</summary>
    public int BestRank { get; init; }

    public int WorstRank { get; init; }

    public TrustLabel Trust { get; init; }
}

/// <summary>A part of a priority or of the total need.</summary>
/// <param name="Code">Stage or business unit.</param>
/// <param name="Amount">Points.</param>
public sealed record Contribution(string Code, string Name, double Amount);
