namespace OperatingModel.Application;

/// <summary>The clock of this installation: "today" and the times people read are those of its time zone, wherever its server stands.</summary>
public sealed class InstallationClock(TimeZoneInfo zone) : TimeProvider
{
    public const string TimeZoneKey = "OperatingModel:TimeZone";

    public override TimeZoneInfo LocalTimeZone { get; } = zone;

    /// <param name="setting">The text of a setting by its key; null when it is not set, and the zone is the server's.</param>
    /// <exception cref="SettingsException">The zone is not known.</exception>
    public static InstallationClock Read(Func<string, string?> setting)
    {
        if (string.IsNullOrWhiteSpace(setting(TimeZoneKey)))
        {
            return new InstallationClock(System.LocalTimeZone);
        }

        var name = setting(TimeZoneKey)!.Trim();
        return TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone)
            ? new InstallationClock(zone)
            : throw new SettingsException(
                [new(TimeZoneKey, $"'{name}' is not a time zone this machine knows; give a name like Europe/Berlin or UTC.")]);
    }
}
