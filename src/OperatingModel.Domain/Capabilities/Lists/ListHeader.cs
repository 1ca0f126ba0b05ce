using System.Text.RegularExpressions;

namespace OperatingModel.Domain.Capabilities.Lists;

/// <summary>What a column holds according to its heading.</summary>
internal enum ColumnRole
{
    Unknown,
    Name,
    LevelName,
    Code,
    Parent,
    LevelNumber,
    Other,
}

/// <summary>The row that names the columns.</summary>
/// <param name="Index">Among the lines; what stands above it is no list.</param>
internal sealed partial record ListHeader(int Index, IReadOnlyList<ColumnRole> Roles, IReadOnlyList<string> Words)
{
    /// <summary>A title or a source may stand above the header.</summary>
    private const int Searched = 4;

    private static readonly string[] Names =
    [
        "name", "capability", "capabilities", "business capability", "business capabilities", "title", "label", "service", "services", "function",
        "bezeichnung", "fähigkeit", "fähigkeiten",
    ];

    private static readonly string[] Levels =
        ["domain", "area", "group", "capability group", "sub-capability", "subcapability", "sub capability", "sub-domain", "bereich", "gruppe"];

    private static readonly string[] Codes =
        ["code", "id", "@id", "no", "no.", "nr", "nr.", "#", "key", "ref", "reference", "identifier", "number", "nummer", "kennung"];

    private static readonly string[] Others =
    [
        "description", "beschreibung", "definition", "comment", "comments", "note", "notes", "owner", "industry", "type", "weight", "source",
        "status", "remark", "remarks",
    ];

    /// <returns>Null where no row names the columns.</returns>
    public static ListHeader? Of(IReadOnlyList<ListLine> lines)
    {
        for (var index = 0; index < Math.Min(Searched, lines.Count - 1); index++)
        {
            var line = lines[index];
            string[] words = [.. Enumerable.Repeat("", line.Column), .. line.Cells];
            var filled = line.Cells.Count(cell => cell.Length > 0);
            if (line.Mark.Length == 0 && line.Heading == 0 && Of(words) is var roles && IsHeader(roles, filled) && (filled > 1 || index == 0))
            {
                return new(index, roles, words);
            }
        }

        return null;
    }

    public int Find(ColumnRole role) => Roles.Index().Where(column => column.Item == role).Select(column => column.Index).FirstOrDefault(-1);

    public int Count(ColumnRole role) => Roles.Count(other => other == role);

    private static bool IsHeader(IReadOnlyList<ColumnRole> roles, int filled)
    {
        var named = roles.Count(role => role is not (ColumnRole.Unknown or ColumnRole.Other));
        return filled == 1 ? named == 1 && roles.Contains(ColumnRole.Name)
            : named > 1 || (named == 1 && roles.Take(filled).All(role => role != ColumnRole.Unknown));
    }

    // Several columns of names are levels: Domain, Capability, Sub-capability.
    private static ColumnRole[] Of(string[] words)
    {
        ColumnRole[] roles = [.. words.Select(Of)];
        var several = roles.Count(role => role is ColumnRole.Name or ColumnRole.LevelName) > 1 && roles.Contains(ColumnRole.LevelName);
        return several ? [.. roles.Select(role => role == ColumnRole.Name ? ColumnRole.LevelName : role)] : roles;
    }

    private static ColumnRole Of(string word)
    {
        var plain = word.ToLowerInvariant();
        return plain.Length is 0 or > 40 ? ColumnRole.Unknown
            : plain.StartsWith("parent", StringComparison.Ordinal) || plain.StartsWith("übergeordnet", StringComparison.Ordinal) ? ColumnRole.Parent
            : Codes.Contains(plain) || EndsWith(plain, "code", "id") ? ColumnRole.Code
            : plain is "level" or "lvl" or "ebene" or "stufe" or "depth" or "tier" ? ColumnRole.LevelNumber
            : Level().IsMatch(plain) || Levels.Contains(plain) ? ColumnRole.LevelName
            : Names.Contains(plain) || EndsWith(plain, "name", "label") ? ColumnRole.Name
            : Others.Contains(plain) ? ColumnRole.Other : ColumnRole.Unknown;
    }

    private static bool EndsWith(string text, params string[] words) =>
        Array.Exists(words, word => text.EndsWith($" {word}", StringComparison.Ordinal) || text.EndsWith($":{word}", StringComparison.Ordinal));

    [GeneratedRegex(@"(?:^|\s)(?:level|lvl|l|ebene|stufe|niveau|tier)[\s_-]*\d(?:\s|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Level();
}
