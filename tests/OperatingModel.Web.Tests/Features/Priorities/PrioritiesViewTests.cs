using OperatingModel.Web.Features.Priorities;

namespace OperatingModel.Web.Tests.Features.Priorities;

public sealed class PrioritiesViewTests
{
    [Theory]
    [InlineData(null, null)]
    [InlineData("", null)]
    [InlineData("1", null)]
    [InlineData("10000", null)]
    [InlineData("0", "The line stands after a rank from 1 to 10000; “0” is none.")]
    [InlineData("-1", "The line stands after a rank from 1 to 10000; “-1” is none.")]
    [InlineData("1.5", "The line stands after a rank from 1 to 10000; “1.5” is none.")]
    [InlineData("10001", "The line stands after a rank from 1 to 10000; “10001” is none.")]
    public void A_line_that_is_none_is_refused_in_words(string? typed, string? problem) => PrioritiesView.LineProblem(typed).ShouldBe(problem);
}
