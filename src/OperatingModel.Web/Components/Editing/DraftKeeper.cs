namespace OperatingModel.Web.Components.Editing;

/// <summary>
/// Sends what the user types in a component to the <see cref="DraftShelf"/>: within a second of each key, even while the user goes on
/// typing, and at once when the component is disposed of. While the storage is unavailable, it tries again every few seconds.
/// </summary>
/// <param name="dispatch">Runs work in the component's turn.</param>
/// <param name="changed">Draws the component again.</param>
public sealed class DraftKeeper(DraftShelf shelf, TimeProvider time, Func<Func<Task>, Task> dispatch, Action changed) : IAsyncDisposable
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(0.7);
    private static readonly TimeSpan Later = TimeSpan.FromSeconds(5);

    private ITimer? _timer;
    private Typed? _typed;

    /// <summary>Whether the storage has what the user typed last.</summary>
    public bool IsKept { get; private set; }

    /// <summary>The value of the attribute data-draft, by which tests see that a draft is kept.</summary>
    public string? Mark => IsKept ? "kept" : null;

    /// <param name="place">The name of the field, unique in the model.</param>
    /// <param name="text">What the user typed; empty removes the draft.</param>
    /// <param name="seenVersion">The version of the row that the user edits; 0 for a field outside the rows.</param>
    public void Keep(string place, string text, long seenVersion = 0)
    {
        IsKept = false;
        if (shelf.Model is { } model)
        {
            var isWaiting = _typed is not null;
            _typed = new Typed(model, place, text, seenVersion);
            if (!isWaiting)
            {
                shelf.AddWaiting(this);
                _timer ??= time.CreateTimer(_ => _ = dispatch(KeepAndDrawAsync), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
                _timer.Change(Soon, Timeout.InfiniteTimeSpan);
            }
        }
    }

    /// <summary>Removes the draft, because the user stored the text or gave it up.</summary>
    public Task DropAsync(string place)
    {
        (_typed, IsKept) = (null, false);
        shelf.RemoveWaiting(this);
        return shelf.DropAsync(place);
    }

    /// <summary>Keeps the draft without waiting, because the program is about to end.</summary>
    internal Task KeepNowAsync() => dispatch(KeepAndDrawAsync);

    public async ValueTask DisposeAsync()
    {
        if (_timer is not null)
        {
            await _timer.DisposeAsync();
        }

        await KeepAsync();
    }

    private async Task KeepAndDrawAsync()
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
        shelf.RemoveWaiting(this);
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
            shelf.AddWaiting(this);
            _timer?.Change(Later, Timeout.InfiniteTimeSpan);
        }
    }

    private sealed record Typed(ModelAddress Model, string Place, string Text, long SeenVersion);
}
