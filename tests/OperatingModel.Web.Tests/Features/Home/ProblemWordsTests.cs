using OperatingModel.Domain;
using OperatingModel.Domain.Capabilities;
using OperatingModel.Domain.Workspaces;
using OperatingModel.Exchange.Samples;
using OperatingModel.Web.Features.Home;

namespace OperatingModel.Web.Tests.Features.Home;

public sealed class ProblemWordsTests
{
    private static readonly ModelSnapshot Airline = SampleModels.Airline(new DateOnly(2026, 3, 1));

    [Theory]
    [InlineData("C1.1 serves no strategic objective; name one.", "Campaign & content management (C1.1) serves no strategic objective; name one.")]
    [InlineData("Nobody answers for C1.1; name one.", "Nobody answers for Campaign & content management (C1.1); name one.")]
    [InlineData("C1.10 is near.", "Campaign & content management (C1.1): C1.10 is near.")]
    [InlineData("It has no owner.", "Campaign & content management (C1.1): It has no owner.")]
    public void The_name_stands_once_and_before_the_code(string message, string expected) =>
        ProblemWords
            .Of(
                new ModelProblem("x", Severity.Warning, "C1.1", null, message) { Table = ModelTables.Of<Capability>(), Row = RowKey.Of("C1.1") },
                Airline)
            .ShouldBe(expected);

    [Fact]
    public void A_problem_of_a_whole_list_is_said_as_it_is() =>
        ProblemWords
            .Of(new ModelProblem("x", Severity.Warning, "capabilities", null, "There are too many."), Airline)
            .ShouldBe("There are too many.");
}
