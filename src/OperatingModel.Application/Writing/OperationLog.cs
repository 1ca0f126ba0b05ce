using Microsoft.EntityFrameworkCore;
using OperatingModel.Application.Auditing;
using OperatingModel.Application.Persistence;
using OperatingModel.Application.Workspaces;
using OperatingModel.Domain;
using OperatingModel.Domain.Fields;
using OperatingModel.Domain.Scenarios;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Application.Writing;

/// <summary>Writes what one operation leaves beside the rows it changes: the new heading, the audit, and its own id.</summary>
internal sealed class OperationLog(ModelDbContext db, Guid modelId, long revision, WriteOrder order, DateTimeOffset at)
{
    /// <summary>To the millisecond, which both databases keep exactly.</summary>
    public static DateTimeOffset Now(TimeProvider time) =>
        DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds());

    /// <summary>The operation with this id, when it was done before.</summary>
    /// <param name="modelId">The model that is to be written; null where the operation makes one.</param>
    /// <exception cref="OperationReusedException">The id was used for something else.</exception>
    public static async Task<Operation?> FindAsync(ModelDbContext db, Guid? modelId, WriteOrder order, CancellationToken cancellationToken)
    {
        var done = await db.Operations.SingleOrDefaultAsync(operation => operation.Id == order.OperationId, cancellationToken);
        return done is null || (done.What == order.What && done.Content == order.Content && done.ModelId == (modelId ?? done.ModelId))
            ? done
            : throw new OperationReusedException(done.What);
    }

    /// <summary>Repeats the first answer.</summary>
    /// <param name="now">The model as it stands now.</param>
    public static async Task<WriteResult> ResultAsync(
        ModelDbContext db, Operation done, WriteOrder order, ModelSnapshot now, CancellationToken cancellationToken)
    {
        var changes = done.ChangeCount == 0 ? [] : await ChangeLog.AtAsync(db, done.ModelId, done.Revision, cancellationToken);
        return new(
            done.ModelId,
            done.Revision,
            order.Scenario is null ? changes : [.. changes.Select(change => ScenarioChange.Inner(change) ?? change)],
            now,
            IsRepeated: true);
    }

    public StoredModel NewHeading(ModelMeta meta) => new()
    {
        Id = modelId,
        Code = meta.Code,
        Name = meta.Name,
        Revision = revision,
        CreatedAt = at,
        CreatedBy = order.Who.Name,
        UpdatedAt = at,
        UpdatedBy = order.Who.Name,
    };

    /// <summary>The heading after the operation.</summary>
    public RowStatement Move(StoredModel from, StoredModel to) =>
        new(
            StoredTable.Of(db, typeof(StoredModel)).Update,
            modelId,
            to with
            {
                Revision = revision,
                UpdatedAt = at,
                UpdatedBy = order.Who.Name,
            },
            from.Revision);

    public RowStatement Insert(object row) => new(StoredTable.Of(db, row.GetType()).Insert, modelId, row);

    public IEnumerable<RowStatement> Entries(IEnumerable<RowChange> changes) => changes.Select((change, sequence) => Insert(
        Entry(sequence, change.Table.Name, change.Key.Text) with { Before = JsonOf(change.Before), After = JsonOf(change.After) }));

    /// <summary>The entry of a model that was deleted or restored as a whole.</summary>
    public RowStatement WholeModelEntry(StoredModel model) => Insert(Entry(0, AuditEntry.WholeModel, model.Code));

    /// <param name="isStep">Whether its user may undo it.</param>
    public RowStatement Done(int changeCount, bool isStep = false) => Insert(new Operation
    {
        Id = order.OperationId,
        ModelId = modelId,
        Revision = revision,
        ChangeCount = changeCount,
        What = order.What,
        Content = order.Content,
        At = at,
        UserId = isStep ? order.Who.Id : null,
        LastRevision = isStep ? revision : 0,
    });

    private AuditEntry Entry(int sequence, string table, string key) => new()
    {
        ModelId = modelId,
        Revision = revision,
        Sequence = sequence,
        OperationId = order.OperationId,
        At = at,
        UserId = order.Who.Id,
        UserName = order.Who.Name,
        What = order.What,
        Table = table,
        Key = key,
    };

    private static string? JsonOf(ModelRow? row) => row is null ? null : RowJson.Write(row);
}
