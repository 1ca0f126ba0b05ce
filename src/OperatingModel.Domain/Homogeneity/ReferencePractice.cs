using OperatingModel.Domain.Assessments;
using OperatingModel.Domain.HeatMaps;

namespace OperatingModel.Domain.Homogeneity;

/// <summary>How one business unit runs a capability: its general assessment.</summary>
/// <param name="Confidence">After ageing.</param>
/// <param name="Weight">Of the unit, above 0.</param>
public sealed record UnitPractice(string Unit, int Importance, int Current, int Target, Confidence Confidence, double Weight);

/// <summary>What a unit gains by copying the reference.</summary>
/// <param name="Levels">Levels of maturity gained, 0..5.</param>
/// <param name="HeatRemoved">Part of the heat removed over all units: heat of the unit removed × its share of weight.</param>
public sealed record PracticeGain(string Unit, int Levels, double HeatRemoved);

/// <summary>
/// The unit to learn from, and what copying it removes (F7, with heat at both exponents 1). A reference must still be checked for
/// fit: size, regulation, product.
/// </summary>
/// <param name="HeatRemoved">Mean heat over the units that copying removes, 0..100.</param>
/// <param name="LevelSteps">Levels of maturity gained over all units.</param>
/// <param name="Gains">By unit, in ordinal order.</param>
public sealed record ReferencePractice(string Unit, int Level, double HeatRemoved, int LevelSteps, IReadOnlyList<PracticeGain> Gains)
{
    private const int LowestReference = 3;

    /// <summary>
    /// The unit with the highest level, of equals the one of higher confidence, larger weight, lower code. Null when that level is
    /// below 3 or no other unit would gain.
    /// </summary>
    public static ReferencePractice? Of(IReadOnlyList<UnitPractice> practices)
    {
        if (practices.Count == 0)
        {
            return null;
        }

        var donor = TieOrder.Sort(practices, p => p.Unit, p => p.Current, p => (int)p.Confidence, p => p.Weight)[0];
        if (donor.Current < LowestReference || !practices.Any(p => Reached(p, donor.Current) > p.Current))
        {
            return null;
        }

        var weight = practices.Sum(p => p.Weight);
        PracticeGain[] gains = [.. practices.OrderBy(p => p.Unit, StringComparer.Ordinal).Select(p => GainOf(p, donor.Current, weight))];
        return new ReferencePractice(donor.Unit, donor.Current, gains.Sum(gain => gain.HeatRemoved), gains.Sum(gain => gain.Levels), gains);
    }

    // Nobody copies beyond the own target, and nobody falls back.
    private static int Reached(UnitPractice practice, int level) => Math.Max(practice.Current, Math.Min(practice.Target, level));

    private static PracticeGain GainOf(UnitPractice practice, int level, double weight)
    {
        var reached = Reached(practice, level);
        var removed = Heat.Of(practice.Importance, practice.Current, practice.Target) - Heat.Of(practice.Importance, reached, practice.Target);
        return new PracticeGain(practice.Unit, reached - practice.Current, practice.Weight * removed / weight);
    }
}
