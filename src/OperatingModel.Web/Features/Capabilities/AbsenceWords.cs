using OperatingModel.Exchange.Pasting;

namespace OperatingModel.Web.Features.Capabilities;

/// <summary>How "not applicable" is said, where one scores and elsewhere.</summary>
internal static class AbsenceWords
{
    /// <summary>The key that says so, and takes it back.</summary>
    public const string Key = "n";

    /// <summary>The reason until somebody gives a better one.</summary>
    public const string Reason = "Not done in this unit";

    private static readonly HashSet<string> Words = ["N/A", "NA", "N.A.", "N. A.", "N.A", "NOT APPLICABLE", "DOES NOT APPLY", "-", "·"];

    /// <summary>Whether a pasted text says that the capability does not apply; dashes of any length do.</summary>
    public static bool IsSaidBy(string text) => text.Length <= 20 && Words.Contains(NameIndex.Fold(text));
}
