using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Extensions.Logging;
using OperatingModel.Application.Access;
using OperatingModel.Domain;
using OperatingModel.Domain.Access;

namespace OperatingModel.Application.Collaboration;

/// <summary>A committed change of a model, as it is announced to everybody who looks at the model.</summary>
/// <param name="Revision">One more than the change before.</param>
/// <param name="Changes">Empty when the model as a whole was deleted or taken back.</param>
/// <param name="What">The command in words.</param>
public sealed record ModelChanged(Guid ModelId, long Revision, IReadOnlyList<RowChange> Changes, CurrentUser Who, string What);

/// <summary>
/// Notifies the open pages of this process of what was committed. Each is notified of a model's changes in the order of their revisions,
/// one after the other, and independently of the others: neither a slow nor a failing page holds up a write or another page.
/// </summary>
public sealed class ModelChangeFeed(ILogger<ModelChangeFeed> log)
{
    private readonly ConcurrentDictionary<Guid, ImmutableList<Subscription>> _subscriptions = new();

    /// <summary>Calls <paramref name="onChange"/> after each change until the result is disposed of.</summary>
    /// <param name="user">Hears of what the user may read, and not of a change of anything else.</param>
    /// <param name="onChange">Called again only when what it returned has come to its end.</param>
    public IDisposable Subscribe(Guid modelId, CurrentUser user, Func<ModelChanged, Task> onChange)
    {
        var subscription = new Subscription(this, modelId, user.Sight, onChange);
        _subscriptions.AddOrUpdate(modelId, [subscription], (_, others) => others.Add(subscription));
        return subscription;
    }

    /// <summary>Only queues; the caller may hold locks, and must, to keep the order.</summary>
    internal void Publish(ModelChanged change)
    {
        foreach (var subscription in _subscriptions.GetValueOrDefault(change.ModelId, []))
        {
            subscription.Queue(change);
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

    private sealed class Subscription(ModelChangeFeed feed, Guid modelId, Sight sight, Func<ModelChanged, Task> onChange) : IDisposable
    {
        private readonly Lock _lock = new();
        private readonly CultureInfo _culture = CultureInfo.CurrentCulture;
        private Task _notified = Task.CompletedTask;
        private volatile bool _ended;

        public Guid ModelId { get; } = modelId;

        public void Queue(ModelChanged change)
        {
            var seen = sight.Of(change.Changes);
            if (sight.IsBlind || (seen.Count == 0 && change.Changes.Count > 0))
            {
                return;
            }

            var what = change.Changes.Any(sight.Hides) ? Sight.Words : change.What;
            lock (_lock)
            {
                _notified = NotifyAsync(_notified, change with { Changes = seen, What = what });
            }
        }

        public void Dispose()
        {
            _ended = true;
            feed.Remove(this);
        }

        private async Task NotifyAsync(Task before, ModelChanged change)
        {
            // Never on the thread of the one who publishes, which holds locks.
            await before.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
            if (_ended)
            {
                return;
            }

            // What flows here is the culture of the one who published.
            CultureInfo.CurrentCulture = _culture;
            try
            {
                await onChange(change);
            }
            catch (Exception exception)
            {
                // What failed belongs to this subscriber alone.
                feed.LogFailure(exception, change);
            }
        }
    }

    private void LogFailure(Exception exception, ModelChanged change) =>
        log.LogError(exception, "A page could not be notified of revision {Revision} of model {ModelId}.", change.Revision, change.ModelId);
}
