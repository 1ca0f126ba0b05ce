namespace OperatingModel.Domain.Assessments;

/// <summary>The figure of an assessment that an entry gives.</summary>
public enum ScoredFigure
{
    /// <summary>Three digits: importance, maturity now, maturity wanted.</summary>
    All,
    Importance,
    Current,
    Target,
    Confidence,
}
