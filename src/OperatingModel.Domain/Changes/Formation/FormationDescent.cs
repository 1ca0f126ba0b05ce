namespace OperatingModel.Domain.Changes.Formation;

/// <summary>
/// One descent from today to a design that no single move improves. Forming a team starts from every role that could join and sends
/// home those that save least per person: single roles rarely save anything before their neighbours on the path join too.
/// </summary>
internal sealed class FormationDescent(FormationProblem problem, FormationCosts costs)
{
    private readonly List<FormationMove> _moves = [];
    private readonly double[] _loads = new double[problem.Changes.Count];
    private FormationState _state = FormationState.Today(problem);
    private double _bestSaving;
    private (FormationMoveKind Kind, FormationState State)? _best;

    public FormationState State => _state;

    public IReadOnlyList<FormationMove> Moves => _moves;

    /// <summary>Begins with a team for these changes, all of one mission; false when it would save nothing or break a limit.</summary>
    public bool FormFirst(IReadOnlyList<int> changes)
    {
        Prepare();
        ConsiderForming(problem.Changes[changes[0]].Mission, changes);
        return TakeBest();
    }

    public void Run(CancellationToken cancellation)
    {
        do
        {
            Prepare();
            for (var mission = 0; mission < problem.Missions.Count; mission++)
            {
                cancellation.ThrowIfCancellationRequested();
                if (_state.HasTeam(mission))
                {
                    ConsiderMerges(mission);
                    ConsiderExchanges(mission);
                }
                else
                {
                    ConsiderForming(mission);
                }
            }

            ConsiderLeads();
            ConsiderRoles(cancellation);
        }
        while (TakeBest() || SendIdleHome());
    }

    private void Prepare()
    {
        (_best, _bestSaving) = (null, 0);
        for (var change = 0; change < _loads.Length; change++)
        {
            _loads[change] = costs.LoadOf(change, _state.Leads[change], FormationCosts.MembersLeading(_state, change));
        }
    }

    private bool TakeBest()
    {
        if (_best is not { } best)
        {
            return false;
        }

        _moves.Add(FormationWords.Describe(problem, costs, best.Kind, _state, best.State));
        _state = best.State;
        return true;
    }

    // Changes and people that moved may leave a member behind that saves nothing any more.
    private bool SendIdleHome()
    {
        for (var mission = 0; mission < problem.Missions.Count; mission++)
        {
            foreach (var role in _state.MembersOf(mission).Where(role => !FormationTeams.IsRequired(problem, role, mission)))
            {
                var idle = !Tolerance.Greater(0, SavingOfToggling(role, mission));
                if (idle && With(next => next.Members[mission][role] = false) is var state && FormationTeams.Keeps(problem, state))
                {
                    _best = (FormationMoveKind.Leave, state);
                    return TakeBest();
                }
            }
        }

        return false;
    }

    // The limits are looked at only for moves that would be the best so far: most are not.
    private void Consider(FormationMoveKind kind, double saving, Func<FormationState> next)
    {
        if (Tolerance.Greater(saving, _bestSaving) && next() is var state && FormationTeams.Keeps(problem, state))
        {
            (_best, _bestSaving) = ((kind, state), saving);
        }
    }

    // All changes of the mission that nobody leads; those of a second mission too, where one alone gives no team of the right size.
    private void ConsiderForming(int mission)
    {
        int[] open = [.. Enumerable.Range(0, _loads.Length).Where(change => _state.Leads[change] < 0)];
        int[] own = [.. open.Where(change => problem.Changes[change].Mission == mission)];
        if (own.Length == 0 || ConsiderForming(mission, own))
        {
            return;
        }

        foreach (var other in open.GroupBy(change => problem.Changes[change].Mission).Where(other => other.Key != mission))
        {
            ConsiderForming(mission, [.. own, .. other]);
        }
    }

    // Whether the team keeps the limits, not whether it is the best move.
    private bool ConsiderForming(int mission, IReadOnlyList<int> changes)
    {
        var state = With(next =>
        {
            foreach (var change in changes)
            {
                next.Lead(change, mission);
            }
        });
        if (!FormationTeams.KeepsMission(problem, state, mission))
        {
            return false;
        }

        FormationTeams.Gather(problem, costs, state, mission);
        Consider(FormationMoveKind.Form, SavingOf(state, mission), () => state);
        return FormationTeams.Keeps(problem, state);
    }

