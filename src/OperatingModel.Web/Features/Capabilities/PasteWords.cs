using OperatingModel.Domain.Capabilities;
using OperatingModel.Domain.Capabilities.Lists;
using OperatingModel.Domain.Workspaces;
using OperatingModel.Web.Components.Controls;

namespace OperatingModel.Web.Features.Capabilities;

/// <summary>Says in words what a pasted list would do.</summary>
internal static class PasteWords
{
    public static string Of(ListShape shape) => shape switch
    {
        ListShape.LevelColumns => "a column for each level",
        ListShape.Paths => "paths",
        ListShape.Numbers => "outline numbers or codes",
        ListShape.Headings => "headings (#, ##)",
        ListShape.Bullets => "kinds of bullets",
        ListShape.ParentColumn => "the column of parents",
        ListShape.LevelNumbers => "the column of level numbers",
        _ => "indentation",
    };

    /// <summary>Sums up, e.g. "Adds 4 capabilities behind Flight operations (C5), read by indentation; 1 is there already and left out."</summary>
    public static string Summary(ModelSnapshot model, CapabilityPaste paste, ReadList list)
    {
        var (added, there) = (paste.Lines.Count(line => line.IsNew), paste.Lines.Count(line => line.IsLeftOut));
        var refused = paste.Lines.Count(line => line.Problem is not null);
        return string.Join("; ", new[]
        {
            $"Adds {(added == 0 ? "nothing" : Numbers.Count(added, "capability", "capabilities"))} {Where(model, paste)}, read by {Of(list.Shape)}",
            there == 0 ? null : $"{Numbers.Whole(there)} {(there == 1 ? "is" : "are")} there already and left out",
            refused == 0 ? null : $"{Numbers.Whole(refused)} cannot be added",
        }.OfType<string>()) + ".";
    }

    public static string Button(CapabilityPaste paste)
    {
        var added = paste.Lines.Count(line => line.IsNew);
        var left = paste.Lines.Count == added ? "" : $", leave out {Numbers.Count(paste.Lines.Count - added, "line", "lines")}";
        return added == 0 ? "Add" : $"Add {Numbers.Count(added, "capability", "capabilities")}{left}";
    }

    public static IReadOnlyList<ListRemark> Problems(CapabilityPaste paste) =>
    [
        .. paste.Lines.Where(line => line.Problem is not null)
            .Select(line => new ListRemark(line.Entry.Line, $"“{Shortened(line.Entry.Name, 40)}”: {line.Problem}")),
    ];

    public static string Shortened(string text, int length) => text.Length <= length ? text : $"{text[..(length - 1)]}…";

    private static string Where(ModelSnapshot model, CapabilityPaste paste)
    {
        string Named(string code) => $"{model.Capabilities.Find(code)?.Name ?? "a capability"} ({code})";
        return paste.Place.Sibling is { } sibling ? $"behind {Named(sibling)}"
            : paste.Place.Owner is { } owner ? $"below {Named(owner)}" : "at the end";
    }
}
