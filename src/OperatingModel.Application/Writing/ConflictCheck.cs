using Microsoft.EntityFrameworkCore;
using OperatingModel.Application.Access;
using OperatingModel.Application.Persistence;
using OperatingModel.Domain;
using OperatingModel.Domain.Scenarios;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Application.Writing;

/// <summary>Compares the versions that the user saw with the stored rows.</summary>
internal static class ConflictCheck
{
    /// <summary>The most conflicts that are described; more would help nobody.</summary>
    private const int MostReported = 50;

    /// <exception cref="ArgumentException">A row is changed twice, or neither added nor changed nor removed.</exception>
    public static void ThrowIfMalformed(IReadOnlyList<RowChange> wanted)
    {
        var seen = new HashSet<(ModelTable, RowKey)>(wanted.Count);
        if (wanted.FirstOrDefault(change => (change.Before ?? change.After) is null || !seen.Add((change.Table, change.Key))) is { } wrong)
        {
            throw new ArgumentException($"A write names each row once; {wrong.Table.Name} comes twice or without a row.", nameof(wanted));
        }
    }

    /// <exception cref="ConflictException">Some rows are not those that the user saw.</exception>
    public static async Task ThrowIfStaleAsync(
        ModelDbContext db,
        Guid modelId,
        ModelSnapshot current,
        IReadOnlyList<RowChange> wanted,
        WriteOrder order,
        ScenarioBranch? branch,
        CancellationToken cancellationToken)
    {
        var stale = wanted.Where(IsStale).Take(MostReported).ToList();
        if (stale.Count == 0)
        {
            return;
        }

        var conflicts = new List<Conflict>(stale.Count);
        foreach (var change in stale)
        {
            var keys = branch?.Line.Select(one => ScenarioChange.KeyOf(one.Scenario.Code, change.Table, change.Key).Text) ?? [];
            conflicts.Add(await DescribeAsync(db, modelId, current, change, [.. keys], order.Who, cancellationToken));
        }

        throw new ConflictException(conflicts);

        // Without its choice, a row of a scenario has the version of the base again, which its user may have seen: then its contents tell.
        bool IsStale(RowChange change)
        {
            var now = current.Table(change.Table).Find(change.Key);
            return now?.Version != change.Before?.Version || (branch is not null && !Equals(now, change.Before));
        }
    }

    /// <param name="inScenarios">The keys under which scenarios may have changed the row.</param>
    private static async Task<Conflict> DescribeAsync(
        ModelDbContext db,
        Guid modelId,
        ModelSnapshot current,
        RowChange change,
        string[] inScenarios,
        CurrentUser who,
        CancellationToken cancellationToken)
    {
        // Among the changes after the version seen, the conflict names one of somebody else.
        var seen = change.Before?.Version ?? 0;
        var choices = ModelTables.Of<ScenarioChange>().Name;
        var last = await db.AuditEntries
            .Where(entry => entry.ModelId == modelId && entry.Revision > seen)
            .Where(entry => (entry.Table == change.Table.Name && entry.Key == change.Key.Text)
                || (entry.Table == choices && inScenarios.Contains(entry.Key)))
            .OrderBy(entry => entry.UserId == who.Id)
            .ThenByDescending(entry => entry.Revision)
            .Select(entry => new { entry.UserName, entry.At })
            .FirstOrDefaultAsync(cancellationToken);
        var theirs = who.Sight.Of(change.Table, current.Table(change.Table).Find(change.Key));
        return new Conflict(change.Table, change.Key, change.After, theirs, last?.UserName ?? "somebody", last?.At);
    }
}
