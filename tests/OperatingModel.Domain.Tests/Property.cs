using FsCheck.Fluent;

namespace OperatingModel.Domain.Tests;

/// <summary>A property that must hold on many random cases which a test builds by hand from its own source of random numbers.</summary>
internal static class Property
{
    public static void Holds(Action<Random> property) => RandomModels.ForAll(Gen.Choose(0, int.MaxValue - 1), seed => property(new Random(seed)));
}
