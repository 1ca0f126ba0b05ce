namespace OperatingModel.Application.Tests;

public sealed class StorageSettingsTests : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("operating-model-");

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public void Settings_are_read_by_key() => Read(
        ("OperatingModel:Storage:Provider", "postgres"),
        ("OperatingModel:Storage:ConnectionString", "Host=db;Database=om"),
        ("OperatingModel:Storage:MigrationDeadline", "00:02:00"),
        ("OperatingModel:Storage:DataDirectory", _directory.FullName)).ShouldBe(new StorageSettings
        {
            Provider = StorageProvider.Postgres,
            ConnectionString = "Host=db;Database=om",
            MigrationDeadline = TimeSpan.FromMinutes(2),
            DataDirectory = _directory.FullName,
        });

    [Fact]
    public void What_is_not_set_has_a_default() =>
        Read(("OperatingModel:Storage:DataDirectory", _directory.FullName)).ShouldBe(new StorageSettings { DataDirectory = _directory.FullName });

    [Fact]
    public void All_wrong_settings_are_told_at_once_with_the_legal_values()
    {
        var file = Path.Combine(_directory.FullName, "file");
        File.WriteAllText(file, "");
        var refused = Should.Throw<SettingsException>(() =>
            Read(
                ("OperatingModel:Storage:Provider", "Oracle"),
                ("OperatingModel:Storage:ConnectionString", "Host=db"),
                ("OperatingModel:Storage:MigrationDeadline", "soon"),
                ("OperatingModel:Storage:DataDirectory", Path.Combine(file, "data"))));
        refused
            .Problems.Select(problem => problem.Key)
            .ShouldBe([
                "OperatingModel:Storage:Provider",
                "OperatingModel:Storage:MigrationDeadline",
                "OperatingModel:Storage:DataDirectory",
                "OperatingModel:Storage:ConnectionString",
            ]);
        refused.Message.ShouldContain("  OperatingModel:Storage:Provider: 'Oracle' is not a database this program knows; give Sqlite or Postgres.");
        refused.Message.ShouldContain(
            "  OperatingModel:Storage:MigrationDeadline: 'soon' is not a duration; give hours:minutes:seconds, e.g. 00:01:00.");
        refused.Message.ShouldContain("give a directory in which this program may create files.");
        refused.Message.ShouldContain("A connection string has no effect on Sqlite; remove it or set OperatingModel:Storage:Provider to Postgres.");
    }

    [Theory]
    [InlineData("1", "'1' is not a database")]
    [InlineData("", "'' is not a database")]
    public void A_database_is_given_by_name(string provider, string problem) =>
        Should
            .Throw<SettingsException>(() =>
                Read(("OperatingModel:Storage:Provider", provider), ("OperatingModel:Storage:DataDirectory", _directory.FullName)))
            .Message.ShouldContain(problem);

    [Theory]
    [InlineData(null, "needs a connection string")]
    [InlineData("Host=db;Database=", "names no host or no database")]
    [InlineData("Host=db;Database=om;Hurray=secret", "cannot be read")]
    [InlineData("secret", "cannot be read")]
    public void A_wrong_connection_string_is_told_without_repeating_it(string? connection, string problem)
    {
        var refused = Should.Throw<SettingsException>(() =>
            Read(
                ("OperatingModel:Storage:Provider", "Postgres"),
                ("OperatingModel:Storage:ConnectionString", connection),
                ("OperatingModel:Storage:DataDirectory", _directory.FullName)));
        refused.Message.ShouldContain(problem);
        refused.Message.ShouldNotContain("secret");
    }

    [Theory]
    [InlineData("00:00:01")]
    [InlineData("1.00:00:00")]
    public void A_deadline_must_be_sensible(string deadline) =>
        Should
            .Throw<SettingsException>(() =>
                Read(("OperatingModel:Storage:MigrationDeadline", deadline), ("OperatingModel:Storage:DataDirectory", _directory.FullName)))
            .Message.ShouldContain("is out of range; give 00:00:05 to 01:00:00.");

    private static StorageSettings Read(params (string Key, string? Value)[] settings) =>
        StorageSettings.Read(key => Array.Find(settings, setting => setting.Key == key).Value);
}
