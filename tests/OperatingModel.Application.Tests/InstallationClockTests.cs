namespace OperatingModel.Application.Tests;

public sealed class InstallationClockTests
{
    [Fact]
    public void The_zone_is_the_one_that_is_set() => Read("Pacific/Honolulu").LocalTimeZone.BaseUtcOffset.ShouldBe(TimeSpan.FromHours(-10));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void Without_a_setting_it_is_the_servers(string? text) => Read(text).LocalTimeZone.ShouldBe(TimeProvider.System.LocalTimeZone);

    [Fact]
    public void An_unknown_zone_is_refused_with_the_legal_shape() => Should.Throw<SettingsException>(() => Read("Middle/Earth")).Message
        .ShouldContain("OperatingModel:TimeZone: 'Middle/Earth' is not a time zone this machine knows; give a name like Europe/Berlin or UTC.");

    [Fact]
    public void Today_is_the_day_in_that_zone()
    {
        // 1 March 2026, 12:00 UTC.
        var clock = new TestClock { Zone = TimeZoneInfo.FindSystemTimeZoneById("Pacific/Kiritimati") };
        CalendarDays.Today(clock).ShouldBe(new DateOnly(2026, 3, 2));
        clock.Zone = TimeZoneInfo.FindSystemTimeZoneById("Pacific/Honolulu");
        clock.Advance(TimeSpan.FromHours(-3));
        CalendarDays.Today(clock).ShouldBe(new DateOnly(2026, 2, 28));
    }

    private static InstallationClock Read(string? zone) => InstallationClock.Read(key => key == "OperatingModel:TimeZone" ? zone : null);
}
