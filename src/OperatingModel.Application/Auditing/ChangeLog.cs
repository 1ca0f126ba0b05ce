using Microsoft.EntityFrameworkCore;
using OperatingModel.Application.Access;
using OperatingModel.Application.Collaboration;
using OperatingModel.Application.Persistence;
using OperatingModel.Domain;

namespace OperatingModel.Application.Auditing;

/// <summary>The audit read as what it also is: the list of changes that lead from one revision to the next.</summary>
internal static class ChangeLog
{
    /// <summary>What was committed after this revision, in order.</summary>
    public static async Task<IReadOnlyList<ModelChanged>> AfterAsync(
        ModelDbContext db,
        Guid modelId,
        long revision,
        CancellationToken cancellationToken)
    {
        var entries = await db.AuditEntries.Where(entry => entry.ModelId == modelId && entry.Revision > revision)
            .OrderBy(entry => entry.Revision).ThenBy(entry => entry.Sequence)
            .ToListAsync(cancellationToken);
        return [.. entries.GroupBy(entry => entry.Revision).Select(Changed)];
    }

    /// <summary>The rows one revision changed.</summary>
    public static async Task<IReadOnlyList<RowChange>> AtAsync(ModelDbContext db, Guid modelId, long revision, CancellationToken cancellationToken)
    {
        var entries = await db.AuditEntries.Where(entry => entry.ModelId == modelId && entry.Revision == revision)
            .OrderBy(entry => entry.Sequence)
            .ToListAsync(cancellationToken);
        return [.. entries.Where(HasRow).Select(ChangeOf)];
    }

    public static RowChange ChangeOf(AuditEntry entry)
    {
        var table = ModelTables.Find(entry.Table)
            ?? throw new InvalidOperationException($"The audit names a list {entry.Table} that this program does not know.");
        return new RowChange(table, RowOf(table, entry.Before), RowOf(table, entry.After));
    }

    public static ModelRow? RowOf(ModelTable table, string? json) => json is null ? null : RowJson.Read(table, json);

    private static ModelChanged Changed(IGrouping<long, AuditEntry> revision)
    {
        var first = revision.First();
        return new(
            first.ModelId,
            revision.Key,
            [.. revision.Where(HasRow).Select(ChangeOf)],
            new CurrentUser(first.UserId, first.UserName),
            first.What,
            first.OperationId);
    }

    private static bool HasRow(AuditEntry entry) => entry.Table != AuditEntry.WholeModel;
}
