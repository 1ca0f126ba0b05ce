using OperatingModel.Domain;
using OperatingModel.Domain.HeatMaps;
using OperatingModel.Domain.Strategy;
using OperatingModel.Domain.ValueChains;
using OperatingModel.Exchange.Excel;
using OperatingModel.Exchange.Tables;
using Cell = (object? Content, OperatingModel.Exchange.Excel.CellStyle Style);

namespace OperatingModel.Exchange.Priorities;

/// <summary>The sheet that says what the priorities rest on, what colours and hatches mean, and what stands in each column.</summary>
internal sealed class PriorityLegend
{
    public const string SheetName = "Legend";

    private static readonly double[] Widths = [32, 34, 16, 12, 15, 60];
    private static readonly CellStyle Bold = CellStyle.Text with { Bold = true };
    private static readonly CellStyle Figure = CellStyle.Default with { Format = "0.######", Alignment = CellAlignment.Left, Indent = 1 };
    private static readonly CellStyle Hatched = CellStyle.Default with { Hatched = true };
    private static readonly Cell Nothing = (null, CellStyle.Default);

    private readonly PriorityExport _export;
    private readonly SheetWriter _sheet;

    private PriorityLegend(PriorityExport export, SheetWriter sheet) => (_export, _sheet) = (export, sheet);

    /// <summary>What the file is called inside.</summary>
    public static string TitleOf(PriorityExport export) => export.IsWhatIf ? "Funding priorities, a what-if" : "Funding priorities";

    public static WorkbookSheet Of(PriorityExport export) =>
        new(SheetName, new SheetLayout(Widths) { FitToWidth = true }, sheet => new PriorityLegend(export, sheet).Write());

    private void Write()
    {
        WriteTitle();
        WriteOrigin();
        WriteReading();
        WriteBands();
        WriteFormula();
        WriteConventions();
        WriteStages();
        WriteUnits();
        WriteObjectives();
        WriteColumns();
    }

    private void WriteTitle()
    {
        _sheet.BeginRow(height: 24);
        Write(TitleOf(_export), Bold with { Size = 16 });
        _sheet.EndRow();
    }

    private void WriteOrigin()
    {
        var model = _export.Model;
        Fact("Model", Words(model.Meta.Name));
        Fact("Model code", Words(model.Meta.Code));
        Fact("As-of date", (model.AsOf, Figure with { Format = CellStyle.DateFormat }));
        Fact("Revision", Words(FigureText.Of(model.Revision)));
        Fact("Exported at (UTC)", Words(IsoText.Of(_export.ExportedAt)));
        Fact("Exported by", Words(_export.ExportedBy));
        Fact(
            "Weights",
            Words(
                _export.IsWhatIf
                    ? "Tried out for this export: a what-if. Where they differ, the model's own stand beside them."
                    : "The model's own."));
        Fact(
            "Capabilities",
            Words(
                $"{_export.Cube.Priorities.Items.Count} ranked or waiting for a first assessment, together "
                    + $"{FigureText.Of(_export.Cube.Priorities.TotalNeed)} need points."));
        var (listed, all) = (_export.Listed, _export.Cube.Priorities.Shown.Count);
        Fact("Filter", Words(_export.Scope.Filter.Length == 0
            ? $"None: all {all} capabilities are listed."
            : $"“{_export.Scope.Filter}”: {listed} of {all} capabilities are listed; ranks and shares are those among all."));
        Fact("Line after", Words(_export.Scope.Line is { } line
            ? $"Rank {line}: {_export.Cube.Priorities.Items.Count(item => item.Rank <= line)} of all stand above it; under it nothing is funded."
            : "No line was drawn."));
        if (_export.WithoutStage is { Count: > 0 } left)
        {
            Fact("Not listed", Words($"{left.Count} that serve no stage and so have no priority: {PlainText.Join(left)}"));
        }
    }

    private void WriteReading()
    {
        Section("How to read it");
        Row(
            (null, Hatched),
            Words("Unknown: nobody has assessed it yet. Unknown is not zero: it lowers coverage and widens the range from lowest to highest."));
        Row(
            Nothing,
            Words("Empty: there is nothing to know, because the capability does not serve the stage or does not exist in the business unit."));
        Row(
            Nothing,
            Words("Cells hold unrounded figures; only what is shown is rounded. Stages and business units stand in the order of the model."));
    }

    private void WriteBands()
    {
        var bands = HeatBands.Of(_export.Model.Settings);
        Section("Heat bands");
        Band(HeatBand.None, bands.CoolFrom > 0 ? $"0 to below {FigureText.Of(bands.CoolFrom)}" : "0");
        Band(HeatBand.Cool, $"{(bands.CoolFrom > 0 ? $"{FigureText.Of(bands.CoolFrom)}" : "above 0")} to below {FigureText.Of(bands.WarmFrom)}");
        Band(HeatBand.Warm, $"{FigureText.Of(bands.WarmFrom)} to below {FigureText.Of(bands.HotFrom)}");
        Band(HeatBand.Hot, $"{FigureText.Of(bands.HotFrom)} to below {FigureText.Of(bands.CriticalFrom)}");
        Band(HeatBand.Critical, $"{FigureText.Of(bands.CriticalFrom)} to 100");
    }

    private void WriteFormula()
    {
        var (used, own) = (_export.Cube.Weights, _export.OwnWeights);
        Section("Formula", "Meaning", "Used", "Model's own");
        Weight("Exponent of importance α", "How strongly importance counts (F3)", used.Alpha, own.Alpha);
        Weight("Exponent of the gap γ", "How strongly the gap counts (F3)", used.Gamma, own.Gamma);
        Weight("Critical link", "Points; only the ratios count (F2)", used.Critical, own.Critical);
        Weight("Supporting link", "Points", used.Supporting, own.Supporting);
        Weight("Minor link", "Points", used.Minor, own.Minor);
        var basis = _export.UnitBasis;
        var ownBasis = _export.Model.Settings.BusinessUnitWeightBasis;
        Row(
            Label("Business units"),
            Words("What weighs them"),
            Words(basis?.ToString() ?? "By hand"),
            basis == ownBasis ? Nothing : Words(ownBasis.ToString()));
    }

