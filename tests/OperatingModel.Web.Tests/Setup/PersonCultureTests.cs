using System.Globalization;
using Microsoft.AspNetCore.Http;
using OperatingModel.Web.Setup;

namespace OperatingModel.Web.Tests.Setup;

public sealed class PersonCultureTests
{
    [Theory]
    [InlineData("de-DE,de;q=0.9,en;q=0.8", "de-DE")]
    [InlineData("en;q=0.5,fr-CH", "fr-CH")]
    [InlineData("de-XQ", "de")]
    [InlineData("xx-YY,ja", "ja")]
    [InlineData("de;q=0,sv", "sv")]
    [InlineData("*", "en")]
    [InlineData("../../etc, =;,", "en")]
    [InlineData(null, "en")]
    public void The_most_wanted_culture_that_is_known_is_spoken(string? asked, string culture)
    {
        var request = new DefaultHttpContext().Request;
        request.Headers.AcceptLanguage = asked;
        PersonCulture.Of(request).Name.ShouldBe(culture);
    }

    [Theory]
    [InlineData("th-TH")]
    [InlineData("fa-IR")]
    [InlineData("ar-SA")]
    public void Days_are_of_one_calendar(string asked)
    {
        var request = new DefaultHttpContext().Request;
        request.Headers.AcceptLanguage = asked;
        PersonCulture.Of(request).DateTimeFormat.Calendar.ShouldBeAssignableTo<GregorianCalendar>();
    }
}
