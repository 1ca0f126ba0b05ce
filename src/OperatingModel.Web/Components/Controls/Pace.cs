namespace OperatingModel.Web.Components.Controls;

/// <summary>
/// Something that is asked for again and again, in the turn of a window: it is done at once after a quiet moment, else once when the pause is
/// over. What was asked for last is never left out.
/// </summary>
internal sealed class Pace(TimeProvider time, Action act)
{
    /// <summary>What others do is followed as fast as it can be read.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private long? _last;
    private bool _isWaiting;

    /// <summary>Does it when its time has come.</summary>
    public void Ask()
    {
        if (!_isWaiting)
        {
            _ = ActInTimeAsync();
        }
    }

    /// <summary>Does it without waiting, and for all who have asked.</summary>
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
