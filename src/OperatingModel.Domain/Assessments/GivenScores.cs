using System.Globalization;
using System.Text.Json;

namespace OperatingModel.Domain.Assessments;

/// <summary>The scores given for a cell so far; they are complete when importance, maturity now and maturity wanted are given.</summary>
/// <param name="Importance">The importance, 1..5; null while not given.</param>
/// <param name="Current">The maturity now, 0..5; null while not given.</param>
/// <param name="Target">The maturity wanted, 0..5; null while not given.</param>
/// <param name="Confidence">The confidence; when it is null, a stored one stays and a new assessment gets medium.</param>
/// <param name="Note">A note on the evidence for the scores.</param>
/// <param name="EvidenceLink">The address of the evidence.</param>
public sealed record GivenScores(
    int? Importance = null, int? Current = null, int? Target = null, Confidence? Confidence = null, string? Note = null, string? EvidenceLink = null)
{
    public static GivenScores None { get; } = new();

    public bool IsComplete => this is { Importance: not null, Current: not null, Target: not null };

    public static GivenScores Of(Assessment? row) =>
        row is null ? None : new(row.Importance, row.Current, row.Target, row.Confidence, row.Note, row.EvidenceLink);

    /// <summary>Returns these scores, replaced by later ones where those are given.</summary>
    public GivenScores With(GivenScores later) =>
        new(
            later.Importance ?? Importance,
            later.Current ?? Current,
            later.Target ?? Target,
            later.Confidence ?? Confidence,
            later.Note ?? Note,
            later.EvidenceLink ?? EvidenceLink);

    /// <summary>Returns the scores to store; stored confidence and evidence stay unless new ones are given.</summary>
    /// <param name="stored">The stored assessment; null when there is none.</param>
    public Scores ToScores(Assessment? stored) =>
        new(
            Importance!.Value,
            Current!.Value,
            Target!.Value,
            Confidence ?? stored?.Confidence ?? Assessments.Confidence.Medium,
            Note ?? stored?.Note,
            EvidenceLink ?? stored?.EvidenceLink);

    /// <summary>Writes the scores, e.g. "importance 4, now 2, target –".</summary>
    public string Words() =>
        $"importance {Word(Importance)}, now {Word(Current)}, target {Word(Target)}{(Confidence is { } sure ? $", {sure} confidence" : "")}";

    /// <summary>Writes the scores as the text of a draft.</summary>
    public string ToText() => JsonSerializer.Serialize(this);

    /// <summary>Reads the scores from a draft; leaves out what cannot be read.</summary>
    public static GivenScores FromText(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<GivenScores>(text) is not { } given ? None : given with
            {
                Importance = Level(given.Importance, 1),
                Current = Level(given.Current, 0),
                Target = Level(given.Target, 0),
                Confidence = given.Confidence is { } sure && Enum.IsDefined(sure) ? sure : null,
            };
        }
        catch (JsonException)
        {
            return None;
        }
    }

    private static int? Level(int? level, int lowest) => level >= lowest && level <= 5 ? level : null;

    private static string Word(int? level) => level?.ToString(CultureInfo.InvariantCulture) ?? "–";
}
