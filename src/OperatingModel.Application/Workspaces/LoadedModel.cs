using OperatingModel.Application.Collaboration;
using OperatingModel.Domain.Access;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Application.Workspaces;

/// <summary>A model that is held in memory: its newest snapshot, which moves forward one revision at a time and never back.</summary>
internal sealed class LoadedModel(Guid id, ModelSnapshot first, ModelChangeFeed feed)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<Sight, ModelSnapshot> _seen = [];
    private ModelSnapshot _current = first;

    public Guid Id { get; } = id;

    /// <summary>The snapshot for this day, shared by everybody.</summary>
    public ModelSnapshot On(DateOnly today)
    {
        lock (_lock)
        {
            return _current = _current.On(today);
        }
    }

    /// <summary>The part that this sight may read: one snapshot for all who have the same sight.</summary>
    public ModelSnapshot On(DateOnly today, Sight sight)
    {
        lock (_lock)
        {
            var current = On(today);
            return sight.IsWhole ? current : _seen[sight] = (_seen.GetValueOrDefault(sight) ?? sight.Of(current)).On(today);
        }
    }

    /// <summary>The part of a snapshot of this model that this sight may read.</summary>
    public ModelSnapshot Seen(ModelSnapshot model, Sight sight)
    {
        lock (_lock)
        {
            return _seen.TryGetValue(sight, out var seen) && (seen.Revision, seen.Today) == (model.Revision, model.Today) ? seen : sight.Of(model);
        }
    }

    /// <summary>Applies a committed change and notifies the subscribers. A change that was applied before is ignored.</summary>
    /// <param name="after">The snapshot that the change leads to, when the caller has it.</param>
    /// <exception cref="InvalidOperationException">A change before this one is missing.</exception>
    public void Advance(ModelChanged change, ModelSnapshot? after = null)
    {
        lock (_lock)
        {
            if (change.Revision <= _current.Revision)
            {
                return;
            }

            if (change.Revision != _current.Revision + 1)
            {
                throw new InvalidOperationException($"Revision {change.Revision} of model {Id} cannot follow {_current.Revision}.");
            }

            _current = after ?? _current.With(change.Changes, change.Revision);
            foreach (var (sight, seen) in _seen.ToList())
            {
                _seen[sight] = seen.With(sight.Of(change.Changes), change.Revision);
            }

            feed.Publish(change);
        }
    }
}
