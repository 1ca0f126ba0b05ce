using Microsoft.Extensions.Time.Testing;

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
        CalendarDays.Today(ClockIn("Pacific/Kiritimati", hour: 12)).ShouldBe(new DateOnly(2026, 3, 2));
        CalendarDays.Today(ClockIn("Pacific/Honolulu", hour: 9)).ShouldBe(new DateOnly(2026, 2, 28));

        // On 1 March 2026, UTC.
        static FakeTimeProvider ClockIn(string zone, int hour)
        {
            var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 1, hour, 0, 0, TimeSpan.Zero));
            clock.SetLocalTimeZone(TimeZoneInfo.FindSystemTimeZoneById(zone));
            return clock;
        }
    }

    private static InstallationClock Read(string? zone) => InstallationClock.Read(key => key == "OperatingModel:TimeZone" ? zone : null);
}
