using Microsoft.EntityFrameworkCore;
using OperatingModel.Application.Access;
using OperatingModel.Application.Auditing;
using OperatingModel.Application.Persistence;
using OperatingModel.Application.Workspaces;
using OperatingModel.Domain;
using OperatingModel.Domain.Access;
using OperatingModel.Domain.Assessments;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Application.Assessments;

/// <summary>A value an assessment had.</summary>
/// <param name="Assessment">Null when it was cleared.</param>
/// <param name="At">When it was stored, in UTC.</param>
/// <param name="What">In words, as the audit shows it.</param>
/// <param name="Campaign">Code of the campaign whose assessors agreed on the value; null for any other.</param>
public sealed record PastAssessment(Assessment? Assessment, long Revision, DateTimeOffset At, CurrentUser Who, string What, string? Campaign = null);

/// <summary>Earlier values of assessments, and the model as it was on a day. Both are read from the audit, which keeps every value.</summary>
public sealed class AssessmentHistory(Database database, ModelCatalog catalog, TimeProvider time)
{
    /// <summary>Every value of an assessment, the newest first. Follows it back through changes of codes and splits.</summary>
    /// <param name="stage">Null for the general assessment.</param>
    public async Task<IReadOnlyList<PastAssessment>> OfAsync(
        Guid modelId, string capability, string businessUnit, string? stage, CurrentUser user, CancellationToken cancellationToken = default)
    {
        if (!user.Sight.Sees(ModelTables.Of<Assessment>()))
        {
            return [];
        }

        await using var db = database.CreateDbContext();
        var values = new List<PastAssessment>();
        var table = ModelTables.Of<Assessment>().Name;
        var before = long.MaxValue;
        for (RowKey? key = Assessment.KeyOf(capability, businessUnit, stage); key is { } current;)
        {
            var entries = await db.AuditEntries
                .Where(entry => entry.ModelId == modelId && entry.Table == table && entry.Key == current.Text && entry.Revision < before)
                .OrderByDescending(entry => entry.Revision)
                .ToListAsync(cancellationToken);
            values.AddRange(entries.Select(ValueOf));
            key = null;
            if (entries.Count > 0 && ChangeLog.ChangeOf(entries[^1]) is { Before: null, After: Assessment first })
            {
                before = entries[^1].Revision;
                key = await OriginAsync(db, modelId, before, first, cancellationToken);
            }
        }

        var agreements = await AgreementsAsync(db, modelId, [.. values.Select(value => value.Revision)], cancellationToken);
        var hiding = await ChangeLog.HidingAsync(db, modelId, values.Select(value => value.Revision), user.Sight, cancellationToken);
        return [.. values.Select(value => value with
        {
            Campaign = agreements.Find(agreement => IsOf(agreement, value))?.After.Campaign,
            What = hiding.Contains(value.Revision) ? Sight.Words : value.What,
        })];
    }

    /// <summary>
    /// The model as it was stored at the end of a day, as far as the user may read it, ages counted from that day, without judgements
    /// of a later date. Before the model was made, as it was made.
    /// </summary>
    /// <exception cref="NotFoundException">There is no such model.</exception>
    public async Task<ModelSnapshot> AsOfAsync(Guid modelId, DateOnly day, CurrentUser user, CancellationToken cancellationToken = default)
    {
        var model = await catalog.SnapshotAsync(modelId, user, cancellationToken);
        var then = await ThenAsync(modelId, model, EndOf(day), user.Sight, cancellationToken);
        List<RowChange> changes = [.. then.Assessments.Where(assessment => assessment.AssessedOn > day).Select(RowChange.Remove)];
        if (then.Meta.AsOf != day)
        {
            changes.Add(RowChange.Replace(then.Meta, then.Meta with { AsOf = day }));
        }

        return changes.Count == 0 ? then : then.With(changes, then.Revision);
    }

