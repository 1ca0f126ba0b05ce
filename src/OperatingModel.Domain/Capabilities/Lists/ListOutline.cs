namespace OperatingModel.Domain.Capabilities.Lists;

/// <summary>Lists whose numbers or codes say what stands below what: 1, 1.1, 1.1.1; A.1; C1.2.</summary>
internal static class ListOutline
{
    private sealed record Numbered(ListItem Item, string? Code, string Name);

    /// <summary>Whether some lines have numbers to go by.</summary>
    public static bool MayBe(ListTable table) => Lines(table).Count(line => line.Code is not null) > 1;

    /// <summary>Whether most lines have numbers, and these show levels or count from line to line.</summary>
    public static bool IsLikely(ListTable table)
    {
        var lines = Lines(table).ToList();
        List<string> codes = [.. lines.Select(line => line.Code).OfType<string>()];
        return codes.Count > 1 && codes.Count * 4 >= lines.Count * 3
            && (codes.Exists(code => ListNumber.Above(code) is not null) || (!table.HasCodes && codes.Count == lines.Count && Counts(lines)));
    }

    public static void Read(ListTree tree, ListTable table)
    {
        var lines = Lines(table).ToList();
        var least = lines.Where(line => line.Code is not null).Min(line => Depth(line.Code!));
        var nodes = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        List<(Numbered Line, int Node)> added = [];
        var first = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in lines)
        {
            var isFirst = line.Code is not null && first.TryAdd(line.Code, line.Item.Number);
            if (line.Code is not null && !isFirst)
            {
                tree.Remarks.Add(new(line.Item.Number, $"{line.Code} stands in line {first[line.Code]} already."));
            }

            var node = tree.Add(line.Item.Number, ListTree.Top, line.Name, isFirst ? line.Code : null);
            added.Add((line, node));
            if (isFirst)
            {
                nodes[line.Code!] = node;
            }
        }

        var beside = ListTree.Top;
        foreach (var (line, node) in added)
        {
            beside = line.Code is null ? Unnumbered(tree, line, beside) : Above(tree, nodes, line, least);
            tree.Place(node, beside);
        }

        if (!table.HasCodes)
        {
            Gaps(tree, lines, least);
        }

        tree.Remarks.AddRange(table.Unread());
    }

    private static int Unnumbered(ListTree tree, Numbered line, int beside)
    {
        var where = beside == ListTree.Top ? "at the top" : $"below “{ListTree.Shortened(tree.NameOf(beside))}”";
        tree.Remarks.Add(new(line.Item.Number, $"“{ListTree.Shortened(line.Name)}” has no number; it stands {where}, beside the line above it."));
        return beside;
    }

    // The nearest number above that is in the list.
    private static int Above(ListTree tree, Dictionary<string, int> nodes, Numbered line, int least)
    {
        var above = ListNumber.Above(line.Code!);
        var missing = above;
        while (above is not null && Depth(above) >= least)
        {
            if (nodes.TryGetValue(above, out var parent))
            {
                if (above != missing)
                {
                    tree.Remarks.Add(new(
                        line.Item.Number,
                        $"There is no {missing} above {line.Code}; it stands directly below {above} {ListTree.Shortened(tree.NameOf(parent))}."));
                }

                return parent;
            }

            above = ListNumber.Above(above);
        }

        if (missing is not null && Depth(missing) >= least)
        {
            tree.Remarks.Add(new(line.Item.Number, $"There is no {missing} above {line.Code}; it stands at the top."));
        }

        return ListTree.Top;
    }

    // An outline counts 1, 2, 3; one that jumps may have lost lines.
    private static void Gaps(ListTree tree, List<Numbered> lines, int least)
    {
        var last = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in lines.Where(line => line.Code is not null))
        {
            var above = ListNumber.Above(line.Code!) ?? "";
            if (ListNumber.LastOf(line.Code!) is { } number)
            {
                var isKnown = last.TryGetValue(above, out var before);
                if ((isKnown && number > before + 1) || (!isKnown && number > 1 && Depth(line.Code!) > least))
                {
                    var prefix = above.Length == 0 ? "" : $"{above}.";
                    var lost = number == before + 2 ? $"{prefix}{number - 1} is" : $"{prefix}{before + 1} to {prefix}{number - 1} are";
                    tree.Remarks.Add(new(line.Item.Number, $"The numbers jump to {line.Code}: {lost} not in the list."));
                }

                last[above] = number;
            }
        }
    }

    private static IEnumerable<Numbered> Lines(ListTable table)
    {
        var roots = table.HasCodes ? null : Roots(table);
        foreach (var item in table.Items)
        {
            if (table.HasCodes && item.Code is not null)
            {
                yield return new(item, item.Code.TrimEnd('.', ')', ':'), ListLine.Name(item.Text));
            }
            else
            {
                // A single letter is a number only where others go on from it.
                var number = table.HasCodes ? null : ListNumber.Of(item.Text);
                number = number is { IsLetter: true, Depth: 1 } && !roots!.Contains(number.Code) ? null : number;
                var name = ListLine.Name(item.Text[(number?.Length ?? 0)..]);
                yield return name.Length == 0 ? new(item, null, ListLine.Name(item.Text)) : new(item, number?.Code, name);
            }
        }
    }

    private static HashSet<string> Roots(ListTable table) =>
    [
        .. table.Items.Select(item => ListNumber.Of(item.Text)).OfType<ListNumber>()
            .Where(number => number.Depth > 1).Select(number => number.Code.Split('.')[0]),
    ];

    // 1, 2, 3 without a sign behind the number and without indentation.
    private static bool Counts(List<Numbered> lines) =>
        lines.TrueForAll(line => line.Item.Line.Indent == lines[0].Item.Line.Indent)
        && lines.Index().All(line =>
            ListNumber.LastOf(line.Item.Code!) == ListNumber.LastOf(lines[0].Code!) + line.Index && char.IsDigit(line.Item.Code![0]));

    private static int Depth(string code) => code.Count(c => c == '.') + 1;
}
