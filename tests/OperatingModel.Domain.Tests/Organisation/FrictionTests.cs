using OperatingModel.Domain.Organisation;
using OperatingModel.Domain.Tests.Changes;
using OperatingModel.Domain.Tests.Vectors;

namespace OperatingModel.Domain.Tests.Organisation;

public sealed class FrictionTests
{
    [Fact]
    public void Friction_counts_the_border_and_what_is_not_common_as_in_vector_F12_01()
    {
        var vector = ExpectedFigures.Of("F12-01");
        var units = CoordinationVector.UnitsOf(vector.Input);
        vector.ShouldBe(vector.Input["pairs"]!.AsArray().Select(pair => Friction.Between(units[(string)pair![0]!], units[(string)pair[1]!]).Points));
    }

    [Fact]
    public void Friction_is_symmetric_and_nothing_or_one_to_five() => Property.Holds(random =>
    {
        var kpis = RandomOrganisation.KpiCodes(4);
        var one = RandomOrganisation.Unit(random, $"U{random.Next(3)}", kpis);
        var other = RandomOrganisation.Unit(random, $"U{random.Next(3)}", kpis);
        var friction = Friction.Between(one, other);
        friction.ShouldBe(Friction.Between(other, one));
        friction.Points.ShouldBeInRange(one.Code == other.Code ? 0 : 1, one.Code == other.Code ? 0 : Friction.Most);
    });

    [Fact]
    public void What_is_unknown_of_both_sides_counts_as_different()
    {
        var one = DesignUnit.UnknownHomeOf("DEV");
        Friction.Between(one, DesignUnit.UnknownHomeOf("QA")).Points.ShouldBe(Friction.Most);
        Friction.Between(one, DesignUnit.UnknownHomeOf("DEV")).Points.ShouldBe(0);
    }

    [Fact]
    public void The_reasons_are_told_in_words()
    {
        var units = CoordinationVector.UnitsOf(ExpectedFigures.Of("F12-01").Input);
        Friction.Between(units["PRODUCT"], units["OPS"]).InWords.ShouldBe("a border, different budget owners, different planning cadences");
    }
}
