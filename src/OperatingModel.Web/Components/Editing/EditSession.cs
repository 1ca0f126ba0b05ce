using OperatingModel.Domain;

namespace OperatingModel.Web.Components.Editing;

/// <summary>The state of an edit.</summary>
public enum EditState
{
    /// <summary>The field shows the stored value.</summary>
    Clean,

    /// <summary>The user typed something that is not stored yet.</summary>
    Typing,

    /// <summary>The value is being stored; the user can go on typing.</summary>
    Saving,

    /// <summary>A rule refused the value.</summary>
    Refused,

    /// <summary>Somebody else changed the same value: the user has to choose one of the two.</summary>
    Conflicted,

    /// <summary>The value itself is valid but could not be stored, e.g. because the storage did not answer; the user may save it again.</summary>
    Unreachable,
}

/// <summary>
/// One user's edit of one value that others may change at the same time: typed → draft → stored, refused, or in conflict with what somebody
/// else stored. The session keeps what the user typed until it is stored or given up, and overwrites a stored value only when the user saw it.
/// Call it only in the turn of its window.
/// </summary>
/// <typeparam name="T">The type of the edited value; values are compared by content.</typeparam>
public sealed class EditSession<T>
{
    private readonly Func<ModelRow?> _row;
    private readonly Func<ModelRow?, T> _valueOf;
    private readonly Func<long, string?> _changedBy;
    private readonly Func<T, long, Task<EditOutcome>>? _store;
    private readonly Action<T, long> _keep;
    private readonly Func<Task> _drop;
    private readonly Func<T, string?>? _check;
    private T _sent = default!;
    private bool _again;
    private bool _isLeft;

    /// <param name="row">Returns the row as the window has it now; null when there is none.</param>
    /// <param name="valueOf">Returns the value of a row, and for null the value of a missing row.</param>
    /// <param name="changedBy">Returns who else made the change that led to a version; null for this window, and when it is not known.</param>
    /// <param name="store">
    /// Stores a value over the version that the user saw, 0 for none; when it returns, the window has the stored row. Null when the caller stores
    /// several values as one, between <see cref="Begin"/> and <see cref="EndAsync"/>.
    /// </param>
    /// <param name="keep">Keeps what the user typed as a draft, with the version that the user saw.</param>
    /// <param name="drop">Removes the draft.</param>
    /// <param name="check">Returns what is wrong with a value before it is stored; null when nothing is.</param>
    public EditSession(
        Func<ModelRow?> row,
        Func<ModelRow?, T> valueOf,
        Func<long, string?> changedBy,
        Func<T, long, Task<EditOutcome>>? store,
        Action<T, long> keep,
        Func<Task> drop,
        Func<T, string?>? check = null)
    {
        (_row, _valueOf, _changedBy, _store, _keep, _drop, _check) = (row, valueOf, changedBy, store, keep, drop, check);
        Show(row());
    }

    public EditState State { get; private set; }

    /// <summary>The value in the field.</summary>
    public T Value { get; private set; } = default!;

    /// <summary>The stored value that the user saw last.</summary>
    public T Stored { get; private set; } = default!;

    /// <summary>The version of the row that the user saw last; 0 for none.</summary>
    public long SeenVersion { get; private set; }

    /// <summary>What somebody else stored, while the user has to choose one of the two; otherwise null.</summary>
    public Other? Theirs { get; private set; }

    /// <summary>Whether the value is a draft of an earlier visit, which the user may save or give up.</summary>
    public bool IsRestored { get; private set; }

    /// <summary>Who else changed the value that the field shows; null after the user's own changes.</summary>
    public string? ChangedBy { get; private set; }

    /// <summary>The rules that the value breaks, each with its field.</summary>
    public IReadOnlyList<FieldProblem> Problems { get; private set; } = [];

    /// <summary>Why nothing was stored, in words; null while nothing is wrong.</summary>
    public string? Sentence { get; private set; }

    /// <summary>Whether the field has something that is not stored yet.</summary>
    public bool IsDirty => State != EditState.Clean;

