using OperatingModel.Domain.Assessments;
using OperatingModel.Domain.HeatMaps;
using OperatingModel.Domain.Workspaces;
using OperatingModel.Web.Components.Grid;
using OperatingModel.Web.Features.Capabilities;

namespace OperatingModel.Web.Features.Assessments.Sheet;

/// <summary>Decides how scores are written, coloured and typed, for one figure of an assessment or for all of them.</summary>
internal sealed class ScoreScale
{
    // Six levels 0..5, and one more value for a figure that is not given.
    private const int Given = 7;
    private const string Missing = "?";

    private static readonly string[] LevelFaces = ["0", "1", "2", "3", "4", "5"];

    private readonly ScoredFigure _figure;
    private readonly int _values;

    private ScoreScale(ScoredFigure figure, ModelSettings settings)
    {
        (_figure, Settings) = (figure, settings);
        _values = figure switch
        {
            ScoredFigure.All => Given * Given * Given,
            ScoredFigure.Confidence => 4,
            _ => Given,
        };
        var bands = HeatBands.Of(settings);
        Grid = new GridScale(
            NameOf(figure), "", 1, 0, figure == ScoredFigure.All ? "heat" : "step", [1, 2, 3, 4], false, Enum.GetNames<HeatBand>(), Wide: true,
            [
                .. Enumerable.Range(0, _values).Select(value => Category(value, isDraft: false, bands)),
                .. Enumerable.Range(0, _values).Select(value => Category(value, isDraft: true, bands)),
                .. Enumerable
                    .Range(0, 101)
                    .Select(percent => new GridCategory($"{percent} %", $"{percent} % of the cells below are scored", GridCategory.Plain)),
            ],
            $"Older than {settings.StaleAfterMonths} months: counts with less confidence.");
    }

    public GridScale Grid { get; }

    public ScoredFigure Figure => _figure;

    /// <summary>The settings from which the scale was made.</summary>
    public ModelSettings Settings { get; }

    public GridEditing Editing =>
        (
            _figure switch
            {
                ScoredFigure.All => new GridEditing(Digits(0), Length: 3),
                ScoredFigure.Importance => new(Digits(1)),
                ScoredFigure.Confidence => new(
                    new Dictionary<string, string>
                    {
                        ["1"] = "Low",
                        ["l"] = "Low",
                        ["2"] = "Medium",
                        ["m"] = "Medium",
                        ["3"] = "High",
                        ["h"] = "High",
                    }),
                _ => new(Digits(0)),
            }) with
        {
            Alone = new Dictionary<string, string> { [AbsenceWords.Key] = "·" },
            Taken = $"{TakenKeys} N says that it does not apply.",
            OnFixed = "Made up of other capabilities; score these.",
            OnAbsent = "Does not apply here; N takes that back.",
        };

    public IReadOnlyList<LegendItem> Legend =>
        [
            .. _figure == ScoredFigure.All
                ? Enum.GetValues<HeatBand>().Select(band => new LegendItem($"shade-{(int)band}", "", band.ToString()))
                : Enumerable
                    .Range(0, _values - 1)
                    .Skip(_figure == ScoredFigure.Importance ? 1 : 0)
                    .Select(level => new LegendItem(
                        $"step-{FaceOf(level)}",
                        _figure == ScoredFigure.Confidence ? "" : LevelFaces[level],
                        _figure == ScoredFigure.Confidence ? ((Confidence)level).ToString() : "")),
            new("hatch", "", "unknown"),
            new("hatch", Missing, "not complete"),
            new(null, "·", "n/a"),
            new("stale", "", "old"),
        ];

    public static ScoreScale Of(ScoredFigure figure, ModelSettings settings) => new(figure, settings);

    public static string NameOf(ScoredFigure figure) => figure switch
    {
        ScoredFigure.All => "Importance · now→target",
        ScoredFigure.Current => "Maturity now",
        ScoredFigure.Target => "Maturity wanted",
        _ => figure.ToString(),
    };

