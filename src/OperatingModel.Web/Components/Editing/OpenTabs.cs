using System.Collections.Concurrent;

namespace OperatingModel.Web.Components.Editing;

/// <summary>The browser tabs that are connected now. A tab is not offered the drafts of another one that is still connected.</summary>
public sealed class OpenTabs
{
    private readonly ConcurrentDictionary<object, string> _tabs = [];

    /// <param name="circuit">Any object that stands for the connection of the tab.</param>
    public void Enter(object circuit, string tab) => _tabs[circuit] = tab;

    public void Leave(object circuit) => _tabs.TryRemove(circuit, out _);

    public bool Has(string tab) => _tabs.Values.Contains(tab);
}
