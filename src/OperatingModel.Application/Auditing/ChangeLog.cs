using Microsoft.EntityFrameworkCore;
using OperatingModel.Application.Access;
using OperatingModel.Application.Collaboration;
using OperatingModel.Application.Persistence;
using OperatingModel.Domain;
using OperatingModel.Domain.Access;
using OperatingModel.Domain.Fields;

namespace OperatingModel.Application.Auditing;

/// <summary>Reads the audit as a change log: the changes that lead from one revision to the next.</summary>
internal static class ChangeLog
{
    /// <summary>The changes committed after this revision, in order.</summary>
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

    /// <summary>Those of these revisions that changed something hidden, because their descriptions may reveal it.</summary>
    public static async Task<IReadOnlySet<long>> HidingAsync(
        ModelDbContext db, Guid modelId, IEnumerable<long> revisions, Sight sight, CancellationToken cancellationToken)
    {
        if (sight.IsWhole)
        {
            return new HashSet<long>();
        }

        // The first revision only says that the model was made.
        long[] asked = [.. revisions.Where(revision => revision > 1).Distinct()];
        string[] lists = [.. ModelTables.All.Where(sight.MayHide).Select(list => list.Name)];
        var entries = await db.AuditEntries
            .Where(entry => entry.ModelId == modelId && asked.Contains(entry.Revision) && lists.Contains(entry.Table))
            .ToListAsync(cancellationToken);
        return entries.Where(entry => sight.Hides(ChangeOf(entry))).Select(entry => entry.Revision).ToHashSet();
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
