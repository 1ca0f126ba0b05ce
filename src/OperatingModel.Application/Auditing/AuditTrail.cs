using Microsoft.EntityFrameworkCore;
using OperatingModel.Application.Access;
using OperatingModel.Application.Persistence;
using OperatingModel.Domain;
using OperatingModel.Domain.Access;

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

/// <summary>
/// Who changed what and when, as far as the one who asks may read it. Entries are written by every write and never changed.
/// </summary>
public sealed class AuditTrail(Database database)
{
    /// <summary>Every change of one row, the newest first.</summary>
    public async Task<IReadOnlyList<RowHistoryEntry<T>>> HistoryAsync<T>(
        Guid modelId, RowKey key, CurrentUser user, CancellationToken cancellationToken = default) where T : ModelRow
    {
        var table = ModelTables.Of<T>();
        if (!user.Sight.Sees(table))
        {
            return [];
        }

        await using var db = database.CreateDbContext();
        var entries = await db.AuditEntries.Where(entry => entry.ModelId == modelId && entry.Table == table.Name && entry.Key == key.Text)
            .OrderByDescending(entry => entry.Revision)
            .ToListAsync(cancellationToken);
        var hiding = await ChangeLog.HidingAsync(db, modelId, entries.Select(entry => entry.Revision), user.Sight, cancellationToken);
        return [.. entries.Select(entry => new RowHistoryEntry<T>(
            entry.Revision,
            entry.At,
            new CurrentUser(entry.UserId, entry.UserName),
            hiding.Contains(entry.Revision) ? Sight.Words : entry.What,
            (T?)user.Sight.Of(table, ChangeLog.RowOf(table, entry.Before)),
            (T?)user.Sight.Of(table, ChangeLog.RowOf(table, entry.After))))];
    }

    /// <summary>The changes after a revision, in the order they were made: the feed of a model, and its audit page by page.</summary>
    /// <param name="count">At most so many entries.</param>
    public async Task<IReadOnlyList<AuditLine>> AfterAsync(
        Guid modelId, long revision, int count, CurrentUser user, CancellationToken cancellationToken = default)
    {
        await using var db = database.CreateDbContext();
        var entries = await Of(db, modelId, user.Sight).Where(entry => entry.Revision > revision)
            .OrderBy(entry => entry.Revision).ThenBy(entry => entry.Sequence)
            .Take(count)
            .ToListAsync(cancellationToken);
        return await LinesAsync(db, modelId, entries, user.Sight, cancellationToken);
    }

    /// <summary>The latest changes, the newest first.</summary>
    /// <param name="count">At most so many entries.</param>
    public async Task<IReadOnlyList<AuditLine>> LatestAsync(
        Guid modelId, int count, CurrentUser user, CancellationToken cancellationToken = default)
    {
        await using var db = database.CreateDbContext();
        var entries = await Of(db, modelId, user.Sight)
            .OrderByDescending(entry => entry.Revision).ThenByDescending(entry => entry.Sequence)
            .Take(count)
            .ToListAsync(cancellationToken);
        return await LinesAsync(db, modelId, entries, user.Sight, cancellationToken);
    }

    private static IQueryable<AuditEntry> Of(ModelDbContext db, Guid modelId, Sight sight)
    {
        var entries = db.AuditEntries.Where(entry => entry.ModelId == modelId);
        string[] seen = [.. ModelTables.All.Where(sight.Sees).Select(table => table.Name), .. sight.IsBlind ? [] : new[] { AuditEntry.WholeModel }];
        return sight.IsWhole ? entries : entries.Where(entry => seen.Contains(entry.Table));
    }

    private static async Task<IReadOnlyList<AuditLine>> LinesAsync(
        ModelDbContext db, Guid modelId, List<AuditEntry> entries, Sight sight, CancellationToken cancellationToken)
    {
        var hiding = await ChangeLog.HidingAsync(db, modelId, entries.Select(entry => entry.Revision), sight, cancellationToken);
        return [.. entries.Select(entry => LineOf(hiding.Contains(entry.Revision) ? entry with { What = Sight.Words } : entry, sight))];
    }

    private static string? Seen(string table, string? row, Sight sight) =>
        row is null || sight.IsWhole || ModelTables.Find(table) is not { } list || AccessTable.MoneyOf(list).Count == 0
            ? row
            : RowJson.Write(sight.Of(list, RowJson.Read(list, row))!);

    private static AuditLine LineOf(AuditEntry entry, Sight sight) => new(
        entry.Revision,
        entry.Sequence,
        entry.OperationId,
        entry.At,
        new CurrentUser(entry.UserId, entry.UserName),
        entry.What,
        entry.Table,
        new RowKey(entry.Key),
        Seen(entry.Table, entry.Before, sight),
        Seen(entry.Table, entry.After, sight));
}
