using System.Globalization;
using System.Text.RegularExpressions;
using Bunit;
using OperatingModel.Web.Components.Controls;

namespace OperatingModel.Web.Tests.Components.Controls;

public sealed class WhiskerTests
{
    [Theory]
    [InlineData(0.1, 0.05, 0.2, 0.4, 12.5, 37.5)]
    [InlineData(0.1, 0.05, 1.0, 0.2, 25, 75)]
    [InlineData(0.1, 0.3, 1.0, 0.2, 100, 0)]
    public async Task A_range_never_leaves_its_track(double value, double low, double high, double top, double left, double width)
    {
        await using var context = new BunitContext();
        var whisker = context.Render(builder => builder.AddContent(0, Whisker.Of(value, low, high, top, Numbers.One)));
        double[] shares =
        [
            .. Regex
                .Matches(whisker.Find(".range").GetAttribute("style")!, @"[\d.]+(?=%)")
                .Select(match => double.Parse(match.Value, CultureInfo.InvariantCulture)),
        ];
        shares.ShouldBe([left, width], 0.001);
    }

    [Fact]
    public void What_is_not_known_has_no_mark_and_what_is_beyond_the_scale_stands_at_its_end()
    {
        Whisker.Of(null, null, null, 100, Numbers.One).Value.ShouldNotContain("mark");
        Whisker.Of(3, 1, null, 2, Numbers.One).Value.ShouldContain("class=\"mark\" style=\"left: 100%\"");
        Whisker.Of(0.12, 0.05, 0.52, 1, share => Numbers.Percent(share)).Value.ShouldContain(
            "aria-label=\"12\u00A0% on a scale of 0\u00A0% to 100\u00A0%; between 5\u00A0% and 52\u00A0%\"");
    }
}
