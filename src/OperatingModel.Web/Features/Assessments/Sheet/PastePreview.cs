using System.Collections.Immutable;
using OperatingModel.Domain;
using OperatingModel.Domain.Assessments;
using OperatingModel.Domain.Workspaces;
using OperatingModel.Exchange.Pasting;
using OperatingModel.Web.Components.Controls;
using OperatingModel.Web.Components.Grid;
using OperatingModel.Web.Features.Capabilities;

namespace OperatingModel.Web.Features.Assessments.Sheet;

/// <summary>A cell that a paste would set.</summary>
/// <param name="SeenVersion">The version of its assessment when the preview was made; 0 when there was none.</param>
/// <param name="Applies">Whether the paste scores the cell; otherwise it marks the cell as not applicable.</param>
public sealed record PastedCell(string Capability, string Unit, GivenScores Before, GivenScores After, long SeenVersion, bool Applies = true)
{
    public RowKey Key => Assessment.KeyOf(Capability, Unit, null);
}

/// <summary>What a block from a spreadsheet would do to the sheet.</summary>
public sealed record PastePreview(ScoredFigure Figure, PasteBlock<PastedCell> Block)
{
    // Columns without headings are taken for these three, in this order.
    private static readonly PasteFigure[] Figures =
    [
        new(nameof(ScoredFigure.Importance), "Importance", "Imp", "Weight"),
        new(nameof(ScoredFigure.Current), "Now", "Current", "Maturity now", "Current maturity", "Maturity", "Today", "As is", "As-is", "Actual"),
        new(nameof(ScoredFigure.Target), "Wanted", "Target", "Maturity wanted", "Target maturity", "Desired", "Future", "To be", "To-be"),
        new(nameof(ScoredFigure.Confidence), "Confidence", "How sure"),
    ];

    /// <summary>The number of cells that would change and still lack a figure, so that they stay unknown.</summary>
    public int Incomplete => Block.Cells.Count(cell => cell.Applies && !cell.After.IsComplete);

    public string? More => string.Join("; ", new[]
    {
        Absent > 0 ? $"{Numbers.Whole(Absent)} of them {(Absent == 1 ? "does" : "do")} not apply" : "",
        Incomplete > 0 ? $"{Numbers.Whole(Incomplete)} of them {(Incomplete == 1 ? "stays" : "stay")} unknown until a figure is added" : "",
    }.Where(words => words.Length > 0)) is { Length: > 0 } more ? more : null;

    private int Absent => Block.Cells.Count(cell => !cell.Applies);

    /// <param name="picture">The sheet that the user saw when pasting.</param>
    /// <param name="paste">The pasted text and the cells that were selected.</param>
    internal static PastePreview Of(
        ModelSnapshot model, ScoredFigure figure, ImmutableDictionary<RowKey, ScoreDraft> drafts, ScorePicture picture, GridPaste paste)
    {
        List<(string Code, string Name)> units = [.. model.BusinessUnits.Select(unit => (unit.Code, unit.Name))];
        List<int> all = [.. Enumerable.Range(0, units.Count)];
        var target = new PasteTarget(model.Tree, picture.Rows, units, all, "business unit", text => IsValue(figure, text))
        {
            Figures = Figures,
            InOrder = 3,
            IsWhole = figure == ScoredFigure.All ? text => ScoreText.Read(figure, text).Given is not null : null,
            IsOfCell = AbsenceWords.IsSaidBy,
        };
        return new(figure, PasteBlock<PastedCell>.Read(
            paste,
            target,
            (text, soFar) => CellOf(model, drafts, picture, text.Figure is { } own ? Enum.Parse<ScoredFigure>(own) : figure, text, soFar),
            (capability, unit) => $"{model.Capabilities.Find(capability)?.Name} ({capability}) · {model.BusinessUnits.Find(unit)?.Name}"));
    }

    internal PastedWords Words(ModelSnapshot model, PastedCell cell) => new(
        model.Capabilities.Find(cell.Capability)?.Name ?? "",
        cell.Capability,
        model.BusinessUnits.Find(cell.Unit)?.Name ?? cell.Unit,
        Text(cell.Before, cell.After),
        cell.Applies ? Text(cell.After, cell.Before) : "not applicable");

    private static bool IsValue(ScoredFigure figure, string text) =>
        AbsenceWords.IsSaidBy(text) || ScoreText.Read(figure, text).Given is not null
        || (figure == ScoredFigure.All && ScoreText.Read(ScoredFigure.Current, text).Given is not null);

    private static CellReading<PastedCell> CellOf(
        ModelSnapshot model,
        ImmutableDictionary<RowKey, ScoreDraft> drafts,
        ScorePicture picture,
        ScoredFigure figure,
        PlacedText text,
        PastedCell? soFar)
    {
        var (key, saysAbsent) = (ScoreEdits.KeyOf(text.Row, text.ColumnCode), AbsenceWords.IsSaidBy(text.Text));
        if (picture.Absence(text.Row, text.ColumnCode) is { } absence)
        {
            var why = string.IsNullOrWhiteSpace(absence.Reason) ? "" : $": {absence.Reason}";
            return saysAbsent ? CellReading<PastedCell>.Same : new(null, $"Does not apply here{why}.");
        }

        var (draft, stored) = (drafts.GetValueOrDefault(key), model.Assessments.Find(key));
        var (before, seen) = (draft?.Scores ?? GivenScores.Of(stored), draft?.SeenVersion ?? stored?.Version ?? 0);
        if (saysAbsent)
        {
            return new(new PastedCell(text.Row, text.ColumnCode, before, before, seen, Applies: false));
        }

        // A text copied from the sheet itself changes nothing, also for an incomplete cell.
        if (soFar is null && text.Text == ScoreScale.TextOf(figure, before))
        {
            return CellReading<PastedCell>.Same;
        }

        var (given, reason) = ScoreText.Read(figure, text.Text);
        if (given is null)
        {
            return new(null, reason);
        }

        var after = (soFar?.After ?? before).With(given);
        return after == (soFar?.After ?? before) ? CellReading<PastedCell>.Same : new(new PastedCell(text.Row, text.ColumnCode, before, after, seen));
    }

    // The preview shows every figure that changes, also one that the sheet does not show now.
    private string Text(GivenScores scores, GivenScores other) =>
        WithOwn(scores, other) == other ? ScoreScale.TextOf(Figure, scores) : scores.Words();

    private GivenScores WithOwn(GivenScores scores, GivenScores other) => Figure switch
    {
        ScoredFigure.Importance => scores with { Importance = other.Importance },
        ScoredFigure.Current => scores with { Current = other.Current },
        ScoredFigure.Target => scores with { Target = other.Target },
        ScoredFigure.Confidence => scores with { Confidence = other.Confidence },
        _ => scores with { Importance = other.Importance, Current = other.Current, Target = other.Target },
    };
}
