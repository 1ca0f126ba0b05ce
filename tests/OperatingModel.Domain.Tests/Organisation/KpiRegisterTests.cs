using OperatingModel.Domain.Organisation;
using OperatingModel.Domain.Tests.Vectors;

namespace OperatingModel.Domain.Tests.Organisation;

public sealed class KpiRegisterTests
{
    [Fact]
    public void The_owner_of_a_KPI_sees_every_held_goal_that_pulls_against_it()
    {
        var register = KpiRegister.Compute(ExpectedFigures.Airline);
        register.Entries.Count.ShouldBe(31);

        // Release lead time K20: stage-gate compliance cancels it, incidents (rated) and budget compliance constrain it.
        var entry = register.Entries.Single(e => e.Kpi.Code == "K20");
        entry.Owner.ShouldBe("CIO");
        entry.Pulls.Where(pull => pull.Rating < 0).Select(pull => (pull.Kpi, pull.Rating)).ShouldBe([("K11", -3), ("K10", -1), ("K21", -1)]);
        entry.Pulls[0].Holders.ShouldBe([new KpiHolder("PMO", false, 0.4)]);
        entry.Holders.ShouldContain(new KpiHolder("T-PRE", true, 0.3));
    }
}
