using OperatingModel.Application.Writing;
using OperatingModel.Domain;
using OperatingModel.Domain.Strategy;
using OperatingModel.Web.Components.Editing;

namespace OperatingModel.Web.Tests.Components.Editing;

public sealed class EditSessionTests
{
    [Fact]
    public async Task What_is_typed_and_saved_is_stored_and_its_draft_dropped()
    {
        var desk = new Desk("old");
        desk.Session.State.ShouldBe(EditState.Clean);
        desk.Session.Type("new");
        (desk.Session.State, desk.Session.Value, desk.Session.Stored, desk.Draft).ShouldBe((EditState.Typing, "new", "old", "new"));
        var saving = desk.Session.SaveAsync();
        desk.Session.State.ShouldBe(EditState.Saving);
        desk.Answer();
        await saving;
        (desk.Session.State, desk.Session.Stored, desk.Session.SeenVersion, desk.Draft).ShouldBe((EditState.Clean, "new", 2, null));
        desk.Session.ChangedBy.ShouldBeNull();
    }

    [Fact]
    public async Task What_is_typed_while_it_is_saved_is_saved_after_it_when_that_was_asked_for()
    {
        var desk = new Desk("old");
        desk.Session.Type("first");
        var saving = desk.Session.SaveAsync();
        desk.Session.Type("second");
        desk.Session.State.ShouldBe(EditState.Saving);
        await desk.Session.SaveAsync();
        desk.Answer();
        desk.Session.State.ShouldBe(EditState.Saving);
        desk.Answer();
        await saving;
        (desk.Session.State, desk.Stored.Name, desk.Stored.Version).ShouldBe((EditState.Clean, "second", 3));
    }

    [Fact]
    public async Task What_is_typed_while_it_is_saved_stays_typed_when_nobody_asked_for_more()
    {
        var desk = new Desk("old");
        desk.Session.Type("first");
        var saving = desk.Session.SaveAsync();
        desk.Session.Type("second");
        desk.Answer();
        await saving;
        (desk.Session.State, desk.Session.Value, desk.Session.Stored, desk.Session.SeenVersion, desk.Draft)
            .ShouldBe((EditState.Typing, "second", "first", 2, "second"));
    }

    [Fact]
    public async Task What_is_typed_back_to_what_is_stored_is_not_stored_again()
    {
        var desk = new Desk("old");
        desk.Session.Type("new");
        desk.Session.Type("old");
        await desk.Session.SaveAsync();
        (desk.Session.State, desk.Draft, desk.IsAsked).ShouldBe((EditState.Clean, null, false));
    }

    [Fact]
    public async Task What_cannot_be_right_is_refused_before_it_is_stored_until_it_is_put_right()
    {
        var desk = new Desk("old", text => text.Length > 3 ? "Too long." : null);
        desk.Session.Type("longer");
        desk.Session.State.ShouldBe(EditState.Typing, "what is not yet through is not called wrong");
        await desk.Session.SaveAsync();
        (desk.Session.State, desk.Session.Sentence, desk.IsAsked, desk.Draft).ShouldBe((EditState.Refused, "Too long.", false, "longer"));
        desk.Session.Type("long");
        desk.Session.State.ShouldBe(EditState.Refused);
        desk.Session.Type("now");
        (desk.Session.State, desk.Session.Sentence).ShouldBe((EditState.Typing, null));
    }

    [Fact]
    public async Task What_a_rule_refuses_stays_typed_with_the_reason()
    {
        var desk = new Desk("old");
        desk.Session.Type("new");
        var saving = desk.Session.SaveAsync();
        desk.Answer(new EditOutcome(null, [new FieldProblem("name", "Taken.")], []));
        await saving;
        (desk.Session.State, desk.Session.Value, desk.Session.Sentence, desk.Draft).ShouldBe((EditState.Refused, "new", "Taken.", "new"));
        desk.Session.Problems.ShouldHaveSingleItem().Field.ShouldBe("name");
        await desk.Session.DiscardAsync();
        (desk.Session.State, desk.Session.Value, desk.Session.Sentence, desk.Draft).ShouldBe((EditState.Clean, "old", null, null));
    }