    // An agreement is written together with its assessment.
    private static async Task<List<Agreed>> AgreementsAsync(
        ModelDbContext db, Guid modelId, List<long> revisions, CancellationToken cancellationToken)
    {
        var table = ModelTables.Of<CampaignAgreement>();
        var entries = await db.AuditEntries
            .Where(entry => entry.ModelId == modelId && entry.Table == table.Name && entry.After != null && revisions.Contains(entry.Revision))
            .ToListAsync(cancellationToken);
        return [.. entries.Select(entry => new Agreed(entry.Revision, (CampaignAgreement)ChangeLog.RowOf(table, entry.After)!))];
    }

    private static bool IsOf(Agreed agreement, PastAssessment value) =>
        agreement.Revision == value.Revision
        && value.Assessment is { Stage: null } assessment
        && (assessment.Capability, assessment.BusinessUnit, assessment.Assessor)
            == (agreement.After.Capability, agreement.After.BusinessUnit, agreement.After.AgreedBy);

    private async Task<ModelSnapshot> ThenAsync(
        Guid modelId, ModelSnapshot model, DateTimeOffset end, Sight sight, CancellationToken cancellationToken)
    {
        await using var db = database.CreateDbContext();
        var entries = db.AuditEntries.Where(entry => entry.ModelId == modelId && entry.Revision <= model.Revision);
        var revision = await entries.Where(entry => entry.At < end).MaxAsync(entry => (long?)entry.Revision, cancellationToken)
            ?? await entries.MinAsync(entry => (long?)entry.Revision, cancellationToken)
            ?? model.Revision;

        // The row as it was then is the row before its first later change.
        var was = new Dictionary<(string, string), AuditEntry>();
        await foreach (var entry in entries.Where(entry => entry.Revision > revision)
            .OrderBy(entry => entry.Revision).ThenBy(entry => entry.Sequence)
            .AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            was.TryAdd((entry.Table, entry.Key), entry);
        }

        List<RowChange> changes = [.. sight.Of([.. was.Values.Where(entry => entry.Table != AuditEntry.WholeModel).Select(ChangeLog.ChangeOf)])
            .Select(change => new RowChange(change.Table, model.Table(change.Table).Find(change.Key), change.Before))
            .Where(change => change.Before is not null || change.After is not null)];
        return model.With(changes, revision);
    }

    private DateTimeOffset EndOf(DateOnly day)
    {
        var midnight = day.AddDays(1).ToDateTime(TimeOnly.MinValue);
        var zone = time.LocalTimeZone;
        // Where clocks go back over midnight, the next day begins when midnight first passes.
        var offset = zone.IsAmbiguousTime(midnight) ? zone.GetAmbiguousTimeOffsets(midnight).Max() : zone.GetUtcOffset(midnight);
        return new DateTimeOffset(midnight, offset).ToUniversalTime();
    }

    // An assessment that appears while one with the same judgement goes is the same one under another code.
    private static async Task<RowKey?> OriginAsync(
        ModelDbContext db,
        Guid modelId,
        long revision,
        Assessment first,
        CancellationToken cancellationToken)
    {
        var table = ModelTables.Of<Assessment>().Name;
        var gone = await db.AuditEntries
            .Where(entry => entry.ModelId == modelId && entry.Revision == revision && entry.Table == table && entry.After == null)
            .OrderBy(entry => entry.Sequence)
            .ToListAsync(cancellationToken);
        return gone
            .Select(entry => ChangeLog.ChangeOf(entry).Before)
            .OfType<Assessment>()
            .Where(old =>
                Shared(old, first) == 2
                    && old with { Capability = first.Capability, BusinessUnit = first.BusinessUnit, Stage = first.Stage } == first)
            .Select(old => (RowKey?)old.Key)
            .FirstOrDefault();
    }

    private static int Shared(Assessment one, Assessment two) =>
        (one.Capability == two.Capability ? 1 : 0) + (one.BusinessUnit == two.BusinessUnit ? 1 : 0) + (one.Stage == two.Stage ? 1 : 0);

    private static PastAssessment ValueOf(AuditEntry entry) => new(
        (Assessment?)ChangeLog.ChangeOf(entry).After, entry.Revision, entry.At, new CurrentUser(entry.UserId, entry.UserName), entry.What);

    private sealed record Agreed(long Revision, CampaignAgreement After);
}
