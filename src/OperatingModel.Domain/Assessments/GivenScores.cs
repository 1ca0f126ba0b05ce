using System.Globalization;
using System.Text.Json;

namespace OperatingModel.Domain.Assessments;

/// <summary>What was given for a cell so far; complete when importance, maturity now and maturity wanted are there.</summary>
/// <param name="Importance">1..5.</param>
/// <param name="Current">0..5.</param>
/// <param name="Target">0..5.</param>
/// <param name="Confidence">Medium unless it is said.</param>
/// <param name="Note">What shows it.</param>
/// <param name="EvidenceLink">Where it can be read.</param>
public sealed record GivenScores(
    int? Importance = null, int? Current = null, int? Target = null, Confidence? Confidence = null, string? Note = null, string? EvidenceLink = null)
{
    public static GivenScores None { get; } = new();

    public bool IsComplete => this is { Importance: not null, Current: not null, Target: not null };

    public static GivenScores Of(Assessment? row) =>
        row is null ? None : new(row.Importance, row.Current, row.Target, row.Confidence, row.Note, row.EvidenceLink);

    /// <summary>These, with what was given later over them.</summary>
    public GivenScores With(GivenScores later) =>
        new(
            later.Importance ?? Importance,
            later.Current ?? Current,
            later.Target ?? Target,
            later.Confidence ?? Confidence,
            later.Note ?? Note,
            later.EvidenceLink ?? EvidenceLink);

    /// <summary>As they are stored; evidence that was there stays.</summary>
    /// <param name="stored">The assessment so far, if there is one.</param>
    public Scores ToScores(Assessment? stored) =>
        new(
            Importance!.Value,
            Current!.Value,
            Target!.Value,
            Confidence ?? stored?.Confidence ?? Assessments.Confidence.Medium,
            Note ?? stored?.Note,
            EvidenceLink ?? stored?.EvidenceLink);

    /// <summary>E.g. "importance 4, now 2, target –".</summary>
    public string Words() =>
        $"importance {Word(Importance)}, now {Word(Current)}, target {Word(Target)}{(Confidence is { } sure ? $", {sure} confidence" : "")}";

    /// <summary>As a draft keeps them.</summary>
    public string ToText() => JsonSerializer.Serialize(this);

    /// <summary>From a draft; what cannot be read is not there.</summary>
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
