using OperatingModel.Domain.Teams;
using OperatingModel.Domain.Tests.Vectors;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.Tests.Teams;

public sealed class CognitiveLoadTests
{
    [Fact]
    public void Domains_load_a_team_as_in_vector_F15_01()
    {
        var vector = ExpectedFigures.Of("F15-01");
        vector.ShouldBe(vector.Input["cases"]!.AsArray().Select(c => Spelled(CognitiveLoad.Of(
            "T",
            [.. c!["domains"]!.AsArray().Select((complexity, i) => new TeamDomain("T", $"D{i}", Enum.Parse<Complexity>((string)complexity!)))],
            (double)c["size"]!,
            (int)c["collaborations"]!,
            ModelSettings.Default))));
    }

    [Fact]
    public void Another_domain_adds_its_points() => Property.Holds(random =>
    {
        TeamDomain[] domains = [.. Enumerable.Range(0, random.Next(0, 6)).Select(i => new TeamDomain("T", $"D{i}", (Complexity)random.Next(3)))];
        var added = new TeamDomain("T", "new", (Complexity)random.Next(3));
        var before = CognitiveLoad.Of("T", domains, 7, 0, ModelSettings.Default);
        var after = CognitiveLoad.Of("T", [.. domains, added], 7, 0, ModelSettings.Default);
        (after.Points - before.Points).ShouldBe(1 + (int)added.Complexity, 1e-12);
        after.Explain(ModelSettings.Default).Terms.Sum(term => term.Amount).ShouldBe(after.Ratio, 1e-9);
    });

    [Fact]
    public void Points_and_capacity_are_conventions_of_the_model()
    {
        var settings = ModelSettings.Default with { DomainComplex = 5, DomainCapacity = 4 };
        CognitiveLoad.Of("T", [new TeamDomain("T", "D", Complexity.Complex)], 7, 0, settings).Ratio.ShouldBe(1.25);
    }

    internal static object Spelled(CognitiveLoad load) => new { load.Points, load.Ratio, load.Status, load.Warnings };
}
