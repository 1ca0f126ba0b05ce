using FsCheck;
using FsCheck.Fluent;

namespace OperatingModel.Domain.Tests;

/// <summary>A property that must hold on many random cases.</summary>
internal static class Property
{
    private const int Cases = 300;

    public static void Holds<T>(Gen<T> cases, Action<T> property, int count = Cases) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(count), Prop.ForAll(cases.ToArbitrary(), property));

    /// <summary>For cases that are easier built by hand: each gets its own source of random numbers.</summary>
    public static void Holds(Action<Random> property, int count = Cases) =>
        Holds(Gen.Choose(0, int.MaxValue - 1), seed => property(new Random(seed)), count);
}
