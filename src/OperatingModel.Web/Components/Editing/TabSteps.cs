using System.Collections.Immutable;

namespace OperatingModel.Web.Components.Editing;

/// <summary>
/// Which changes were made in which browser tab, for the tabs that changed something last: each tab undoes its own first, also after a
/// reload. After a restart of the program all changes of the user count as made elsewhere.
/// </summary>
public sealed class TabSteps
{
    private const int MaxTabs = 500;
    private const int MaxSteps = 200;

    private readonly Lock _lock = new();
    private readonly OrderedDictionary<string, ImmutableList<Guid>> _steps = [];

    /// <summary>Operation ids, the oldest first.</summary>
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
