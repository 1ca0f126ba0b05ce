using OperatingModel.Domain.Organisation;
using OperatingModel.Domain.Tests.Vectors;

namespace OperatingModel.Domain.Tests.Organisation;

public sealed class ClashMatrixTests
{
    [Fact]
    public void The_airline_units_clash_as_expected()
    {
        var matrix = ClashMatrix.Compute(ExpectedFigures.Airline);
        var clashes = matrix.Pairs.Where(pair => pair.Goals.Conflict > 0 || pair.Goals.Support > 0)
            .ToDictionary(pair => $"{pair.Unit.Code}|{pair.Other.Code}", pair => pair.Goals);
        var expected = ExpectedFigures.OfAirline("unitMatrix");
        clashes.Keys.ShouldBe(expected.AsObject().Select(pair => pair.Key), ignoreOrder: true);
        Agreement.Check(expected, clashes, ExpectedFigures.AirlineTolerance);
    }

    [Fact]
    public void Every_pair_of_units_stands_once_and_explains_itself()
    {
        var matrix = ClashMatrix.Compute(ExpectedFigures.Airline);
        matrix.Pairs.Count.ShouldBe(matrix.Units.Count * (matrix.Units.Count - 1) / 2);
        matrix.Pairs.ShouldAllBe(pair => string.CompareOrdinal(pair.Unit.Code, pair.Other.Code) < 0);
        foreach (var pair in matrix.Pairs)
        {
            pair.Explain().Terms.Sum(term => term.Amount).ShouldBe(pair.Goals.Conflict, 1e-9);
        }
    }
}
