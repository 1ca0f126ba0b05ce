using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using OperatingModel.Application.Access;
using OperatingModel.Domain;

namespace OperatingModel.Application.Collaboration;

/// <summary>A committed change of a model, as everybody who looks at the model is told.</summary>
/// <param name="Revision">One more than the change before.</param>
/// <param name="Changes">Empty when the model as a whole was deleted or taken back.</param>
/// <param name="What">The command in words.</param>
public sealed record ModelChanged(Guid ModelId, long Revision, IReadOnlyList<RowChange> Changes, CurrentUser Who, string What);

/// <summary>
/// Tells the open pages of this process what was committed, each model's changes in the order of their revisions.
/// Subscribers are told one after another on a thread of the feed's own: neither a slow nor a failing one holds up a write.
/// </summary>
public sealed class ModelChangeFeed : IAsyncDisposable
{
    private readonly ConcurrentDictionary<Guid, ImmutableList<Subscription>> _subscriptions = new();
    private readonly Channel<ModelChanged> _committed = Channel.CreateUnbounded<ModelChanged>(new() { SingleReader = true });
    private readonly ILogger<ModelChangeFeed> _log;
    private readonly Task _telling;

    public ModelChangeFeed(ILogger<ModelChangeFeed> log)
    {
        _log = log;
        _telling = Task.Run(TellAsync);
    }

    /// <summary>Calls <paramref name="onChange"/> after each change until the result is disposed of.</summary>
    /// <param name="onChange">Should return soon; what it returns is not waited for.</param>
    public IDisposable Subscribe(Guid modelId, Func<ModelChanged, Task> onChange)
    {
        var subscription = new Subscription(this, modelId, onChange);
        _subscriptions.AddOrUpdate(modelId, [subscription], (_, others) => others.Add(subscription));
        return subscription;
    }

    public async ValueTask DisposeAsync()
    {
        _committed.Writer.TryComplete();
        await _telling;
    }

    /// <summary>Only queues; the caller may hold locks.</summary>
    internal void Publish(ModelChanged change) => _committed.Writer.TryWrite(change);

    private async Task TellAsync()
    {
        await foreach (var change in _committed.Reader.ReadAllAsync())
        {
            foreach (var subscription in _subscriptions.GetValueOrDefault(change.ModelId, []))
            {
                _ = TellAsync(subscription, change);
            }
        }
    }

    // What failed belongs to that subscriber alone.
    private async Task TellAsync(Subscription subscription, ModelChanged change)
    {
        try
        {
            await subscription.OnChange(change);
        }
        catch (Exception exception)
        {
            _log.LogError(exception, "A page could not be told of revision {Revision} of model {ModelId}.", change.Revision, change.ModelId);
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

    private sealed class Subscription(ModelChangeFeed feed, Guid modelId, Func<ModelChanged, Task> onChange) : IDisposable
    {
        public Guid ModelId { get; } = modelId;

        public Func<ModelChanged, Task> OnChange { get; } = onChange;

        public void Dispose() => feed.Remove(this);
    }
}
