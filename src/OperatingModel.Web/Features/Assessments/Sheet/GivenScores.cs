using System.Globalization;
using OperatingModel.Application.Assessments;
using OperatingModel.Domain.Assessments;

namespace OperatingModel.Web.Features.Assessments.Sheet;

/// <summary>What was given for a cell so far; complete when importance, maturity now and maturity wanted are there.</summary>
/// <param name="Importance">1..5.</param>
/// <param name="Current">0..5.</param>
/// <param name="Target">0..5.</param>
/// <param name="Confidence">Medium unless it is said.</param>
public sealed record GivenScores(int? Importance = null, int? Current = null, int? Target = null, Confidence? Confidence = null)
{
    public static GivenScores None { get; } = new();

    public bool IsComplete => this is { Importance: not null, Current: not null, Target: not null };

    public static GivenScores Of(Assessment? row) => row is null ? None : new(row.Importance, row.Current, row.Target, row.Confidence);

    /// <summary>These, with what was given later over them.</summary>
    public GivenScores With(GivenScores later) => new(later.Importance ?? Importance, later.Current ?? Current, later.Target ?? Target, later.Confidence ?? Confidence);

    /// <summary>As they are stored; evidence that was there stays.</summary>
    /// <param name="stored">The assessment so far, if there is one.</param>
    public Scores ToScores(Assessment? stored) => new(
        Importance!.Value, Current!.Value, Target!.Value, Confidence ?? stored?.Confidence ?? Domain.Assessments.Confidence.Medium, stored?.Note, stored?.EvidenceLink);

    /// <summary>E.g. "importance 4, now 2, target –".</summary>
    public string Words() => $"importance {Word(Importance)}, now {Word(Current)}, target {Word(Target)}{(Confidence is { } sure ? $", {sure} confidence" : "")}";

    /// <summary>As a draft keeps them.</summary>
    public string ToText() => string.Join('|', Text(Importance), Text(Current), Text(Target), Confidence?.ToString());

    /// <summary>From a draft; what cannot be read is not there.</summary>
    public static GivenScores FromText(string text) => text.Split('|') is [var importance, var current, var target, var confidence]
        ? new(Level(importance, 1), Level(current, 0), Level(target, 0), Enum.TryParse<Confidence>(confidence, out var sure) && Enum.IsDefined(sure) ? sure : null)
        : None;

    private static int? Level(string text, int lowest) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var level) && level >= lowest && level <= 5 ? level : null;

    private static string? Text(int? level) => level?.ToString(CultureInfo.InvariantCulture);

    private static string Word(int? level) => Text(level) ?? "–";
}
