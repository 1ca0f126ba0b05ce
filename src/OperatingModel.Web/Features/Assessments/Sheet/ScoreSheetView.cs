using OperatingModel.Domain.Assessments;
using OperatingModel.Web.Components.Grid;

namespace OperatingModel.Web.Features.Assessments.Sheet;

/// <summary>The rows that the sheet shows.</summary>
public enum SheetRows
{
    All,

    /// <summary>Only rows with a cell that is unknown.</summary>
    Missing,

    /// <summary>Only rows with a score that is too old.</summary>
    Stale,
}

/// <summary>Everything that decides what the scoring sheet shows.</summary>
public sealed record ScoreSheetView : GridAddress
{
    private ScoreSheetView(string query) : base(query)
    {
        (Figure, Only) = (Query.Choice<ScoredFigure>("figure"), Query.Choice<SheetRows>("only"));
        (Row, Column, Stage) = (Query.Text("row"), Query.Text("col"), Query.Text("stage"));
    }

    public ScoredFigure Figure { get; init; }

    public SheetRows Only { get; init; }

    /// <summary>The code of the capability shown in the drawer.</summary>
    public string? Row { get; init; }

    /// <summary>The code of the business unit shown in the drawer.</summary>
    public string? Column { get; init; }

    /// <summary>The code of the stage whose own assessment the drawer shows; null for the general one.</summary>
    public string? Stage { get; init; }

    public static ScoreSheetView Parse(string query) => new(query);

    /// <summary>Whether another view shows the same cells; the drawer and the zoom may differ.</summary>
    public bool ShowsSameCellsAs(ScoreSheetView other) => Bare().ToQuery() == other.Bare().ToQuery();

    protected override IEnumerable<(string Key, object? Value)> Own() =>
        [("figure", Figure), ("only", Only), ("row", Row), ("col", Column), ("stage", Stage)];

    private ScoreSheetView Bare() => this with { Row = null, Column = null, Stage = null, Zoom = 1 };
}
