namespace OperatingModel.Web.Components.Controls;

/// <summary>
/// Limits how often a window does something that it is asked for again and again: at once after a quiet moment, otherwise once when the pause
/// is over. The last request is always done. Used in the turn of the window.
/// </summary>
internal sealed class Pace(TimeProvider time, Action act)
{
    /// <summary>The shortest time between two requests that are done; a user cannot read changes faster.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private long? _last;
    private bool _isWaiting;

    /// <summary>Runs the action now, or when the pause is over.</summary>
    public void Ask()
    {
        if (!_isWaiting)
        {
            _ = ActInTimeAsync();
        }
    }

    /// <summary>Runs the action without waiting; this also answers all requests that wait.</summary>
    public void Act()
    {
        (_last, _isWaiting) = (time.GetTimestamp(), false);
        act();
    }

    private async Task ActInTimeAsync()
    {
        _isWaiting = true;
        if (_last is { } last && Pause - time.GetElapsedTime(last) is var left && left > TimeSpan.Zero)
        {
            await Task.Delay(left, time);
        }

        if (_isWaiting)
        {
            Act();
        }
    }
}
