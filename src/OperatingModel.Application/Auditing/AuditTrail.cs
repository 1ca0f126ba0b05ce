using Microsoft.EntityFrameworkCore;
using OperatingModel.Application.Access;
using OperatingModel.Application.Persistence;
using OperatingModel.Domain;

namespace OperatingModel.Application.Auditing;

/// <summary>One change of one row, as its history shows it.</summary>
/// <param name="Before">Null when the row was added.</param>
/// <param name="After">Null when the row was removed.</param>
public sealed record RowHistoryEntry<T>(long Revision, DateTimeOffset At, CurrentUser Who, string What, T? Before, T? After) where T : ModelRow;

/// <summary>One change of any row, as the audit shows it.</summary>
/// <param name="Table">Name of the list, or <c>model</c> where the model as a whole was deleted or taken back.</param>
/// <param name="Before">The row as JSON; null when it was added.</param>
/// <param name="After">The row as JSON; null when it was removed.</param>
public sealed record AuditLine(
    long Revision,
    int Sequence,
    Guid OperationId,
    DateTimeOffset At,
    CurrentUser Who,
    string What,
    string Table,
    RowKey Key,
    string? Before,
    string? After);

/// <summary>Who changed what and when. Entries are written by every write and never changed.</summary>
public sealed class AuditTrail(Database database)
{
    /// <summary>Every change of one row, the newest first.</summary>
    public async Task<IReadOnlyList<RowHistoryEntry<T>>> HistoryAsync<T>(Guid modelId, RowKey key, CancellationToken cancellationToken = default)
        where T : ModelRow
    {
        var table = ModelTables.Of<T>();
        await using var db = database.CreateDbContext();
        var entries = await db.AuditEntries.Where(entry => entry.ModelId == modelId && entry.Table == table.Name && entry.Key == key.Text)
            .OrderByDescending(entry => entry.Revision)
            .ToListAsync(cancellationToken);
        return [.. entries.Select(entry => new RowHistoryEntry<T>(
            entry.Revision,
            entry.At,
            new CurrentUser(entry.UserId, entry.UserName),
            entry.What,
            (T?)ChangeLog.RowOf(table, entry.Before),
            (T?)ChangeLog.RowOf(table, entry.After)))];
    }

    /// <summary>The changes after a revision, in the order they were made: the feed of a model, and its audit page by page.</summary>
    /// <param name="count">At most so many entries.</param>
    public async Task<IReadOnlyList<AuditLine>> AfterAsync(Guid modelId, long revision, int count, CancellationToken cancellationToken = default)
    {
        await using var db = database.CreateDbContext();
        var entries = await db.AuditEntries.Where(entry => entry.ModelId == modelId && entry.Revision > revision)
            .OrderBy(entry => entry.Revision).ThenBy(entry => entry.Sequence)
            .Take(count)
            .ToListAsync(cancellationToken);
        return [.. entries.Select(LineOf)];
    }

    /// <summary>The latest changes, the newest first.</summary>
    /// <param name="count">At most so many entries.</param>
    public async Task<IReadOnlyList<AuditLine>> LatestAsync(Guid modelId, int count, CancellationToken cancellationToken = default)
    {
        await using var db = database.CreateDbContext();
        var entries = await db.AuditEntries.Where(entry => entry.ModelId == modelId)
            .OrderByDescending(entry => entry.Revision).ThenByDescending(entry => entry.Sequence)
            .Take(count)
            .ToListAsync(cancellationToken);
        return [.. entries.Select(LineOf)];
    }

    private static AuditLine LineOf(AuditEntry entry) => new(
        entry.Revision,
        entry.Sequence,
        entry.OperationId,
        entry.At,
        new CurrentUser(entry.UserId, entry.UserName),
        entry.What,
        entry.Table,
        new RowKey(entry.Key),
        entry.Before,
        entry.After);
}
