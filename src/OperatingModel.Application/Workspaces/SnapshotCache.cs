using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using OperatingModel.Application.Auditing;
using OperatingModel.Application.Collaboration;
using OperatingModel.Application.Persistence;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Application.Workspaces;

/// <summary>
/// The models in memory. Each is read once, however many ask for it at the same time, and then kept up to date by its changes.
/// </summary>
internal sealed class SnapshotCache(Database database, ModelChangeFeed feed, TimeProvider time)
{
    private readonly ConcurrentDictionary<Guid, Lazy<Task<LoadedModel>>> _models = new();

    /// <exception cref="NotFoundException">There is no such model, or it was deleted.</exception>
    public async ValueTask<LoadedModel> GetAsync(Guid modelId, CancellationToken cancellationToken)
    {
        // On a thread of its own: the first caller must neither cancel the reading for the others nor run it in a busy page's context.
        var loading = _models.GetOrAdd(modelId, id => new Lazy<Task<LoadedModel>>(() => Task.Run(() => LoadAsync(id))));
        try
        {
            return await loading.Value.WaitAsync(cancellationToken);
        }
        catch when (loading.Value.IsFaulted)
        {
            _models.TryRemove(KeyValuePair.Create(modelId, loading));
            throw;
        }
    }

    public DateOnly Today => time.Today();

    public void Forget(Guid modelId) => _models.TryRemove(modelId, out _);

    /// <summary>Applies what was just committed.</summary>
    public void Advance(LoadedModel model, ModelChanged change, ModelSnapshot after)
    {
        model.Advance(change, after);

        // The model may have been deleted and restored while the writer waited; whoever loaded it since must load it again.
        if (_models.TryGetValue(model.Id, out var held) && !(held.Value.IsCompletedSuccessfully && ReferenceEquals(held.Value.Result, model)))
        {
            Forget(model.Id);
        }
    }

    /// <summary>Brings a model up to a committed revision by the change log.</summary>
    public static async Task CatchUpAsync(ModelDbContext db, LoadedModel model, long revision, DateOnly today, CancellationToken cancellationToken)
    {
        var known = model.On(today).Revision;
        if (known >= revision)
        {
            return;
        }

        foreach (var change in await ChangeLog.AfterAsync(db, model.Id, known, cancellationToken))
        {
            model.Advance(change);
        }
    }

    /// <summary>Brings every model in memory up to date with what other servers committed.</summary>
    public async Task CatchUpAsync(CancellationToken cancellationToken)
    {
        var loaded = _models.Where(model => model.Value is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
            .ToDictionary(model => model.Key, model => model.Value.Value.Result);
        if (loaded.Count == 0)
        {
            return;
        }

        await using var db = database.CreateDbContext();
        var stored = await db.Models.Where(model => loaded.Keys.Contains(model.Id))
            .Select(model => new { model.Id, model.Revision, model.DeletedAt })
            .ToListAsync(cancellationToken);
        foreach (var model in stored)
        {
            await CatchUpAsync(db, loaded[model.Id], model.Revision, Today, cancellationToken);
        }

        foreach (var gone in loaded.Keys.Except(stored.Where(model => model.DeletedAt is null).Select(model => model.Id)))
        {
            Forget(gone);
        }
    }

    private async Task<LoadedModel> LoadAsync(Guid modelId) =>
        new(modelId, await SnapshotReader.ReadAsync(database, modelId, Today, CancellationToken.None), feed);
}
