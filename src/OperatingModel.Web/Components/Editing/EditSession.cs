using OperatingModel.Domain;

namespace OperatingModel.Web.Components.Editing;

/// <summary>How far an edit is.</summary>
public enum EditState
{
    /// <summary>What is shown is what is stored.</summary>
    Clean,

    /// <summary>Something was typed that is not stored.</summary>
    Typing,

    /// <summary>It is being stored; typing goes on.</summary>
    Saving,

    /// <summary>A rule refused it.</summary>
    Refused,

    /// <summary>Somebody else changed the same: one of the two is to be chosen.</summary>
    Conflicted,

    /// <summary>It could not be stored for a reason outside of it, such as a storage that does not answer; the same may be saved again.</summary>
    Unreachable,
}

/// <summary>
/// What one user does to one value that others may change at the same time: typed → draft → stored, refused, or in conflict with what somebody
/// else stored. Whatever was typed stays until it is stored or given up; what is stored is only ever overwritten by one who saw it.
/// Used in the turn of one window.
/// </summary>
/// <typeparam name="T">What is edited, compared by value.</typeparam>
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

    /// <param name="row">The row as the window has it now; null where there is none.</param>
    /// <param name="valueOf">The value of a row; of none where there is no row.</param>
    /// <param name="changedBy">Who else made the change that led to a version; null where it was this window, and where it is not known.</param>
    /// <param name="store">
    /// Stores a value over the version that was seen, 0 for none; when it answers, the window has what was stored. Null where several values are
    /// stored as one, between <see cref="Begin"/> and <see cref="EndAsync"/>.
    /// </param>
    /// <param name="keep">Keeps what was typed, with the version that was seen, until <paramref name="drop"/> lets go of it.</param>
    /// <param name="check">What is wrong with a value before it is stored; null when nothing is.</param>
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

    /// <summary>What is under the user's hands.</summary>
    public T Value { get; private set; } = default!;

    /// <summary>What is stored, as far as the user was shown it.</summary>
    public T Stored { get; private set; } = default!;

    /// <summary>Of the row as the user was shown it; 0 for none.</summary>
    public long SeenVersion { get; private set; }

    /// <summary>What somebody else stored, where one of the two is to be chosen.</summary>
    public Other? Theirs { get; private set; }

    /// <summary>Whether the value was typed some time ago and is offered again, to be saved or given up.</summary>
    public bool IsRestored { get; private set; }

    /// <summary>Who changed what is shown last; null after the user's own changes.</summary>
    public string? ChangedBy { get; private set; }

    /// <summary>What is wrong, at its field.</summary>
    public IReadOnlyList<FieldProblem> Problems { get; private set; } = [];

    /// <summary>Why nothing was stored, in words; null where nothing is wrong.</summary>
    public string? Sentence { get; private set; }

    /// <summary>Whether something is not stored.</summary>
    public bool IsDirty => State != EditState.Clean;

    /// <summary>Whether it waits for the user to decide or to put something right.</summary>
    public bool IsUndecided =>
        State is EditState.Refused or EditState.Conflicted or EditState.Unreachable || (IsRestored && State == EditState.Typing);

    /// <summary>The user typed.</summary>
    public void Type(T value)
    {
        if (Same(value, Value) && !IsRestored)
        {
            return;
        }

        (Value, IsRestored, ChangedBy) = (value, false, null);
        if (State is EditState.Refused && _check?.Invoke(value) is { } wrong)
        {
            // What is put right is no longer called wrong.
            Refuse([], wrong);
        }
        else if (State is not (EditState.Saving or EditState.Conflicted))
        {
            State = EditState.Typing;
            Accept();
        }

        _keep(value, SeenVersion);
    }

    /// <summary>What was typed some time ago is offered again.</summary>
    /// <param name="seenVersion">Of the row over which it was typed.</param>
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

    /// <summary>What was typed is to be stored. While a save is under way, what was typed since is stored after it.</summary>
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
                // Whatever broke off, what was typed is there, to be saved again.
                State = EditState.Typing;
                _keep(Value, SeenVersion);
                throw;
            }

            await EndAsync(outcome);
        }
        while (_again && !_isLeft && State == EditState.Typing);
    }

    /// <summary>Another value is edited in its place: what is under way ends, and nothing of this one is kept or stored any more.</summary>
    public void Leave() => _isLeft = true;

    /// <summary>The first half of saving, where several values are stored as one; <see cref="EndAsync"/> is the other.</summary>
    /// <returns>Whether there is something to store.</returns>
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

    /// <summary>What became of what was to be stored.</summary>
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
            // Something else was typed since, or something else was in the way of what was stored with it.
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

    /// <summary>The window has the row as it is stored now: changed by this user or another, or as before.</summary>
    public void Arrived()
    {
        // Mine or theirs: while it is saved, the answer will tell.
        if (State != EditState.Saving)
        {
            Take(isOwn: false);
        }
    }

    /// <summary>What somebody else stored is shown; what was typed is given up.</summary>
    public async Task TakeTheirsAsync()
    {
        if (Theirs is { } theirs)
        {
            (Stored, SeenVersion) = (theirs.Value, theirs.Version);
            await DiscardAsync();
        }
    }

    /// <summary>What was typed is stored over what somebody else stored, which the user was shown.</summary>
    public Task KeepMineAsync()
    {
        ChooseMine();
        return SaveAsync();
    }

    /// <summary>What was typed is to be stored over what somebody else stored, with the next save.</summary>
    public void ChooseMine()
    {
        if (Theirs is { } theirs)
        {
            (Stored, SeenVersion, Theirs, State) = (theirs.Value, theirs.Version, null, EditState.Typing);
        }
    }

    /// <summary>What was typed is given up.</summary>
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
            // What was typed means what is stored already: it is shown as it is written there.
            Show(row);
        }

        if (version == SeenVersion || (row is not null && version < Math.Max(SeenVersion, Theirs?.Version ?? 0)))
        {
            // Nothing new, or the window has not heard of it yet.
            return;
        }

        if (State == EditState.Clean)
        {
            ChangedBy = Same(value, Stored) ? ChangedBy : by;
            Show(row);
        }
        else if (Same(value, Stored) && (row is not null || SeenVersion == 0) && State != EditState.Conflicted)
        {
            // The same is stored still: only something beside it changed.
            SeenVersion = version;
        }
        else if (isOwn && by is null)
        {
            // What the rules made of it when it was stored.
            (Stored, SeenVersion) = (value, version);
        }
        else
        {
            Clash(row, by);
        }
    }

    /// <summary>What somebody else stored.</summary>
    /// <param name="By">Null where it is not known.</param>
    public sealed record Other(T Value, long Version, string? By, bool IsRemoved)
    {
        /// <summary>Who did it, at the beginning of a sentence.</summary>
        public string Subject => EditOutcome.Subject(By, IsRemoved);
    }
}
