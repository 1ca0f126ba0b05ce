using OperatingModel.Domain.HeatMaps.Cube;

namespace OperatingModel.Domain.HeatMaps.Sensitivity;

/// <summary>How often each leaf came first and among the top, and the sum of its ranks.</summary>
internal sealed class SimulationCounts(int leaves)
{
    public int[] First { get; } = new int[leaves];

    public int[] Top { get; } = new int[leaves];

    public long[] RankSum { get; } = new long[leaves];

    public void Add(SimulationCounts other)
    {
        for (var i = 0; i < First.Length; i++)
        {
            First[i] += other.First[i];
            Top[i] += other.Top[i];
            RankSum[i] += other.RankSum[i];
        }
    }
}

/// <summary>Draws runs one after another with buffers of its own.</summary>
internal sealed class SimulationRun(SimulationInputs inputs, SimulationSettings settings)
{
    private readonly HeatAxes _axes = inputs.Cube.Axes;
    private readonly double[] _stages = new double[inputs.StageOrder.Length];
    private readonly double[] _units = new double[inputs.UnitOrder.Length];
    private readonly double[] _heats = new double[inputs.Chances.Length];
    private readonly double[] _falling = new double[inputs.Leaves.Length];
    private readonly int[] _order = new int[inputs.Leaves.Length];

    public SimulationCounts Counts { get; } = new(inputs.Leaves.Length);

    public void Draw(int run)
    {
        var random = new SplitMix64(settings.Seed);
        random.Skip((ulong)run * inputs.DrawsPerRun);
        Shake(_stages, inputs.StageOrder, inputs.Cube.Layer.Shares.Stage, ref random);
        Shake(_units, inputs.UnitOrder, inputs.Cube.Layer.Shares.Unit, ref random);
        for (var judgement = 0; judgement < _heats.Length; judgement++)
        {
            var drawn = random.NextDouble();
            var chance = inputs.Chances[judgement];
            var step = drawn < chance ? 0 : drawn >= 1 - chance ? 2 : 1;
            _heats[judgement] = inputs.Heats[(judgement * 3) + step];
        }

        for (var place = 0; place < _falling.Length; place++)
        {
            _falling[place] = -Priority(inputs.Leaves[place]);
            _order[place] = place;
        }

        Count();
    }

    private void Shake(double[] into, int[] order, double[] shares, ref SplitMix64 random)
    {
        double total = 0;
        foreach (var index in order)
        {
            into[index] = shares[index] * (1 + (settings.Delta * ((2 * random.NextDouble()) - 1)));
            total += into[index];
        }

        for (var i = 0; i < into.Length && total > 0; i++)
        {
            into[i] /= total;
        }
    }

    private double Priority(int leaf)
    {
        double heat = 0;
        double missing = 0;
        double plain = 0;
        double known = 0;
        for (var link = _axes.LinkStart[leaf]; link < _axes.LinkStart[leaf + 1]; link++)
        {
            double linkHeat = 0;
            double linkMissing = 0;
            for (var unit = 0; unit < _units.Length; unit++)
            {
                var judgement = inputs.Judgements[(link * _units.Length) + unit];
                if (judgement >= 0)
                {
                    linkHeat += _units[unit] * _heats[judgement];
                    known += _units[unit];
                }
                else if (judgement == SimulationInputs.Missing)
                {
                    linkMissing += _units[unit];
                }
            }

            var weight = _stages[_axes.LinkStage[link]] * inputs.Cube.Layer.Shares.Contribution(link);
            heat += weight * linkHeat;
            missing += weight * linkMissing;
            plain += linkHeat;
        }

        // With delta 1 a draw can take the weight of every known unit away.
        return 10 * (heat + (known > 0 ? plain / known * missing : 0));
    }

    private void Count()
    {
        Array.Sort(_falling, _order);
        var above = 0;
        for (var i = 0; i < _falling.Length; i++)
        {
            while (Tolerance.Greater(_falling[i], _falling[above]))
            {
                above++;
            }

            var leaf = _order[i];
            Counts.RankSum[leaf] += above + 1;
            Counts.First[leaf] += above == 0 ? 1 : 0;
            Counts.Top[leaf] += above < settings.K ? 1 : 0;
        }
    }
}