    [Fact]
    public async Task What_was_put_right_while_the_wrong_was_saved_is_stored_after_it()
    {
        var desk = new Desk("old");
        desk.Session.Type("wrong");
        var saving = desk.Session.SaveAsync();
        desk.Session.Type("right");
        await desk.Session.SaveAsync();
        desk.Answer(new EditOutcome(null, [new FieldProblem("name", "Taken.")], []));
        desk.Answer();
        await saving;
        (desk.Session.State, desk.Stored.Name).ShouldBe((EditState.Clean, "right"));
    }

    [Fact]
    public async Task What_means_the_same_is_shown_as_it_is_stored()
    {
        var desk = new Desk("old");
        desk.Session.Type("old ");
        var saving = desk.Session.SaveAsync();
        desk.Answer(EditOutcome.Done(new WriteResult(Guid.Empty, 1, [], null!)));
        await saving;
        (desk.Session.State, desk.Session.Value, desk.Session.Stored).ShouldBe((EditState.Clean, "old", "old"));
        desk.Arrive(desk.Change("old"));
        desk.Session.ChangedBy.ShouldBeNull();
    }

    [Fact]
    public async Task What_was_left_for_another_value_is_neither_kept_nor_stored_again()
    {
        var desk = new Desk("old");
        desk.Session.Type("first");
        var saving = desk.Session.SaveAsync();
        desk.Session.Type("second");
        await desk.Session.SaveAsync();
        desk.Session.Leave();
        desk.Answer();
        await saving;
        (desk.IsAsked, desk.Stored.Name).ShouldBe((false, "first"));
    }

    [Fact]
    public async Task What_breaks_off_leaves_what_was_typed_to_be_saved_again()
    {
        var desk = new Desk("old");
        desk.Session.Type("new");
        var saving = desk.Session.SaveAsync();
        desk.BreakOff();
        await Should.ThrowAsync<InvalidOperationException>(saving);
        (desk.Session.State, desk.Session.Value, desk.Draft).ShouldBe((EditState.Typing, "new", "new"));
        saving = desk.Session.SaveAsync();
        desk.Answer();
        await saving;
        desk.Stored.Name.ShouldBe("new");
    }

    [Fact]
    public async Task What_the_storage_does_not_answer_may_be_saved_again()
    {
        var desk = new Desk("old");
        desk.Session.Type("new");
        var saving = desk.Session.SaveAsync();
        desk.Answer(EditOutcome.Failed("Not saved."));
        await saving;
        (desk.Session.State, desk.Session.Sentence, desk.Draft).ShouldBe((EditState.Unreachable, "Not saved.", "new"));
        saving = desk.Session.SaveAsync();
        desk.Answer();
        await saving;
        (desk.Session.State, desk.Stored.Name).ShouldBe((EditState.Clean, "new"));
    }

    [Fact]
    public void What_others_change_is_taken_over_while_nothing_is_typed()
    {
        var desk = new Desk("old");
        desk.Arrive(desk.Change("theirs"));
        (desk.Session.State, desk.Session.Value, desk.Session.ChangedBy).ShouldBe((EditState.Clean, "theirs", "Bob"));
        desk.Session.Type("mine");
        desk.Session.ChangedBy.ShouldBeNull();
    }