    /// <summary>Whether the edit waits for the user to decide or to correct the value.</summary>
    public bool IsUndecided =>
        State is EditState.Refused or EditState.Conflicted or EditState.Unreachable || (IsRestored && State == EditState.Typing);

    /// <summary>Takes what the user typed, and keeps it as a draft.</summary>
    public void Type(T value)
    {
        if (Same(value, Value) && !IsRestored)
        {
            return;
        }

        (Value, IsRestored, ChangedBy) = (value, false, null);
        if (State is EditState.Refused && _check?.Invoke(value) is { } wrong)
        {
            // The message follows the new value; a correct one gets none.
            Refuse([], wrong);
        }
        else if (State is not (EditState.Saving or EditState.Conflicted))
        {
            State = EditState.Typing;
            Accept();
        }

        _keep(value, SeenVersion);
    }

    /// <summary>Offers a draft of an earlier visit.</summary>
    /// <param name="seenVersion">The version of the row that the user saw when typing the draft.</param>
    public void Restore(T value, long seenVersion)
    {
        if (State == EditState.Saving || Same(value, Stored))
        {
            return;
        }

        Accept();
        (Value, IsRestored, ChangedBy) = (value, true, null);
        (State, Theirs) = seenVersion == SeenVersion
            ? (EditState.Typing, null)
            : (EditState.Conflicted, new Other(Stored, SeenVersion, _changedBy(SeenVersion), IsRemoved: false));
    }

    /// <summary>Stores the value. While a save is under way, this asks for one more after it.</summary>
    public async Task SaveAsync()
    {
        if (State == EditState.Saving)
        {
            _again = true;
            return;
        }

        do
        {
            if (!Begin())
            {
                return;
            }

            EditOutcome outcome;
            try
            {
                outcome = await _store!(_sent, SeenVersion);
            }
            catch
            {
                // The field keeps its value after an unexpected error, so that the user can save it again.
                State = EditState.Typing;
                _keep(Value, SeenVersion);
                throw;
            }

            await EndAsync(outcome);
        }
        while (_again && !_isLeft && State == EditState.Typing);
    }

    /// <summary>
    /// Ends the session because the field edits another value from now on: a save under way finishes, and the session keeps and stores no more.
    /// </summary>
    public void Leave() => _isLeft = true;

    /// <summary>Begins to save, for a caller that stores several values as one; <see cref="EndAsync"/> is the second half.</summary>
    /// <returns>Whether there is a value to store.</returns>
    public bool Begin()
    {
        _again = false;
        if (State is EditState.Clean or EditState.Saving or EditState.Conflicted)
        {
            return false;
        }

        if (Same(Value, Stored))
        {
            _ = DiscardAsync();
            return false;
        }

        if (_check?.Invoke(Value) is { } wrong)
        {
            Refuse([], wrong);
            _keep(Value, SeenVersion);
            return false;
        }

        (_sent, IsRestored, State) = (Value, false, EditState.Saving);
        Accept();
        return true;
    }

    /// <summary>Takes the outcome of the save that <see cref="Begin"/> began.</summary>
    public async Task EndAsync(EditOutcome outcome)
    {
        if (outcome.IsDone)
        {
            Stored = _sent;
            State = Same(Value, _sent) ? EditState.Clean : EditState.Typing;
        }
        else if (outcome.Conflicts is [var conflict, ..])
        {
            Clash(conflict.Theirs, conflict.ChangedBy);
        }
        else if (outcome.Failure is { } failure)
        {
            (State, Sentence) = (EditState.Unreachable, failure);
        }
        else if (outcome.Problems.Count > 0 && Same(Value, _sent))
        {
            Refuse(outcome.Problems, outcome.Sentence);
        }
        else
        {
            // The refused value is no longer in the field, or another value stored together with this one was refused.
            State = EditState.Typing;
        }

        Take(isOwn: outcome.IsDone);
        if (_isLeft)
        {
            return;
        }

        if (IsDirty)
        {
            _keep(Value, SeenVersion);
        }
        else
        {
            await _drop();
        }
    }

