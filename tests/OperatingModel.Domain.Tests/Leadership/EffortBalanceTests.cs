using OperatingModel.Domain.Leadership;
using OperatingModel.Domain.Tests.Vectors;

namespace OperatingModel.Domain.Tests.Leadership;

public sealed class EffortBalanceTests
{
    [Fact]
    public void The_airline_effort_is_balanced_as_expected()
    {
        var balance = EffortBalance.Compute(ExpectedFigures.Airline);
        Agreement.Check(ExpectedFigures.OfAirline("effort"), balance.Similarity, ExpectedFigures.AirlineTolerance);
        Agreement.Check(
            ExpectedFigures.OfAirline("architectureAndOfficeShare"),
            new { Current = balance.ArchitectureAndOfficeNow, Target = balance.ArchitectureAndOfficeTarget },
            ExpectedFigures.AirlineTolerance);
        balance.Sentence.ShouldBe("Architecture and the office of the CIO take 2.5% of IT effort today and 7.2% in the target.");
    }

    [Fact]
    public void A_model_without_effort_has_no_balance()
    {
        var balance = EffortBalance.Compute(Models.Of());
        balance.Similarity.Index.ShouldBeNull();
        balance.ArchitectureAndOfficeNow.ShouldBeNull();
        balance.Explain().Figure.ShouldBeNull();
    }
}