    [Fact]
    public async Task What_others_change_beside_it_is_no_conflict()
    {
        var desk = new Desk("old");
        desk.Session.Type("mine");
        desk.Arrive(desk.Change("old"));
        desk.Session.State.ShouldBe(EditState.Typing);
        var saving = desk.Session.SaveAsync();
        desk.Answer();
        await saving;
        (desk.Session.State, desk.Stored.Name).ShouldBe((EditState.Clean, "mine"));
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task What_others_change_meanwhile_is_shown_beside_what_was_typed_and_one_is_chosen(bool mine)
    {
        var desk = new Desk("old");
        desk.Session.Type("mine");
        desk.Arrive(desk.Change("theirs"));
        desk.Session.State.ShouldBe(EditState.Conflicted);
        desk.Session.Theirs.ShouldBe(new EditSession<string>.Other("theirs", 2, "Bob", IsRemoved: false));
        await desk.Session.SaveAsync();
        desk.IsAsked.ShouldBeFalse("only the user decides");
        desk.Session.Type("mine, longer");
        desk.Session.State.ShouldBe(EditState.Conflicted);
        var decided = mine ? desk.Session.KeepMineAsync() : desk.Session.TakeTheirsAsync();
        if (mine)
        {
            desk.Answer();
        }

        await decided;
        (desk.Session.State, desk.Session.Value, desk.Stored.Name, desk.Draft).ShouldBe(
            (EditState.Clean, mine ? "mine, longer" : "theirs", mine ? "mine, longer" : "theirs", null));
    }

    [Fact]
    public async Task A_conflict_that_the_answer_tells_shows_what_the_window_has_not_heard_of_yet()
    {
        var desk = new Desk("old");
        desk.Session.Type("mine");
        var saving = desk.Session.SaveAsync();
        desk.Change("theirs");
        desk.Answer();
        await saving;
        (desk.Session.State, desk.Session.Theirs!.Value, desk.Session.Value, desk.Draft).ShouldBe((EditState.Conflicted, "theirs", "mine", "mine"));
        desk.Arrive(desk.Change("theirs again"));
        desk.Session.Theirs!.Value.ShouldBe("theirs again");
        var keeping = desk.Session.KeepMineAsync();
        desk.Answer();
        await keeping;
        desk.Stored.Name.ShouldBe("mine");
    }

    [Fact]
    public async Task A_change_that_arrives_while_mine_is_saved_is_told_from_mine()
    {
        var desk = new Desk("old");
        desk.Session.Type("mine");
        var saving = desk.Session.SaveAsync();
        desk.Session.Type("mine, longer");
        desk.Answer(then: () => desk.Arrive(desk.Change("theirs")));
        await saving;
        (desk.Session.State, desk.Session.Theirs?.Value, desk.Session.Value).ShouldBe((EditState.Conflicted, "theirs", "mine, longer"));
    }

    [Fact]
    public void When_both_want_the_same_there_is_nothing_to_choose()
    {
        var desk = new Desk("old");
        desk.Session.Type("same");
        desk.Arrive(desk.Change("same"));
        (desk.Session.State, desk.Session.SeenVersion, desk.Draft).ShouldBe((EditState.Clean, 2, null));
    }

    [Fact]
    public async Task What_was_removed_meanwhile_is_said_and_what_was_typed_stays_until_it_is_given_up()
    {
        var desk = new Desk("old");
        desk.Session.Type("mine");
        desk.Arrive(null);
        (desk.Session.State, desk.Session.Theirs!.IsRemoved, desk.Session.Value).ShouldBe((EditState.Conflicted, true, "mine"));
        await desk.Session.TakeTheirsAsync();
        (desk.Session.State, desk.Session.Value, desk.Draft).ShouldBe((EditState.Clean, "", null));
    }

    [Theory, InlineData(1, EditState.Typing), InlineData(0, EditState.Conflicted)]
    public async Task What_was_typed_some_time_ago_is_offered_and_not_saved_by_itself(long seen, EditState state)
    {
        var desk = new Desk("stored");
        desk.Session.Restore("typed", seen);
        (desk.Session.State, desk.Session.IsRestored, desk.Session.IsUndecided, desk.Session.Value).ShouldBe((state, true, true, "typed"));
        var saving = desk.Session.KeepMineAsync();
        desk.Answer();
        await saving;
        (desk.Session.State, desk.Stored.Name, desk.Session.IsRestored).ShouldBe((EditState.Clean, "typed", false));
        desk.Session.Restore("typed", seen);
        desk.Session.IsRestored.ShouldBeFalse("it is stored");
    }

    [Fact]
    public async Task What_is_given_up_while_it_is_saved_is_what_was_typed_since()
    {
        var desk = new Desk("old");
        desk.Session.Type("first");
        var saving = desk.Session.SaveAsync();
        desk.Session.Type("second");
        await desk.Session.DiscardAsync();
        desk.Answer();
        await saving;
        (desk.Session.State, desk.Session.Value, desk.Stored.Name).ShouldBe((EditState.Clean, "first", "first"));
    }

    /// <summary>
    /// Two people do anything at any time, changes arrive and answers come late. Nobody overwrites what they did not see, nothing that was typed
    /// is lost, and in the end all are shown what is stored.
    /// </summary>
    [Fact]
    public async Task Two_people_at_one_value_lose_nothing_whatever_comes_when()
    {
        for (var seed = 0; seed < 3000; seed++)
        {
            await new TwoPeople(seed).RunAsync();
        }
    }

    /// <summary>One user at one value; the answers come when the test says so.</summary>
    // A scenario that gives up its choice shows the row of the base, with its version.
    [Theory]
    [InlineData(5)]
    [InlineData(9)]
    public void What_a_scenario_gives_up_is_no_longer_shown_also_under_an_earlier_version_or_the_same(long version)
    {
        var desk = new Desk("base");
        desk.Arrive(desk.Stored with { Name = "choice", Version = 9 });
        desk.Session.Value.ShouldBe("choice");
        desk.Arrive(desk.Stored with { Name = "base", Version = version });
        (desk.Session.State, desk.Session.Value, desk.Session.SeenVersion).ShouldBe((EditState.Clean, "base", version));

        desk.Arrive(desk.Stored with { Name = "choice", Version = 9 });
        desk.Session.Type("mine");
        desk.Arrive(desk.Stored with { Name = "base", Version = version });
        (desk.Session.State, desk.Session.Value, desk.Session.Theirs!.Value).ShouldBe((EditState.Conflicted, "mine", "base"));
        desk.Session.Theirs.Subject.ShouldBe("Somebody");

        // What others have is shown as it is by now, and it is this that the user decides over.
        desk.Arrive(desk.Stored with { Name = "another choice", Version = 12 });
        desk.Session.Theirs!.Value.ShouldBe("another choice");
        desk.Arrive(desk.Stored with { Name = "base", Version = version });
        (desk.Session.Theirs!.Value, desk.Session.Theirs.Version).ShouldBe(("base", version));
    }

    private sealed class Desk
    {
        private readonly Shelf _shelf;
        private readonly HashSet<long> _others = [0];
        private ModelRow? _window;
        private TaskCompletionSource<EditOutcome>? _asked;
        private (string Text, long Seen) _order;

        public Desk(string stored, Func<string, string?>? check = null)
            : this(new Shelf(stored), check)
        {
        }

        public Desk(Shelf shelf, Func<string, string?>? check = null)
        {
            _shelf = shelf;
            _window = shelf.Row;
            Session = new(
                () => _window,
                row => (row as StrategicObjective)?.Name ?? "",
                version => _others.Contains(version) ? "Bob" : null,
                StoreAsync,
                (text, _) => Draft = text,
                Drop,
                check);
        }

        public EditSession<string> Session { get; }

        public string? Draft { get; private set; }

        public StrategicObjective Stored => _shelf.Row;

        public bool IsAsked => _asked is not null;

        public StrategicObjective Change(string name) => _shelf.Store(name);

        /// <summary>The window hears of what Bob did.</summary>
        public void Arrive(ModelRow? row)
        {
            _window = row;
            _others.Add(row?.Version ?? 0);
            Session.Arrived();
        }

        /// <param name="then">What happens after it was stored and before the answer is here.</param>
        public void Answer(EditOutcome? outcome = null, Action? then = null)
        {
            var asked = _asked.ShouldNotBeNull();
            _asked = null;
            asked.SetResult(outcome ?? Outcome(then));
        }

        public void BreakOff()
        {
            var asked = _asked.ShouldNotBeNull();
            _asked = null;
            asked.SetException(new InvalidOperationException("Nobody thought of this."));
        }

        private EditOutcome Outcome(Action? then)
        {
            if (_order.Seen != _shelf.Row.Version)
            {
                return new(null, [], [new Conflict(ModelTables.Of<StrategicObjective>(), _shelf.Row.Key, null, _shelf.Row, "Bob", null)]);
            }

            _window = _shelf.Store(_order.Text);
            Session.Arrived();
            then?.Invoke();
            return EditOutcome.Done(new WriteResult(Guid.Empty, _shelf.Row.Version, [], null!));
        }

        private Task<EditOutcome> StoreAsync(string text, long seen)
        {
            (_order, _asked) = ((text, seen), new());
            return _asked.Task;
        }

        private Task Drop()
        {
            Draft = null;
            return Task.CompletedTask;
        }
    }

    private sealed class Shelf(string name)
    {
        public StrategicObjective Row { get; private set; } = new StrategicObjective("O1", name, null) { Version = 1 };

        public StrategicObjective Store(string name) => Row = Row with { Name = name, Version = Row.Version + 1 };
    }

    private sealed class TwoPeople
    {
        private readonly Random _random;
        private readonly Shelf _shelf = new("start");
        private readonly Person[] _people;
        private readonly int _seed;
        private int _names;

        public TwoPeople(int seed)
        {
            (_seed, _random) = (seed, new Random(seed));
            _people = [new Person(_shelf), new Person(_shelf)];
        }

        public async Task RunAsync()
        {
            for (var step = 0; step < 40; step++)
            {
                Step(_people[_random.Next(2)]);
            }

            foreach (var person in _people)
            {
                Settle(person);
                await Task.WhenAll(person.Running);
                var session = person.Desk.Session;
                (session.State is EditState.Saving).ShouldBeFalse($"seed {_seed}");
                if (session.State == EditState.Clean)
                {
                    (session.Value, session.SeenVersion, person.Desk.Draft).ShouldBe((_shelf.Row.Name, _shelf.Row.Version, null), $"seed {_seed}");
                }
                else
                {
                    session.Value.ShouldBe(person.Typed, $"seed {_seed}");
                    person.Desk.Draft.ShouldBe(person.Typed, $"seed {_seed}");
                }
            }
        }

        private void Step(Person person)
        {
            var session = person.Desk.Session;
            switch (_random.Next(9))
            {
                case 0 or 1:
                    session.Type(person.Typed = _random.Next(4) == 0 ? "start" : $"name {_names++}");
                    break;
                case 2 or 3:
                    person.Running.Add(session.SaveAsync());
                    break;
                case 4 or 5 when person.Desk.IsAsked:
                    Answer(person);
                    break;
                case 6:
                    Deliver(person);
                    break;
                case 7 when session.State == EditState.Conflicted:
                    person.Running.Add(_random.Next(2) == 0 ? session.KeepMineAsync() : session.TakeTheirsAsync());
                    break;
                case 8 when session.State != EditState.Saving:
                    person.Running.Add(session.DiscardAsync());
                    break;
            }

            if (session.IsDirty)
            {
                session.Value.ShouldBe(person.Typed, $"seed {_seed}");
            }
        }

        private void Answer(Person person)
        {
            var before = _shelf.Row;
            person.Desk.Answer(_random.Next(6) switch
            {
                0 => EditOutcome.Failed("Not saved."),
                1 => new EditOutcome(null, [new FieldProblem("name", "Refused.")], []),
                _ => null,
            });
            if (_shelf.Row.Version != before.Version)
            {
                // Who stores has been shown what was stored before.
                person.Shown.ShouldContain(before.Version, $"seed {_seed}");
                person.Shown.Add(_shelf.Row.Version);
                person.Heard = _shelf.Row.Version;
            }

            Look(person);
        }

        private void Deliver(Person person)
        {
            if (person.Heard < _shelf.Row.Version)
            {
                person.Heard = _shelf.Row.Version;
                person.Desk.Arrive(_shelf.Row);
            }

            Look(person);
        }

        private static void Look(Person person)
        {
            person.Shown.Add(person.Desk.Session.SeenVersion);
            if (person.Desk.Session.Theirs is { } theirs)
            {
                person.Shown.Add(theirs.Version);
            }
        }

        private void Settle(Person person)
        {
            while (person.Desk.IsAsked)
            {
                person.Desk.Answer();
            }

            person.Desk.Arrive(_shelf.Row);
        }

        private sealed class Person(Shelf shelf)
        {
            public Desk Desk { get; } = new(shelf);

            public List<Task> Running { get; } = [];

            public HashSet<long> Shown { get; } = [1];

            public long Heard { get; set; } = 1;

            public string Typed { get; set; } = "start";
        }
    }
}