    /// <summary>Takes the row as the window has it now, which this user or another may have changed.</summary>
    public void Arrived()
    {
        // While a save is under way, its outcome shows whose change this is.
        if (State != EditState.Saving)
        {
            Take(isOwn: false);
        }
    }

    /// <summary>Shows what somebody else stored, and gives up what the user typed.</summary>
    public async Task TakeTheirsAsync()
    {
        if (Theirs is { } theirs)
        {
            (Stored, SeenVersion) = (theirs.Value, theirs.Version);
            await DiscardAsync();
        }
    }

    /// <summary>Stores the user's value over what somebody else stored, which the user saw.</summary>
    public Task KeepMineAsync()
    {
        ChooseMine();
        return SaveAsync();
    }

    /// <summary>Decides for the user's value: the next save stores it over what somebody else stored.</summary>
    public void ChooseMine()
    {
        if (Theirs is { } theirs)
        {
            (Stored, SeenVersion, Theirs, State) = (theirs.Value, theirs.Version, null, EditState.Typing);
        }
    }

    /// <summary>Gives up what the user typed, and shows the stored value.</summary>
    public async Task DiscardAsync()
    {
        _again = false;
        (Value, IsRestored) = (State == EditState.Saving ? _sent : Stored, false);
        if (State != EditState.Saving)
        {
            (State, Theirs) = (EditState.Clean, null);
            Accept();
            await _drop();
        }
    }

    private static bool Same(T one, T other) => EqualityComparer<T>.Default.Equals(one, other);

    private void Show(ModelRow? row) => (Stored, Value, SeenVersion) = (_valueOf(row), _valueOf(row), row?.Version ?? 0);

    private void Accept() => (Problems, Sentence) = ([], null);

    private void Refuse(IReadOnlyList<FieldProblem> problems, string sentence) =>
        (State, Problems, Sentence) = (EditState.Refused, problems, sentence);

    private void Clash(ModelRow? theirs, string? by)
    {
        Accept();
        if (theirs is not null && Same(_valueOf(theirs), Value))
        {
            // Both want the same.
            Show(theirs);
            (State, Theirs, IsRestored) = (EditState.Clean, null, false);
            _ = _drop();
            return;
        }

        Theirs = new Other(_valueOf(theirs), theirs?.Version ?? 0, by, theirs is null);
        State = EditState.Conflicted;
    }

    private void Take(bool isOwn)
    {
        var row = _row();
        var (value, version) = (_valueOf(row), row?.Version ?? 0);
        var by = _changedBy(version);
        if (version == SeenVersion && isOwn && row is not null && State == EditState.Clean)
        {
            // The user typed the stored value in other words: the field shows it as stored.
            Show(row);
        }

        // Without its choice, a row of a scenario has an earlier version again, or the one that its user saw: then its value tells.
        if (version == SeenVersion && Same(value, Stored))
        {
            return;
        }

        if (State == EditState.Clean)
        {
            ChangedBy = Same(value, Stored) ? ChangedBy : by;
            Show(row);
        }
        else if (Same(value, Stored) && (row is not null || SeenVersion == 0) && State != EditState.Conflicted)
        {
            // Another field of the row changed; the stored value is still the one the user saw.
            SeenVersion = version;
        }
        else if (isOwn && by is null)
        {
            // The value as the model stored it.
            (Stored, SeenVersion) = (value, version);
        }
        else
        {
            // No version tells who took a choice out of a scenario.
            Clash(row, version > SeenVersion || row is null ? by : ModelEditor.Unknown);
        }
    }

    /// <summary>What somebody else stored.</summary>
    /// <param name="By">Null when it is not known who.</param>
    public sealed record Other(T Value, long Version, string? By, bool IsRemoved)
    {
        /// <summary>Names who stored it, at the beginning of a sentence.</summary>
        public string Subject => EditOutcome.Subject(By, IsRemoved);
    }
}
