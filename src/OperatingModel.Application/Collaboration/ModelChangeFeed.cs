using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using OperatingModel.Application.Access;
using OperatingModel.Domain;
using OperatingModel.Domain.Access;

namespace OperatingModel.Application.Collaboration;

/// <summary>A committed change of a model, as it is announced to everybody who looks at the model.</summary>
/// <param name="Revision">One more than the change before.</param>
/// <param name="Changes">Empty when the model as a whole was deleted or restored.</param>
/// <param name="What">The command in words.</param>
/// <param name="Operation">The id of the write, by which its author recognises it.</param>
public sealed record ModelChanged(Guid ModelId, long Revision, IReadOnlyList<RowChange> Changes, CurrentUser Who, string What, Guid Operation);

/// <summary>
/// Notifies everybody who looks at a model in this process of committed changes, in the order of the revisions and before the author gets
/// the answer. A subscriber that fails disturbs neither the write nor the others.
/// </summary>
public sealed class ModelChangeFeed(ILogger<ModelChangeFeed> log)
{
    private readonly ConcurrentDictionary<Guid, ImmutableList<Subscription>> _subscriptions = new();

    /// <summary>Calls <paramref name="onChange"/> after each change until the result is disposed of.</summary>
    /// <param name="user">Only changes that this user may read are announced.</param>
    /// <param name="onChange">Must return at once and must neither write nor wait, because the writer waits for it and holds locks.</param>
    public IDisposable Subscribe(Guid modelId, CurrentUser user, Action<ModelChanged> onChange)
    {
        var subscription = new Subscription(this, modelId, user.Sight, onChange);
        _subscriptions.AddOrUpdate(modelId, [subscription], (_, others) => others.Add(subscription));
        return subscription;
    }

    /// <summary>The caller holds the locks that keep the order.</summary>
    internal void Publish(ModelChanged change)
    {
        foreach (var subscription in _subscriptions.GetValueOrDefault(change.ModelId, []))
        {
            try
            {
                subscription.Notify(change);
            }
            catch (Exception exception)
            {
                log.LogError(
                    exception, "A page could not be notified of revision {Revision} of model {ModelId}.", change.Revision, change.ModelId);
            }
        }
    }

    private void Remove(Subscription subscription)
    {
        while (_subscriptions.TryGetValue(subscription.ModelId, out var all))
        {
            var others = all.Remove(subscription);
            var removed = others.IsEmpty
                ? _subscriptions.TryRemove(KeyValuePair.Create(subscription.ModelId, all))
                : _subscriptions.TryUpdate(subscription.ModelId, others, all);
            if (removed)
            {
                return;
            }
        }
    }

    private sealed class Subscription(ModelChangeFeed feed, Guid modelId, Sight sight, Action<ModelChanged> onChange) : IDisposable
    {
        private volatile bool _ended;

        public Guid ModelId { get; } = modelId;

        public void Notify(ModelChanged change)
        {
            var seen = sight.Of(change.Changes);
            if (!_ended && !sight.IsBlind && (seen.Count > 0 || change.Changes.Count == 0))
            {
                onChange(sight.IsWhole ? change : change with
                {
                    Changes = seen,
                    What = change.Changes.Any(sight.Hides) ? Sight.Words : change.What,
                });
            }
        }

        public void Dispose()
        {
            _ended = true;
            feed.Remove(this);
        }
    }
}
