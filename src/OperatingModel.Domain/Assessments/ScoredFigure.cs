namespace OperatingModel.Domain.Assessments;

/// <summary>Says which figure of an assessment the user types.</summary>
public enum ScoredFigure
{
    /// <summary>Three digits: importance, maturity now, maturity wanted.</summary>
    All,
    Importance,
    Current,
    Target,
    Confidence,
}
