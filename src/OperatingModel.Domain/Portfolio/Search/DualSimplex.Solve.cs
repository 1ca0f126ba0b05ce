namespace OperatingModel.Domain.Portfolio.Search;

internal sealed partial class DualSimplex
{
    private const int SettlingPivots = 100;
    private const int PivotsPerStopCheck = 64;

    /// <summary>
    /// Moves to the optimum, or stops when the objective is certain to end below <paramref name="cutoff"/>, or after a number of pivots.
    /// At every moment the duals give a valid bound.
    /// </summary>
    public Outcome Solve(double cutoff, int pivotLimit)
    {
        var objective = Objective();
        for (var pivots = 0; ; pivots++)
        {
            var leaving = FarthestOut();
            if (leaving < 0)
            {
                return Outcome.Optimal;
            }

            if (objective < cutoff)
            {
                return Outcome.BelowCutoff;
            }

            if (pivots >= pivotLimit || (pivots % PivotsPerStopCheck == PivotsPerStopCheck - 1 && Stop()))
            {
                return Outcome.Stopped;
            }

            if (!Leave(leaving, ref objective))
            {
                return ProvesInfeasible(leaving, _values[leaving] < _lo[_basic[leaving]]) ? Outcome.Infeasible : Outcome.Stopped;
            }
        }
    }

    /// <summary>The bound without the disturbance of prices, from where the simplex stands; dear, so only for close calls.</summary>
    public double ExactBound(double[] reduced)
    {
        Reprice(_profit);
        Solve(double.NegativeInfinity, SettlingPivots);
        var bound = Bound(reduced);
        Reprice(_priced);
        return bound;
    }

    private void Reprice(double[] prices)
    {
        for (var j = 0; j < _columnCount; j++)
        {
            _reduced[j] = prices[_nonbasic[j]];
        }

        for (var i = 0; i < _rowCount; i++)
        {
            if (prices[_basic[i]] != 0)
            {
                AddMultiple(_reduced, _tableau[i], -prices[_basic[i]], _columnCount);
            }
        }

        var flips = 0;
        for (var j = 0; j < _columnCount; j++)
        {
            if (_reduced[j] * _side[j] > 0 && _hi[_nonbasic[j]] < double.PositiveInfinity)
            {
                _candidates[flips++] = j;
            }
        }

        Flip(flips);
    }

    /// <summary>The profit at the present point; falls with every pivot.</summary>
    public double Objective()
    {
        var sum = 0.0;
        for (var variable = 0; variable < _variables; variable++)
        {
            if (_profit[variable] != 0)
            {
                sum += _profit[variable] * ValueOf(variable);
            }
        }

        return sum;
    }

    // The distance to the bound, not the excess: a long row reaches its bound by a short step.
    private int FarthestOut()
    {
        var worst = 0.0;
        var row = -1;
        for (var i = 0; i < _rowCount; i++)
        {
            var variable = _basic[i];
            var excess = Math.Max(_lo[variable] - _values[i], _values[i] - _hi[variable]);
            if (excess > FeasibilityTolerance && excess * excess > worst * _norms[i])
            {
                (worst, row) = (excess * excess / _norms[i], i);
            }
        }

        return row;
    }

    /// <summary>Drives the basic variable of a row to the bound it breaks; false when nothing can.</summary>
    private bool Leave(int row, ref double objective)
    {
        var variable = _basic[row];
        var line = _tableau[row];
        var rises = _values[row] < _lo[variable];
        var missing = rises ? _lo[variable] - _values[row] : _values[row] - _hi[variable];
        var found = FindCandidates(line, rises ? -1 : 1);
        for (var flips = 0; flips < found; flips++)
        {
            BringNext(line, flips, found);
            var candidate = _candidates[flips];
            var reach = Math.Abs(line[candidate]) * (_hi[_nonbasic[candidate]] - _lo[_nonbasic[candidate]]);
            if (missing - reach < FeasibilityTolerance / 10)
            {
                objective -= missing * _ratios[flips];
                Flip(flips);
                Pivot(row, candidate, rises ? _lo[variable] : _hi[variable]);
                return true;
            }

            objective -= reach * _ratios[flips];
            missing -= reach;
        }

        return false;
    }

    private int FindCandidates(double[] line, double sign)
    {
        var found = 0;
        var columns = _columnCount;
        var (side, reduced) = (_side, _reduced);
        for (var j = 0; j < columns; j++)
        {
            var pull = sign * side[j] * line[j];
            if (pull > PivotTolerance)
            {
                _candidates[found] = j;
                _ratios[found++] = Math.Abs(reduced[j]) / pull;
            }
        }

        return found;
    }

    // The smallest ratio comes first; among equal ones the largest pivot element keeps the tableau accurate.
    private void BringNext(double[] line, int first, int found)
    {
        var best = first;
        for (var k = first + 1; k < found; k++)
        {
            if (_ratios[k] < _ratios[best] - 1e-12
                || (_ratios[k] <= _ratios[best] + 1e-12 && Math.Abs(line[_candidates[k]]) > Math.Abs(line[_candidates[best]])))
            {
                best = k;
            }
        }

        (_ratios[first], _ratios[best]) = (_ratios[best], _ratios[first]);
        (_candidates[first], _candidates[best]) = (_candidates[best], _candidates[first]);
    }

    private void Flip(int flips)
    {
        for (var k = 0; k < flips; k++)
        {
            var column = _candidates[k];
            var variable = _nonbasic[column];
            var range = _hi[variable] - _lo[variable];
            _ratios[k] = _atUpper[variable] ? -range : range;
            _atUpper[variable] = !_atUpper[variable];
            _side[column] = -_side[column];
        }

        ApplyMoves(flips);
    }

    private void Pivot(int row, int column, double target)
    {
        PivotsSinceRebuild++;
        var line = _tableau[row];
        var pivot = line[column];
        var (leaving, entering) = (_basic[row], _nonbasic[column]);
        var step = (_values[row] - target) / pivot;
        var enteringValue = Resting(entering) + step;
        line[column] = 1;
        var norm = 0.0;
        for (var j = 0; j < _columnCount; j++)
        {
            line[j] /= pivot;
            norm += line[j] * line[j];
        }

        _norms[row] = 1 + norm;

        for (var i = 0; i < _rowCount; i++)
        {
            var other = _tableau[i];
            var factor = other[column];
            if (i == row || factor == 0)
            {
                continue;
            }

            _values[i] -= factor * step;
            other[column] = 0;
            _norms[i] = 1 + AddMultiple(other, line, -factor, _columnCount);
        }

        var price = _reduced[column];
        _reduced[column] = 0;
        AddMultiple(_reduced, line, -price, _columnCount);
        _atUpper[leaving] = target == _hi[leaving] && target != _lo[leaving];
        (_basic[row], _values[row], _place[entering]) = (entering, enteringValue, ~row);
        Place(leaving, column);
    }
}
