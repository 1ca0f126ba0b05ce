namespace OperatingModel.Application.Tests;

public sealed class StorageSettingsTests : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("operating-model-");

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public void Settings_are_read_by_key() => Read(
        ("Storage:Provider", "postgres"),
        ("Storage:ConnectionString", "Host=db;Database=om"),
        ("Storage:MigrationDeadline", "00:02:00"),
        ("Storage:DataDirectory", _directory.FullName)).ShouldBe(new StorageSettings
        {
            Provider = StorageProvider.Postgres,
            ConnectionString = "Host=db;Database=om",
            MigrationDeadline = TimeSpan.FromMinutes(2),
            DataDirectory = _directory.FullName,
        });

    [Fact]
    public void What_is_not_set_has_a_default() =>
        Read(("Storage:DataDirectory", _directory.FullName)).ShouldBe(new StorageSettings { DataDirectory = _directory.FullName });

    [Fact]
    public void All_wrong_settings_are_told_at_once_with_the_legal_values()
    {
        var file = Path.Combine(_directory.FullName, "file");
        File.WriteAllText(file, "");
        var refused = Should.Throw<SettingsException>(() => Read(
            ("Storage:Provider", "Oracle"),
            ("Storage:ConnectionString", "Host=db"),
            ("Storage:MigrationDeadline", "soon"),
            ("Storage:DataDirectory", Path.Combine(file, "data"))));
        refused.Problems.Select(problem => problem.Key).ShouldBe(
            ["Storage:Provider", "Storage:MigrationDeadline", "Storage:DataDirectory", "Storage:ConnectionString"]);
        refused.Message.ShouldContain("  Storage:Provider: 'Oracle' is not a database this program knows; give Sqlite or Postgres.");
        refused.Message.ShouldContain("  Storage:MigrationDeadline: 'soon' is not a duration; give hours:minutes:seconds, e.g. 00:01:00.");
        refused.Message.ShouldContain("give a directory in which this program may create files.");
        refused.Message.ShouldContain("A connection string has no effect on Sqlite; remove it or set Storage:Provider to Postgres.");
    }

    [Theory]
    [InlineData("1", "'1' is not a database")]
    [InlineData("", "'' is not a database")]
    public void A_database_is_given_by_name(string provider, string problem) =>
        Should.Throw<SettingsException>(() => Read(("Storage:Provider", provider), ("Storage:DataDirectory", _directory.FullName))).Message.ShouldContain(problem);

    [Theory]
    [InlineData(null, "needs a connection string")]
    [InlineData("Host=db;Database=", "names no host or no database")]
    [InlineData("Host=db;Database=om;Hurray=secret", "cannot be read")]
    [InlineData("secret", "cannot be read")]
    public void A_wrong_connection_string_is_told_without_repeating_it(string? connection, string problem)
    {
        var refused = Should.Throw<SettingsException>(() => Read(
            ("Storage:Provider", "Postgres"), ("Storage:ConnectionString", connection), ("Storage:DataDirectory", _directory.FullName)));
        refused.Message.ShouldContain(problem);
        refused.Message.ShouldNotContain("secret");
    }

    [Theory]
    [InlineData("00:00:01")]
    [InlineData("1.00:00:00")]
    public void A_deadline_must_be_sensible(string deadline) =>
        Should.Throw<SettingsException>(() => Read(("Storage:MigrationDeadline", deadline), ("Storage:DataDirectory", _directory.FullName)))
            .Message.ShouldContain("is out of range; give 00:00:05 to 01:00:00.");

    private static StorageSettings Read(params (string Key, string? Value)[] settings) =>
        StorageSettings.Read(key => Array.Find(settings, setting => setting.Key == key).Value);
}