    /// <summary>Returns the text of a cell.</summary>
    public static string TextOf(ScoredFigure figure, GivenScores scores) => figure switch
    {
        ScoredFigure.Importance => Text(scores.Importance),
        ScoredFigure.Current => Text(scores.Current),
        ScoredFigure.Target => Text(scores.Target),
        ScoredFigure.Confidence => scores.Confidence?.ToString() ?? Missing,
        _ => $"{Text(scores.Importance)} · {Text(scores.Current)}→{Text(scores.Target)}",
    };

    public GridCell Stored(GivenScores scores, bool isStale) => GridPayload.Of(ValueOf(scores), Grid, isStale);

    public GridCell Draft(GivenScores scores) => GridPayload.Of(_values + ValueOf(scores), Grid);

    /// <param name="scored">The number of scored cells below the parent.</param>
    /// <param name="cells">The number of cells below the parent.</param>
    public GridCell Parent(int scored, int cells) =>
        cells == 0 ? new GridCell(GridState.NotLinked, 0, 0, false) : GridPayload.Of((2 * _values) + Share(scored, cells), Grid);

    private string TakenKeys => _figure switch
    {
        ScoredFigure.All => "Importance goes from 1 to 5, maturity now and wanted from 0 to 5.",
        ScoredFigure.Importance => "Importance goes from 1 to 5.",
        ScoredFigure.Confidence => "Confidence is L, M or H.",
        _ => $"{NameOf(_figure)} goes from 0 to 5.",
    };

    private static Dictionary<string, string> Digits(int lowest) =>
        Enumerable.Range(lowest, 6 - lowest).Select(digit => LevelFaces[digit]).ToDictionary(digit => digit);

    private int ValueOf(GivenScores scores) => _figure switch
    {
        ScoredFigure.All => (((Place(scores.Importance) * Given) + Place(scores.Current)) * Given) + Place(scores.Target),
        ScoredFigure.Importance => Place(scores.Importance),
        ScoredFigure.Current => Place(scores.Current),
        ScoredFigure.Target => Place(scores.Target),
        _ => Place((int?)scores.Confidence),
    };

    private GridCategory Category(int value, bool isDraft, HeatBands bands)
    {
        var (text, words) = _figure switch
        {
            ScoredFigure.All => (TextOf(_figure, ScoresOf(value)), ScoresOf(value).Words()),
            ScoredFigure.Confidence => Level(value) is { } sure ? ($"{(Confidence)sure}", $"{(Confidence)sure}") : (Missing, "not said"),
            _ => Level(value) is { } level ? (LevelFaces[level], $"{level}: {AnchorOf(level)}") : (Missing, "not scored"),
        };
        var face = isDraft ? GridCategory.Unknown
            : _figure != ScoredFigure.All ? FaceOf(Level(value) ?? 0)
            : ScoresOf(value) is { Importance: { } importance, Current: { } current, Target: { } target }
                ? (byte)bands.BandOf(Heat.Of(importance, current, target, Settings.Alpha, Settings.Gamma))
            : GridCategory.Unknown;
        return new GridCategory(text, isDraft ? $"Not complete: {words}" : words, face);
    }

    private string AnchorOf(int level) => _figure == ScoredFigure.Importance
        ? level == 0 ? "" : Anchors.Importance(level)
        : Anchors.Maturity(level);

    private byte FaceOf(int level) => (byte)(_figure switch
    {
        ScoredFigure.Importance => Math.Max(0, level - 1),
        ScoredFigure.Confidence => 2 * level,
        _ => Math.Min(4, level),
    });

    // 100 % means all and 0 % means none: 99.6 % is written as 99, and 0.4 % as 1.
    private static int Share(int scored, int cells) =>
        scored == 0 ? 0 : scored == cells ? 100 : Math.Clamp((int)Math.Round(100.0 * scored / cells, MidpointRounding.AwayFromZero), 1, 99);

    private static GivenScores ScoresOf(int value) => new(Level(value / Given / Given), Level(value / Given % Given), Level(value % Given));

    private static string Text(int? level) => level is { } known ? LevelFaces[known] : Missing;

    private static int Place(int? level) => level + 1 ?? 0;

    private static int? Level(int place) => place == 0 ? null : place - 1;
}