    private void ConsiderMerges(int mission)
    {
        foreach (var other in Enumerable.Range(0, problem.Missions.Count).Where(other => other != mission && _state.HasTeam(other)))
        {
            var state = With(next =>
            {
                foreach (var role in _state.MembersOf(mission))
                {
                    next.Members[other][role] = true;
                }

                foreach (var change in _state.LedBy(mission))
                {
                    next.Lead(change, other);
                }
            });
            if (FormationTeams.KeepsMission(problem, state, other))
            {
                if (!FormationTeams.Keeps(problem, state))
                {
                    FormationTeams.Shape(problem, costs, state, other);
                }

                Consider(FormationMoveKind.Merge, SavingOf(state, other), () => state);
            }
        }
    }

    private void ConsiderExchanges(int mission)
    {
        var team = (bool[])_state.Members[mission].Clone();
        foreach (var leaving in _state.MembersOf(mission))
        {
            for (var role = 0; role < team.Length; role++)
            {
                if (problem.Roles[role].CanJoin && !_state.Members[mission][role])
                {
                    var joining = role;
                    (team[leaving], team[joining]) = (false, true);
                    Consider(FormationMoveKind.Exchange, SavingOf(mission, team), () => With(next =>
                        (next.Members[mission][leaving], next.Members[mission][joining]) = (false, true)));
                    (team[leaving], team[joining]) = (true, false);
                }
            }
        }
    }

    private void ConsiderLeads()
    {
        for (var change = 0; change < _loads.Length; change++)
        {
            for (var mission = -1; mission < problem.Missions.Count; mission++)
            {
                if (mission != _state.Leads[change] && (mission < 0 || _state.HasTeam(mission)))
                {
                    var (moving, to) = (change, mission);
                    var saving = _loads[moving] - costs.LoadOf(moving, to, to < 0 ? null : _state.Members[to]);
                    Consider(FormationMoveKind.Lead, saving, () => With(next => next.Lead(moving, to)));
                }
            }
        }
    }

    // Joining and leaving touch different changes, so that a transfer saves what the two save together.
    private void ConsiderRoles(CancellationToken cancellation)
    {
        int[] teams = [.. Enumerable.Range(0, problem.Missions.Count).Where(_state.HasTeam)];
        foreach (var role in Enumerable.Range(0, problem.Roles.Count).Where(role => problem.Roles[role].CanJoin))
        {
            cancellation.ThrowIfCancellationRequested();
            var savings = teams.ToDictionary(team => team, team => SavingOfToggling(role, team));
            foreach (var team in teams)
            {
                var kind = _state.Members[team][role] ? FormationMoveKind.Leave : FormationMoveKind.Join;
                Consider(kind, savings[team], () => With(next => next.Members[team][role] ^= true));
            }

            foreach (var from in teams.Where(team => _state.Members[team][role]))
            {
                foreach (var to in teams.Where(team => !_state.Members[team][role]))
                {
                    Consider(FormationMoveKind.Transfer, savings[from] + savings[to], () => With(next =>
                        (next.Members[from][role], next.Members[to][role]) = (false, true)));
                }
            }
        }
    }

    private FormationState With(Action<FormationState> change)
    {
        var state = _state.Copy();
        change(state);
        return state;
    }

    private double SavingOfToggling(int role, int mission)
    {
        var team = _state.Members[mission];
        team[role] ^= true;
        var saving = SavingOf(mission, team);
        team[role] ^= true;
        return saving;
    }

    // With the same changes and other members.
    private double SavingOf(int mission, bool[] members) =>
        _state.LedBy(mission).Sum(change => _loads[change] - costs.LoadOf(change, mission, members));

    // For a team that may lead other changes than now; no other team leads anything new.
    private double SavingOf(FormationState state, int mission) =>
        state.LedBy(mission).Sum(change => _loads[change] - costs.LoadOf(change, mission, state.Members[mission]));
}
