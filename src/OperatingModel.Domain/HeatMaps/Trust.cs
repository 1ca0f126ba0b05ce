using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.HeatMaps;

/// <summary>How far a figure can be relied on; in order.</summary>
public enum TrustLabel
{
    /// <summary>Nothing is known.</summary>
    None,
    Low,
    Medium,
    High,
}

/// <summary>From coverage and confidence to a label (F4).</summary>
public static class Trust
{
    /// <param name="coverage">0..1; null without a known cell.</param>
    /// <param name="confidence">0..1; null without a known cell.</param>
    public static TrustLabel Of(double? coverage, double? confidence, ModelSettings settings)
    {
        if (coverage is not { } covered || confidence is not { } sure)
        {
            return TrustLabel.None;
        }

        return Reaches(covered, settings.TrustHighCoverage, sure, settings.TrustHighConfidence) ? TrustLabel.High
            : Reaches(covered, settings.TrustMediumCoverage, sure, settings.TrustMediumConfidence) ? TrustLabel.Medium
            : TrustLabel.Low;
    }

    private static bool Reaches(double coverage, double coverageLimit, double confidence, double confidenceLimit) =>
        Tolerance.AtLeast(coverage, coverageLimit) && Tolerance.AtLeast(confidence, confidenceLimit);
}
