using OperatingModel.Domain.HeatMaps;

namespace OperatingModel.Exchange.Tables;

/// <summary>How the values of an exported column are meant to be read.</summary>
public enum ColumnKind
{
    Text,

    /// <summary>Several texts, such as codes.</summary>
    List,

    YesNo,
    Whole,
    Number,

    /// <summary>A share of 1, shown as a percentage.</summary>
    Percent,

    Date,
}

/// <summary>One column of an exported table, defined once for every format.</summary>
/// <param name="Name">Stable and machine-readable; part of what other tools rely on.</param>
/// <param name="Header">For people.</param>
/// <param name="Description">One sentence on what the column says.</param>
public sealed record TableColumn<TRow>(string Name, string Header, string Description, ColumnKind Kind, Func<TRow, TableValue> ValueOf)
{
    /// <summary>Columns of a group belong together, e.g. one per stage; their <see cref="Name"/> is a code inside it.</summary>
    public string? Group { get; init; }

    /// <summary>Decimals that people see; files carry every digit.</summary>
    public int Decimals { get; init; } = 1;

    /// <summary>In characters.</summary>
    public double Width { get; init; } = 10;

    /// <summary>The heat band that colours the cell; absent for columns without heat.</summary>
    public Func<TRow, HeatBand?>? ShadeOf { get; init; }

    /// <summary>What people read for a text of a list, such as a name for a code; programs get the text itself.</summary>
    public Func<string, string>? WordsOf { get; init; }

    /// <summary>A list as people read it.</summary>
    public string Joined(IReadOnlyList<string> texts) => PlainText.Join(WordsOf is null ? texts : [.. texts.Select(WordsOf)]);

    /// <summary>Unique in the table.</summary>
    public string Path => Group is null ? Name : $"{Group}.{Name}";
}
