namespace OperatingModel.Web.Components.Controls;

/// <summary>
/// Tells the steps that a page made itself in its address from those of the user. The browser confirms a step some time later;
/// what the page shows is newer by then, and must not fall back, least of all under somebody who types.
/// </summary>
internal sealed class OwnSteps
{
    private readonly Queue<string> _steps = [];
    private string? _last;

    /// <returns>False when the address says so already.</returns>
    public bool Begin(string query)
    {
        if (query == _last)
        {
            return false;
        }

        _steps.Enqueue(query);
        _last = query;
        return true;
    }

    /// <summary>The browser tells an address.</summary>
    /// <returns>Whether the user went there, so that it is to be shown.</returns>
    public bool IsNews(string query)
    {
        if (_steps.Contains(query))
        {
            while (_steps.Dequeue() != query)
            {
            }

            return false;
        }

        if (query == _last)
        {
            return false;
        }

        _steps.Clear();
        _last = query;
        return true;
    }
}
