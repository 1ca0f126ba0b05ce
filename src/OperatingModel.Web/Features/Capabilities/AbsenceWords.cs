using OperatingModel.Exchange.Pasting;

namespace OperatingModel.Web.Features.Capabilities;

/// <summary>The words and the key that stand for "not applicable".</summary>
internal static class AbsenceWords
{
    /// <summary>The key that marks a cell as not applicable, and as applicable again.</summary>
    public const string Key = "n";

    /// <summary>The reason that is stored until somebody gives a better one.</summary>
    public const string Reason = "Not done in this unit";

    private static readonly HashSet<string> Words = ["N/A", "NA", "N.A.", "N. A.", "N.A", "NOT APPLICABLE", "DOES NOT APPLY", "-", "·"];

    /// <summary>Whether a pasted text means that the capability does not apply; dashes of any length do.</summary>
    public static bool IsSaidBy(string text) => text.Length <= 20 && Words.Contains(NameIndex.Fold(text));
}
