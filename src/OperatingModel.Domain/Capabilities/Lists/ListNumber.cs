using System.Text.RegularExpressions;

namespace OperatingModel.Domain.Capabilities.Lists;

/// <summary>A number or code before a name: 1, 1.2, A.1, C1.2, 1), a).</summary>
/// <param name="Code">Without the sign that ends it.</param>
/// <param name="IsEnded">Whether a dot, bracket or colon ends it, as in a numbered list.</param>
/// <param name="Length">Of it with the blanks behind it.</param>
internal sealed partial record ListNumber(string Code, bool IsEnded, int Length)
{
    public int Depth => Code.Count(c => c == '.') + 1;

    /// <summary>1 for 1.1, nothing for 1.</summary>
    public static string? Above(string code) => code.LastIndexOf('.') is var dot and > 0 ? code[..dot] : null;

    /// <summary>The last part where it is a plain number.</summary>
    public static int? LastOf(string code) => int.TryParse(code.AsSpan(code.LastIndexOf('.') + 1), out var last) ? last : null;

    public bool IsLetter => !Code.Any(char.IsDigit);

    /// <summary>Digits, letters and Roman numbers, large and small, are kinds of their own.</summary>
    public string Kind => Depth > 1 ? "" : !IsLetter ? "1"
        : (Code.Length > 1 || Code is "i" or "I", char.IsLower(Code[0])) switch
        {
            (true, true) => "i",
            (true, false) => "I",
            (false, true) => "a",
            _ => "A",
        };

    /// <returns>Null where the text begins with no number.</returns>
    public static ListNumber? Of(string text) => Before().Match(text) is { Success: true } match
        ? new ListNumber(match.Groups["code"].Value, match.Groups["end"].Success, match.Length)
        : null;

    [GeneratedRegex(
        @"^(?<code>(?:[A-Za-z]{1,6}[-_]?)?\d{1,6}(?:\.\d{1,6})*|[A-Z](?:\.\d{1,6})+|[A-Za-z]|[ivx]{2,5}|[IVX]{2,5})(?<end>\.?\)|[.:])?(?:\s+|$)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Before();
}
