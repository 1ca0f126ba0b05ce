using OperatingModel.Domain.Capabilities;
using OperatingModel.Web.Components.Grid;

namespace OperatingModel.Web.Features.Capabilities.StageLinks;

/// <summary>Decides how strengths of links are written, coloured and typed: by a letter, a shade and a key.</summary>
internal static class LinkScale
{
    private const int FirstCount = 4;
    private const int LargestCount = 99;

    /// <summary>The categories of the cells: no link, and the three strengths. The counts of parents follow after them.</summary>
    private static readonly (LinkStrength? Strength, string Letter, string Word, byte Face)[] Strengths =
    [
        (null, "", "No link", GridCategory.Plain),
        (LinkStrength.Minor, "M", "Minor", 1),
        (LinkStrength.Supporting, "S", "Supporting", 2),
        (LinkStrength.Critical, "C", "Critical", 4),
    ];

    public static GridScale Scale { get; } = new(
        "Stages × capabilities", "", 1, 0, "step", [1, 2, 3, 4], false, ["", "", "", "", ""], false,
        [
            .. Strengths.Select(strength => new GridCategory(strength.Letter, strength.Word, strength.Face)),
            .. Enumerable.Range(0, LargestCount + 2).Select(Count),
        ]);

    public static GridEditing Editing { get; } = new(
        new Dictionary<string, string> { ["0"] = "", ["n"] = "", ["1"] = "M", ["m"] = "M", ["3"] = "S", ["s"] = "S", ["9"] = "C", ["c"] = "C" },
        Cycle: Strengths.ToDictionary(strength => strength.Letter, strength => LetterOf(StageLinkEdits.After(strength.Strength))))
    {
        Taken = "C is critical, S supporting, M minor, N none; 9, 3, 1 and 0 mean the same.",
        OnFixed = "Made up of other capabilities; link these.",
    };

    public static IReadOnlyList<LegendItem> Legend { get; } =
    [
        .. Strengths.Skip(1).Select(strength => new LegendItem($"step-{strength.Face}", strength.Letter, strength.Word.ToLowerInvariant())),
        new(null, "2", "links below"),
    ];

    /// <summary>Returns the strength that an entry means; null for no link.</summary>
    public static LinkStrength? StrengthOf(string entry) => entry switch
    {
        "1" or "m" => LinkStrength.Minor,
        "3" or "s" => LinkStrength.Supporting,
        "9" or "c" => LinkStrength.Critical,
        _ => null,
    };

    public static string WordOf(LinkStrength? strength) => Array.Find(Strengths, known => known.Strength == strength).Word.ToLowerInvariant();

    public static GridCell Leaf(LinkStrength? strength) => GridPayload.Of(Array.FindIndex(Strengths, known => known.Strength == strength), Scale);

    public static GridCell Parent(int links) => GridPayload.Of(FirstCount + Math.Min(links, LargestCount + 1), Scale);

    private static string LetterOf(LinkStrength? strength) => Array.Find(Strengths, known => known.Strength == strength).Letter;

    private static GridCategory Count(int links) => links switch
    {
        0 => new("", "No links below", GridCategory.Plain),
        > LargestCount => new("99+", "More than 99 links below", GridCategory.Plain),
        _ => new($"{links}", links == 1 ? "1 link below" : $"{links} links below", GridCategory.Plain),
    };
}
