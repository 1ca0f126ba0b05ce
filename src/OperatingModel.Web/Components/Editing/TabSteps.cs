using System.Collections.Immutable;

namespace OperatingModel.Web.Components.Editing;

/// <summary>
/// Remembers which browser tab made which changes, for the tabs that made the latest: each tab undoes its own changes first, also after a
/// reload. After a restart of the program, all changes of a user count as made in other tabs.
/// </summary>
public sealed class TabSteps
{
    private const int MaxTabs = 500;
    private const int MaxSteps = 200;

    private readonly Lock _lock = new();
    private readonly OrderedDictionary<string, ImmutableList<Guid>> _steps = [];

    /// <summary>Returns the operation ids of a tab's changes, the oldest first.</summary>
    public IReadOnlyList<Guid> Of(string tab)
    {
        lock (_lock)
        {
            return _steps.GetValueOrDefault(tab, []);
        }
    }

    public void Add(string tab, Guid operation)
    {
        lock (_lock)
        {
            var steps = _steps.GetValueOrDefault(tab, []).Add(operation);
            _steps.Remove(tab);
            _steps.Add(tab, steps.Count > MaxSteps ? steps.RemoveAt(0) : steps);
            if (_steps.Count > MaxTabs)
            {
                _steps.RemoveAt(0);
            }
        }
    }
}
