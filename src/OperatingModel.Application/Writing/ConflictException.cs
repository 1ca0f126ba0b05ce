using System.Globalization;
using OperatingModel.Domain;
using OperatingModel.Domain.Editing;
using OperatingModel.Domain.Scenarios;

namespace OperatingModel.Application.Writing;

/// <summary>A row that somebody else changed after the user had seen it.</summary>
/// <param name="Yours">What was to be stored; null for a removal.</param>
/// <param name="Theirs">What is stored; null when the row was removed.</param>
/// <param name="ChangedAt">In UTC; null when the version seen never existed.</param>
public sealed record Conflict(ModelTable Table, RowKey Key, ModelRow? Yours, ModelRow? Theirs, string ChangedBy, DateTimeOffset? ChangedAt)
{
    /// <summary>The row as people call it; of a choice of a scenario, the row that it concerns.</summary>
    public string Subject => (Theirs ?? Yours) is ScenarioChange { Change: { } choice } change
        ? $"{ListWords.OfRow(choice.Table, choice.Key)} in scenario {change.Scenario}"
        : Key.ToString();

    public override string ToString()
    {
        var at = ChangedAt?.ToString("' at 'yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
        var row = Table.RowType == typeof(ScenarioChange) ? Subject : $"{Table.Name} {Key}";
        return $"{row} was {(Theirs is null ? "removed" : "changed")} by {ChangedBy}{at}.";
    }
}

/// <summary>Nothing was stored, because rows changed after the user had seen them. Carries both values of each.</summary>
public sealed class ConflictException(IReadOnlyList<Conflict> conflicts)
    : Exception($"{string.Join(" ", conflicts)} Look at the new values, then decide again.")
{
    public IReadOnlyList<Conflict> Conflicts { get; } = conflicts;
}