    private void WriteConventions()
    {
        var settings = _export.Model.Settings;
        Section("Conventions", "Meaning", "Used");
        Row(
            Label("Confidence"),
            Words("Low, medium, high (F4)"),
            Words(
                $"{FigureText.Percent(settings.ConfidenceLow)}, {FigureText.Percent(settings.ConfidenceMedium)}, "
                    + $"{FigureText.Percent(settings.ConfidenceHigh)}"));
        Row(Label("Stale assessment"), Words("Drops one grade of confidence after"), Words($"{settings.StaleAfterMonths} whole months"));
        Row(
            Label("High trust"),
            Words("Least coverage and confidence"),
            Words($"{FigureText.Percent(settings.TrustHighCoverage)} and {FigureText.Percent(settings.TrustHighConfidence)}"));
        Row(
            Label("Medium trust"),
            Words("Least coverage and confidence"),
            Words($"{FigureText.Percent(settings.TrustMediumCoverage)} and {FigureText.Percent(settings.TrustMediumConfidence)}"));
        Row(Label("Technology hole"), Words("Least importance and gap (F23)"), Words($"{settings.HoleImportance} and {settings.HoleGap} levels"));
        Row(Label("Weak technology"), Words("Enablement below"), Words(FigureText.Of(settings.WeakTechnologyBelow, 2)));
    }

    private void WriteStages()
    {
        var (cube, own) = (_export.Cube, _export.OwnWeights);
        Section("Stages", "Name", "Value chain", "Points", "Share of value", "Model's own points");
        for (var i = 0; i < cube.Stages.Count; i++)
        {
            var stage = cube.Stages[i];
            var points = cube.Weights.StagePoints[stage.Code];
            Row(
                Label(stage.Code),
                Words(stage.Name),
                Words(ChainOf(stage)),
                Number(points),
                Share(cube.StageShare(i)),
                Own(points, own.StagePoints[stage.Code]));
        }
    }

    private void WriteUnits()
    {
        var (cube, own) = (_export.Cube, _export.OwnWeights);
        Section("Business units", "Name", "", "Weight", "Share", "Model's own weight");
        for (var i = 0; i < cube.Units.Count; i++)
        {
            var unit = cube.Units[i];
            var weight = cube.Weights.UnitWeights[unit.Code];
            Row(Label(unit.Code), Words(unit.Name), Nothing, Number(weight), Share(cube.UnitShare(i)), Own(weight, own.UnitWeights[unit.Code]));
        }
    }

    private void WriteObjectives()
    {
        Section("Objectives", "Name");
        foreach (var objective in _export.Model.Table<StrategicObjective>())
        {
            Row(Label(objective.Code), Words(objective.Name));
        }
    }

    private void WriteColumns()
    {
        Section("Columns", "Name in csv and json", "What it says");
        foreach (var column in _export.Columns)
        {
            Row(Label(column.Header), Words(column.Path), Words(column.Description));
        }
    }

    // With several chains, what a stage weighs depends on its chain too.
    private string ChainOf(Stage stage) => _export.Model.ValueChains.Count == 1
        ? stage.Chain
        : $"{stage.Chain}, weight {FigureText.Of(_export.Cube.Weights.ChainWeights[stage.Chain])}";

    private void Fact(string label, Cell value) => Row(Label(label), value);

    private void Band(HeatBand band, string limits) => Row((band.ToString(), TableSheet.Shaded(CellStyle.Text, band)), Words(limits));

    private void Weight(string label, string meaning, double used, double own) =>
        Row(Label(label), Words(meaning), Number(used), used.Equals(own) ? Nothing : Number(own));

    private void Section(string title, params ReadOnlySpan<string> headers)
    {
        _sheet.BeginRow();
        _sheet.EndRow();
        _sheet.BeginRow();
        var style = _sheet.Styles.Of(TableSheet.Header with { Wrap = false });
        _sheet.Text(title, style);
        foreach (var header in headers)
        {
            _sheet.Text(header, style);
        }

        for (var i = headers.Length + 1; i < Widths.Length; i++)
        {
            _sheet.Blank(style);
        }

        _sheet.EndRow();
    }

    private void Row(params ReadOnlySpan<Cell> cells)
    {
        _sheet.BeginRow();
        foreach (var (content, style) in cells)
        {
            Write(content, style);
        }

        _sheet.EndRow();
    }

    private void Write(object? content, CellStyle style)
    {
        switch (content)
        {
            case string text:
                _sheet.Text(text, _sheet.Styles.Of(style));
                break;
            case double number:
                _sheet.Number(number, _sheet.Styles.Of(style));
                break;
            case DateOnly day:
                _sheet.Date(day, _sheet.Styles.Of(style));
                break;
            case null when style.Hatched:
                _sheet.Blank(_sheet.Styles.Of(style));
                break;
            default:
                _sheet.Skip();
                break;
        }
    }

    private static Cell Label(string text) => (text, Bold);

    private static Cell Words(string text) => (text, CellStyle.Text);

    private static Cell Number(double figure) => (figure, Figure);

    private static Cell Share(double share) => (share, Figure with { Format = CellStyle.PercentFormat(1) });

    // The model's own weight is said only where another is tried.
    private static Cell Own(double used, double own) => used.Equals(own) ? Nothing : Number(own);
}
