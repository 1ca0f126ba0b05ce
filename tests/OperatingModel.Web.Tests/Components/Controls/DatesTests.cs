using System.Globalization;
using OperatingModel.Application;
using OperatingModel.Domain.Reading;
using OperatingModel.Web.Components.Controls;

namespace OperatingModel.Web.Tests.Components.Controls;

public sealed class DatesTests
{
    [Theory]
    [InlineData("Pacific/Honolulu", "sv-SE", "2026-02-28, 23:30 UTC−10")]
    [InlineData("UTC", "sv-SE", "2026-03-01, 09:30 UTC")]
    [InlineData("Asia/Kolkata", "en-GB", "1 Mar 2026, 15:00 UTC+5:30")]
    [InlineData("Europe/Berlin", "en-GB", "1 Mar 2026, 10:30 UTC+1")]
    public void A_moment_stands_in_the_installations_zone_which_stands_beside_it(string zone, string culture, string text)
    {
        CultureInfo.CurrentCulture = KnownCultures.Find(culture)!;
        var time = new InstallationClock(TimeZoneInfo.FindSystemTimeZoneById(zone));
        Dates.Of(new DateTimeOffset(2026, 3, 1, 9, 30, 0, TimeSpan.Zero), time).ShouldBe(text);
    }
}
