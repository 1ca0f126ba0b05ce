namespace OperatingModel.Domain.Capabilities.Lists;

/// <summary>What says in a list which line stands below which.</summary>
public enum ListShape
{
    /// <summary>Tabs, blanks or the lines of a drawn tree before the name.</summary>
    Indentation,

    /// <summary>A column for each level, filled down or repeated in every row.</summary>
    LevelColumns,

    /// <summary>The names from the top down in one cell, parted by a sign.</summary>
    Paths,

    /// <summary>Numbers like 1.2 or codes like C1.2.</summary>
    Numbers,

    /// <summary>Headings like # and ##, with what is listed below them.</summary>
    Headings,

    /// <summary>One kind of bullet or number for each level.</summary>
    Bullets,

    /// <summary>A column names the code of the parent.</summary>
    ParentColumn,

    /// <summary>A column holds the number of the level.</summary>
    LevelNumbers,
}

/// <summary>A name of a list.</summary>
/// <param name="Line">The line it was read from, from 1.</param>
/// <param name="Parent">Index of the entry it stands below, which comes before it; −1 at the top.</param>
/// <param name="Level">1 at the top.</param>
/// <param name="Code">As the list gives it; null where it gives none.</param>
public sealed record ListEntry(int Line, int Parent, int Level, string Name, string? Code);

/// <summary>Something about a line that the user should see, though the line was taken or held no name.</summary>
public sealed record ListRemark(int Line, string Message);

/// <summary>A list as a tree: each entry directly before what stands below it.</summary>
/// <param name="Others">Shapes the same list could be read by instead.</param>
/// <param name="HasCodeColumn">Whether a column holds codes that are meant as such, not only the numbers of an outline.</param>
public sealed record ReadList(
    ListShape Shape, IReadOnlyList<ListShape> Others, IReadOnlyList<ListEntry> Entries, IReadOnlyList<ListRemark> Remarks, bool HasCodeColumn)
{
    public static ReadList Empty { get; } = new(ListShape.Indentation, [], [], [], false);
}
