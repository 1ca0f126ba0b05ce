namespace OperatingModel.Domain.Portfolio.Search;

/// <summary>
/// Which initiatives are decided and which are open, with everything that follows from a decision: prerequisites come in, dependents
/// go out, an exclusion group closes, what no longer fits the money goes out. Decisions can be undone back to a mark.
/// </summary>
internal sealed class SelectionState
{
    private const sbyte Open = -1;

    private readonly int[][] _better;
    private readonly int[][] _worse;
    private readonly sbyte[] _decision;
    private readonly int[] _trail;
    private readonly long[] _left;
    private readonly int[][] _dearest;
    private int _decided;
    private int _followed;

    /// <param name="preferences">Pairs (better, worse): the worse is never selected without the better.</param>
    public SelectionState(FlatPortfolio portfolio, IReadOnlyList<(int Better, int Worse)> preferences)
    {
        Portfolio = portfolio;
        _better = [.. Enumerable.Range(0, portfolio.Count).Select(j => preferences.Where(p => p.Worse == j).Select(p => p.Better).ToArray())];
        _worse = [.. Enumerable.Range(0, portfolio.Count).Select(j => preferences.Where(p => p.Better == j).Select(p => p.Worse).ToArray())];
        _decision = new sbyte[portfolio.Count];
        Array.Fill(_decision, Open);
        _trail = new int[portfolio.Count];
        _left = [.. portfolio.Budgets];
        _dearest = [.. Enumerable.Range(0, portfolio.Rounds).Select(r =>
            Enumerable.Range(0, portfolio.Count).OrderByDescending(j => portfolio.Cost(j, r)).ThenBy(j => j).ToArray())];
    }

    public FlatPortfolio Portfolio { get; }

    public int OpenCount => _decision.Length - _decided;

    /// <summary>Marks the present decisions, for <see cref="BackTo"/>.</summary>
    public int Mark => _decided;

    /// <summary>The initiatives decided before a mark, in order.</summary>
    public ReadOnlySpan<int> DecidedBefore(int mark) => _trail.AsSpan(0, mark);

    /// <summary>The initiatives decided since a mark, in order.</summary>
    public ReadOnlySpan<int> DecidedAfter(int mark) => _trail.AsSpan(mark, _decided - mark);

    public int FirstOpen() => Array.IndexOf(_decision, Open);

    public bool IsOpen(int initiative) => _decision[initiative] == Open;

    public bool IsIn(int initiative) => _decision[initiative] == 1;

    public bool IsOut(int initiative) => _decision[initiative] == 0;

    public bool[] Selected() => [.. _decision.Select(d => d == 1)];

    /// <summary>Whether every decided initiative has the share that was decided.</summary>
    public bool Agrees(double[] shares)
    {
        for (var i = 0; i < _decided; i++)
        {
            if (Math.Abs(shares[_trail[i]] - _decision[_trail[i]]) > 1e-6)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Decides one initiative and all that follows; false when that is impossible (then go back to a mark).</summary>
    public bool Decide(int initiative, bool selected) => Put(initiative, selected) && Follow();

    public void BackTo(int mark)
    {
        while (_decided > mark)
        {
            var j = _trail[--_decided];
            if (_decision[j] == 1)
            {
                Spend(j, -1);
            }

            _decision[j] = Open;
        }

        _followed = _decided;
    }

    private bool Put(int initiative, bool selected)
    {
        var decision = (sbyte)(selected ? 1 : 0);
        if (_decision[initiative] != Open)
        {
            return _decision[initiative] == decision;
        }

        _decision[initiative] = decision;
        _trail[_decided++] = initiative;
        if (selected)
        {
            Spend(initiative, 1);
        }

        return true;
    }

    private bool Follow()
    {
        var spent = false;
        do
        {
            while (_followed < _decided)
            {
                var j = _trail[_followed++];
                spent |= _decision[j] == 1;
                if (!FollowOne(j))
                {
                    return false;
                }
            }

            if (spent && !CloseUnaffordable())
            {
                return false;
            }

            spent = false;
        }
        while (_followed < _decided);
        return true;
    }

    private bool FollowOne(int j)
    {
        if (_decision[j] == 0)
        {
            return PutAll(Portfolio.Dependents[j], false) && PutAll(_worse[j], false);
        }

        return PutAll(Portfolio.Prerequisites[j], true) && PutAll(_better[j], true) && CloseGroup(j);
    }

    private bool PutAll(int[] initiatives, bool selected)
    {
        foreach (var other in initiatives)
        {
            if (!Put(other, selected))
            {
                return false;
            }
        }

        return true;
    }

    private bool CloseGroup(int j)
    {
        if (Portfolio.Group[j] < 0)
        {
            return true;
        }

        foreach (var other in Portfolio.GroupMembers[Portfolio.Group[j]])
        {
            if (other != j && !Put(other, false))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Puts out what the money left does not pay; false when it is already overspent.</summary>
    public bool CloseUnaffordable()
    {
        for (var r = 0; r < _left.Length; r++)
        {
            if (_left[r] < 0)
            {
                return false;
            }

            foreach (var j in _dearest[r])
            {
                if (Portfolio.Cost(j, r) <= _left[r])
                {
                    break;
                }

                if (_decision[j] == Open)
                {
                    Put(j, false);
                }
            }
        }

        return true;
    }

    private void Spend(int j, int sign)
    {
        for (var r = 0; r < _left.Length; r++)
        {
            _left[r] -= sign * Portfolio.Cost(j, r);
        }
    }
}
