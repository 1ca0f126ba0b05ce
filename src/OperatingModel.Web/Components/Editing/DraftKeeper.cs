namespace OperatingModel.Web.Components.Editing;

/// <summary>
/// Keeps what a component's user types: on the server within a second of each key, however long the typing goes on, and at once when
/// the component goes away. While the storage is unavailable it is tried again.
/// </summary>
/// <param name="dispatch">Runs work in the component's turn.</param>
/// <param name="changed">Draws the component again.</param>
public sealed class DraftKeeper(DraftShelf shelf, TimeProvider time, Func<Func<Task>, Task> dispatch, Action changed) : IAsyncDisposable
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(0.7);
    private static readonly TimeSpan Later = TimeSpan.FromSeconds(5);

    private ITimer? _timer;
    private Typed? _typed;

    /// <summary>Whether the server has what was typed last.</summary>
    public bool IsKept { get; private set; }

    /// <summary>For the attribute data-draft, which tells whoever watches the page.</summary>
    public string? Mark => IsKept ? "kept" : null;

    /// <param name="place">What it is for, unique in the model.</param>
    /// <param name="text">Empty lets go of the draft.</param>
    /// <param name="seenVersion">Of the row that is edited; 0 where there is none.</param>
    public void Keep(string place, string text, long seenVersion = 0)
    {
        IsKept = false;
        if (shelf.Model is { } model)
        {
            var isWaiting = _typed is not null;
            _typed = new Typed(model, place, text, seenVersion);
            if (!isWaiting)
            {
                shelf.Await(this);
                _timer ??= time.CreateTimer(_ => _ = dispatch(KeepAndTellAsync), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
                _timer.Change(Soon, Timeout.InfiniteTimeSpan);
            }
        }
    }

    /// <summary>It was stored, or given up.</summary>
    public Task DropAsync(string place)
    {
        (_typed, IsKept) = (null, false);
        shelf.AwaitNoMore(this);
        return shelf.DropAsync(place);
    }

    /// <summary>Does not wait any longer, as the program is about to end.</summary>
    internal Task KeepNowAsync() => dispatch(KeepAndTellAsync);

    public async ValueTask DisposeAsync()
    {
        if (_timer is not null)
        {
            await _timer.DisposeAsync();
        }

        await KeepAsync();
    }

    private async Task KeepAndTellAsync()
    {
        await KeepAsync();
        changed();
    }

    private async Task KeepAsync()
    {
        if (_typed is not { } typed)
        {
            return;
        }

        _typed = null;
        shelf.AwaitNoMore(this);
        if (typed.Text.Length == 0)
        {
            await shelf.DropAsync(typed.Place);
        }
        else if (await shelf.SaveAsync(typed.Model, typed.Place, typed.Text, typed.SeenVersion))
        {
            IsKept = _typed is null;
        }
        else if (_typed is null)
        {
            _typed = typed;
            shelf.Await(this);
            _timer?.Change(Later, Timeout.InfiniteTimeSpan);
        }
    }

    private sealed record Typed(ModelAddress Model, string Place, string Text, long SeenVersion);
}
