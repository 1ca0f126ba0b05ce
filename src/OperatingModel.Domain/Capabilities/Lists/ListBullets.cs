namespace OperatingModel.Domain.Capabilities.Lists;

/// <summary>Lists whose bullets or numbers say the level: • for the first, o for the second; 1. and a) and i.</summary>
internal static class ListBullets
{
    /// <summary>Whether this is a numbered list, in which the numbers do not belong to the names: each line has a number or a bullet.</summary>
    public static bool AreNumbered(IReadOnlyList<ListItem> items)
    {
        var numbers = items.Where(item => !IsMarked(item)).Select(item => ListNumber.Of(item.Text)).ToList();
        return numbers.TrueForAll(number => number is { IsEnded: true, Depth: 1 }) && (numbers.Count > 1 || (numbers.Count == 1 && items.Count > 1));
    }

    /// <summary>Whether only the kind of bullet distinguishes the levels.</summary>
    public static bool AreLevels(IReadOnlyList<ListItem> items) =>
        items.All(item => item.Line.Indent == items[0].Line.Indent && item.Line.Heading == 0)
        && (AreNumbered(items) || items.All(item => item.Line.Mark.Length > 0))
        && Kinds(items).Distinct().Count() > 1;

    /// <summary>From 0; a kind that was not used yet goes one deeper, a kind that is open comes back to its level.</summary>
    public static IReadOnlyList<int> Levels(IReadOnlyList<ListItem> items)
    {
        List<string> open = [];
        List<int> levels = new(items.Count);
        foreach (var kind in Kinds(items))
        {
            var level = open.IndexOf(kind);
            open = level < 0 ? [.. open, kind] : open[..(level + 1)];
            levels.Add(open.Count - 1);
        }

        return levels;
    }

    private static bool IsMarked(ListItem item) => item.Line.Mark.Length > 0 || item.Line.Heading > 0;

    private static IEnumerable<string> Kinds(IReadOnlyList<ListItem> items)
    {
        var last = "";
        foreach (var item in items)
        {
            var code = item.Line.Mark.Length > 0 ? "" : ListNumber.Of(item.Text)?.Code ?? "";

            // After h comes the letter i, not a Roman one.
            var isNext = code.Length == 1 && last.Length == 1 && code[0] == last[0] + 1 && char.IsLetter(code[0]);
            last = code;
            yield return item.Line.Mark is { Length: > 0 } mark ? Bullet(mark[0])
                : isNext ? (char.IsLower(code[0]) ? "a" : "A")
                : ListNumber.Of(item.Text)?.Kind ?? "";
        }
    }

    // Word processors write one bullet in several ways.
    private static string Bullet(char mark) => mark switch
    {
        '·' or '\uF0B7' => "•",
        '▪' or '\uF0A7' => "§",
        _ => mark.ToString(),
    };
}
