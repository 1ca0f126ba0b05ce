namespace OperatingModel.Domain.Capabilities;

/// <summary>A line of a pasted list.</summary>
/// <param name="Number">From 1, as the user counts.</param>
/// <param name="Parent">The number of the line it stands below; null at the top.</param>
/// <param name="Level">1 at the top.</param>
public sealed record IndentedLine(int Number, int? Parent, int Level, string Text);

/// <summary>A line that cannot be taken, and why.</summary>
public sealed record UnreadableLine(int Number, string Text, string Message);

/// <summary>A pasted list of several lines, whose indentation (tabs or blanks) makes it a tree. Empty lines and bullets count for nothing.</summary>
public sealed record IndentedList(IReadOnlyList<IndentedLine> Lines, IReadOnlyList<UnreadableLine> Unreadable)
{
    /// <summary>A tab goes on to the next multiple of these, as in most editors.</summary>
    private const int TabWidth = 4;

    private static readonly TextAttribute NameRule =
        ModelTables.Of<Capability>().Fields.First(field => field.Name == nameof(Capability.Name)).Rules.OfType<TextAttribute>().First();

    /// <param name="levels">How many levels there may be.</param>
    public static IndentedList Read(string text, int levels = Capability.MaxLevel)
    {
        var lines = new List<IndentedLine>();
        var unreadable = new List<UnreadableLine>();
        var open = new Stack<(int Indent, IndentedLine? Line)>();
        foreach (var (number, line) in text.ReplaceLineEndings("\n").Split('\n').Index().Select(line => (line.Index + 1, line.Item)))
        {
            var content = Content(line);
            if (content.Length == 0)
            {
                continue;
            }

            var indent = Width(line.TakeWhile(char.IsWhiteSpace));
            while (open.TryPeek(out var above) && above.Indent >= indent)
            {
                open.Pop();
            }

            var parent = open.TryPeek(out var below) ? below.Line : null;
            var read = new IndentedLine(number, parent?.Number, (parent?.Level ?? 0) + 1, content);
            var problem = open.Count > 0 && parent is null
                ? "The line above it cannot be read; correct that one first."
                : read.Level > levels ? $"It stands on level {read.Level} of the list, and there is room for {levels}; indent it less." : NameRule.Problem(read.Text);
            open.Push((indent, problem is null ? read : null));
            if (problem is null)
            {
                lines.Add(read);
            }
            else
            {
                unreadable.Add(new(number, read.Text, problem));
            }
        }

        return new(lines, unreadable);
    }

    private static string Content(string line)
    {
        var content = line.Trim();
        return content is ['-' or '*' or '•' or '–'] ? "" : content is ['-' or '*' or '•' or '–', ' ' or '\t', ..] ? content[1..].TrimStart() : content;
    }

    private static int Width(IEnumerable<char> indent) =>
        indent.Aggregate(0, (width, c) => c == '\t' ? (width / TabWidth * TabWidth) + TabWidth : width + 1);
}
