namespace OperatingModel.Domain.Assessments;

/// <summary>The scores a user gives; all three or none.</summary>
/// <param name="Importance">1..5.</param>
/// <param name="Current">Maturity today, 0..5.</param>
/// <param name="Target">Maturity wanted, 0..5.</param>
public sealed record Scores(int Importance, int Current, int Target, Confidence Confidence, string? Note = null, string? EvidenceLink = null);

/// <summary>One assessment to be given, changed or cleared.</summary>
/// <param name="Stage">Null for the general assessment.</param>
/// <param name="Scores">Null clears the assessment.</param>
/// <param name="SeenVersion">The version of the assessment the user saw; 0 where there was none.</param>
public sealed record CellScores(string Capability, string BusinessUnit, string? Stage, Scores? Scores, long SeenVersion)
{
    public RowKey Key => Assessment.KeyOf(Capability, BusinessUnit, Stage);
}
