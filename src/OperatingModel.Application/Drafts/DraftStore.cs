using Microsoft.EntityFrameworkCore;
using OperatingModel.Application.Access;
using OperatingModel.Application.Persistence;
using OperatingModel.Domain;

namespace OperatingModel.Application.Drafts;

/// <summary>
/// Keeps what people are typing, so that a lost connection, a closed tab or a restart loses none of it. Drafts do not belong to the model
/// and are not audited.
/// </summary>
public sealed class DraftStore(Database database, TimeProvider time)
{
    /// <summary>Keeps the text and replaces the earlier draft of this tab.</summary>
    /// <exception cref="NotFoundException">There is no such model, or it was deleted.</exception>
    /// <exception cref="ModelRuleException">The text, the place or the tab is too long.</exception>
    public Task SaveAsync(
        Guid modelId, CurrentUser user, string place, string tab, string text, long seenVersion, CancellationToken cancellationToken = default)
    {
        ThrowIfTooLong(nameof(place), place, Draft.MaxPlaceLength);
        ThrowIfTooLong(nameof(tab), tab, Draft.MaxTabLength);
        ThrowIfTooLong(nameof(text), text, Draft.MaxTextLength);
        var draft = new StoredDraft
        {
            UserId = user.Id,
            ModelId = modelId,
            Place = place,
            Tab = tab,
            Text = text,
            SeenVersion = seenVersion,
            SavedAt = DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds()),
        };
        return WriteAsync(modelId, (db, token) => SaveAsync(db, draft, token), cancellationToken);
    }

    /// <summary>The drafts of a user in a model whose places begin like this, of all tabs, the last saved first.</summary>
    /// <param name="placePrefix">E.g. <c>capability:C1.2:</c>; empty for all.</param>
    public async Task<IReadOnlyList<Draft>> LoadAsync(
        Guid modelId,
        CurrentUser user,
        string placePrefix,
        CancellationToken cancellationToken = default)
    {
        await using var db = database.CreateDbContext();
        var drafts = await Of(db, modelId, user).Where(draft => draft.Place.StartsWith(placePrefix)).ToListAsync(cancellationToken);

        // SQLite ignores case when it compares beginnings, but codes that differ in case are different.
        return
        [
            .. drafts
                .Where(draft => draft.Place.StartsWith(placePrefix, StringComparison.Ordinal))
                .OrderByDescending(draft => draft.SavedAt)
                .ThenBy(draft => draft.Place, StringComparer.Ordinal)
                .ThenBy(draft => draft.Tab, StringComparer.Ordinal)
                .Select(draft => new Draft(draft.Place, draft.Tab, draft.Text, draft.SeenVersion, draft.SavedAt)),
        ];
    }

    /// <summary>Deletes a draft, because its edit was stored or given up. The drafts of other tabs stay.</summary>
    public Task DeleteAsync(Guid modelId, CurrentUser user, string place, string tab, CancellationToken cancellationToken = default) =>
        WriteAsync(
            modelId,
            (db, token) => Of(db, modelId, user).Where(draft => draft.Place == place && draft.Tab == tab).ExecuteDeleteAsync(token),
            cancellationToken);

    /// <summary>Deletes the drafts that nobody came back to.</summary>
    /// <returns>How many.</returns>
    public Task<int> PurgeAsync(DateTimeOffset savedBefore, CancellationToken cancellationToken = default) =>
        WriteAsync(Guid.Empty, (db, token) => db.Drafts.Where(draft => draft.SavedAt < savedBefore).ExecuteDeleteAsync(token), cancellationToken);

    private static IQueryable<StoredDraft> Of(ModelDbContext db, Guid modelId, CurrentUser user) =>
        db.Drafts.Where(draft => draft.UserId == user.Id && draft.ModelId == modelId);

    private static async Task<int> SaveAsync(ModelDbContext db, StoredDraft draft, CancellationToken cancellationToken)
    {
        var updated = await db.Drafts
            .Where(d => d.UserId == draft.UserId && d.ModelId == draft.ModelId && d.Place == draft.Place && d.Tab == draft.Tab)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(d => d.Text, draft.Text)
                        .SetProperty(d => d.SeenVersion, draft.SeenVersion)
                        .SetProperty(d => d.SavedAt, draft.SavedAt),
                cancellationToken);
        if (updated > 0)
        {
            return updated;
        }

        if (!await db.Models.AnyAsync(model => model.Id == draft.ModelId && model.DeletedAt == null, cancellationToken))
        {
            throw SnapshotReader.NoSuchModel(draft.ModelId);
        }

        db.Add(draft);
        return await db.SaveChangesAsync(cancellationToken);
    }

    private static void ThrowIfTooLong(string field, string text, int maxLength)
    {
        if (text.Length > maxLength)
        {
            throw new ModelRuleException(field, $"The {field} has {text.Length} characters; a draft keeps at most {maxLength}.");
        }
    }

    private Task<int> WriteAsync(Guid modelId, Func<ModelDbContext, CancellationToken, Task<int>> write, CancellationToken cancellationToken) =>
        database.WriteAsync(modelId, write, _ => { }, cancellationToken);
}
