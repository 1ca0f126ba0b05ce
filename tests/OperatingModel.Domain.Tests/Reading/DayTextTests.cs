using System.Globalization;
using OperatingModel.Domain.Reading;

namespace OperatingModel.Domain.Tests.Reading;

public sealed class DayTextTests
{
    private static readonly DateOnly Day = new(2026, 3, 31);

    [Theory]
    [InlineData("en-US", "Mar 31, 2026")]
    [InlineData("en-GB", "31 Mar 2026")]
    [InlineData("de-DE", "31. März 2026")]
    [InlineData("da-DK", "31. mar. 2026")]
    [InlineData("sv-SE", "2026-03-31")]
    [InlineData("th-TH", "31 มี.ค. 2026")]
    public void A_day_is_written_in_the_order_of_the_culture_and_in_one_calendar(string culture, string text) =>
        DayText.Of(Day, KnownCultures.Find(culture)!).ShouldBe(text);

    [Fact]
    public void Files_get_the_day_as_ISO() => DayText.Of(Day, CultureInfo.InvariantCulture).ShouldBe("2026-03-31");

    [Theory]
    [InlineData("en-US", "3/31/2026")]
    [InlineData("en-GB", "31/3/2026")]
    [InlineData("de-DE", "31.3.2026")]
    [InlineData("de-DE", "31.03.2026")]
    [InlineData("de-DE", "31 März 2026")]
    [InlineData("hu-HU", "2026. 03. 31.")]
    [InlineData("fa-IR", "2026-03-31")]
    public void A_day_is_read_in_the_order_of_the_culture(string culture, string text) =>
        DayText.Read(text, KnownCultures.Find(culture)!).ShouldBe(Day);

    [Theory]
    [InlineData("en-US", "31/3/2026")]
    [InlineData("en-US", "3/31")]
    [InlineData("en-US", "3/31/26")]
    [InlineData("de-DE", "5.1")]
    [InlineData("de-DE", "30.2.2026")]
    [InlineData("de-DE", "5")]
    [InlineData("de-DE", "")]
    public void Half_a_day_or_one_of_another_order_is_none(string culture, string text) =>
        DayText.Read(text, KnownCultures.Find(culture)!).ShouldBeNull();

    [Fact]
    public void What_is_written_in_any_culture_is_read_back_and_so_is_ISO()
    {
        foreach (var culture in CultureInfo.GetCultures(CultureTypes.AllCultures).Select(culture => KnownCultures.Find(culture.Name) ?? culture))
        {
            for (var day = new DateOnly(2026, 1, 7); day.Year == 2026; day = day.AddDays(24))
            {
                DayText.Read(DayText.Of(day, culture), culture).ShouldBe(day, culture.Name);
                DayText.Read(DayText.Of(day, CultureInfo.InvariantCulture), culture).ShouldBe(day, culture.Name);
            }
        }
    }
}
