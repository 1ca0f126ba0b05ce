namespace OperatingModel.Domain.Assessments;

/// <summary>The words an assessor reads beside the scales. Levels follow CMMI and COBIT 2019; the wording is a convention of this method.</summary>
public static class Anchors
{
    private static readonly string[] MaturityWords =
    [
        "Does not exist or fails its purpose",
        "Done by individual effort; spreadsheets, calls, workarounds",
        "Works in places; basic tool support; results depend on the team",
        "One defined way in this unit; a standard application supports it end to end",
        "Measured and integrated in real time; targets are met predictably",
        "Continuously improved and largely automated; reference for the industry",
    ];

    private static readonly string[] ImportanceWords =
    [
        "Table stake nobody would notice",
        "Needed, not a reason to choose us",
        "Contributes to one objective",
        "Directly drives one objective",
        "Decides whether a board objective is met",
    ];

    /// <param name="level">0..5.</param>
    public static string Maturity(int level) => MaturityWords[level];

    /// <param name="importance">1..5.</param>
    public static string Importance(int importance) => ImportanceWords[importance - 1];
}
