using System.Globalization;
using Npgsql;
using OperatingModel.Application.Persistence;

namespace OperatingModel.Application;

/// <summary>The databases the program can keep models in.</summary>
public enum StorageProvider
{
    /// <summary>One file in the data directory; for one server.</summary>
    Sqlite,

    /// <summary>A PostgreSQL server; for several servers of this program, too.</summary>
    Postgres,
}

/// <summary>Where models are kept.</summary>
public sealed record StorageSettings
{
    public const string ProviderKey = "OperatingModel:Storage:Provider";
    public const string DataDirectoryKey = "OperatingModel:Storage:DataDirectory";
    public const string ConnectionStringKey = "OperatingModel:Storage:ConnectionString";
    public const string MigrationDeadlineKey = "OperatingModel:Storage:MigrationDeadline";

    private static readonly TimeSpan ShortestDeadline = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestDeadline = TimeSpan.FromHours(1);

    public StorageProvider Provider { get; init; } = StorageProvider.Sqlite;

    /// <summary>Holds the SQLite file and its backups, and with either database the keys that guard cookies and forms.</summary>
    public string DataDirectory { get; init; } = "data";

    /// <summary>Required for PostgreSQL, absent for SQLite.</summary>
    public string? ConnectionString { get; init; }

    /// <summary>How long the start may wait for the database and for a change of its schema.</summary>
    public TimeSpan MigrationDeadline { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Reads and checks all settings at once.</summary>
    /// <param name="setting">The text of a setting by its key; null when it is not set.</param>
    /// <exception cref="SettingsException">Names every setting that is wrong.</exception>
    public static StorageSettings Read(Func<string, string?> setting)
    {
        var problems = new List<SettingProblem>();
        var defaults = new StorageSettings();
        var settings = new StorageSettings
        {
            Provider = ReadProvider(setting(ProviderKey), problems) ?? defaults.Provider,
            DataDirectory = setting(DataDirectoryKey) ?? defaults.DataDirectory,
            ConnectionString = setting(ConnectionStringKey),
            MigrationDeadline = ReadDeadline(setting(MigrationDeadlineKey), problems) ?? defaults.MigrationDeadline,
        };
        problems.AddRange(settings.Problems());
        return problems.Count == 0 ? settings : throw new SettingsException(problems);
    }

    /// <exception cref="SettingsException">Names every setting that is wrong.</exception>
    public void Check()
    {
        if (Problems().ToList() is { Count: > 0 } problems)
        {
            throw new SettingsException(problems);
        }
    }

    private IEnumerable<SettingProblem> Problems()
    {
        if (MigrationDeadline < ShortestDeadline || MigrationDeadline > LongestDeadline)
        {
            yield return new(MigrationDeadlineKey, $"{MigrationDeadline:c} is out of range; give {ShortestDeadline:c} to {LongestDeadline:c}.");
        }

        if (DirectoryProblem() is { } directory)
        {
            yield return new(DataDirectoryKey, directory);
        }

        if (ConnectionProblem() is { } connection)
        {
            yield return new(ConnectionStringKey, connection);
        }
    }

    private string? DirectoryProblem()
    {
        try
        {
            PrivateFiles.CreateDirectory(DataDirectory);
            using var probe = new FileStream(
                Path.Combine(DataDirectory, $".probe-{Guid.NewGuid():N}"),
                FileMode.CreateNew,
                FileAccess.Write,
                FileShare.None,
                1,
                FileOptions.DeleteOnClose);
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return $"'{DataDirectory}' cannot be written to ({exception.Message}); give a directory in which this program may create files.";
        }
    }

    private string? ConnectionProblem()
    {
        if (Provider == StorageProvider.Sqlite)
        {
            return string.IsNullOrWhiteSpace(ConnectionString)
                ? null
                : $"A connection string has no effect on {nameof(StorageProvider.Sqlite)}; remove it or set {ProviderKey} to "
                    + $"{nameof(StorageProvider.Postgres)}.";
        }

        const string Form = "give one like Host=db;Database=operatingmodel;Username=operatingmodel;Password=…";
        if (string.IsNullOrWhiteSpace(ConnectionString))
        {
            return $"{nameof(StorageProvider.Postgres)} needs a connection string; {Form}.";
        }

        try
        {
            return new NpgsqlConnectionStringBuilder(ConnectionString) is { Host.Length: > 0, Database.Length: > 0 }
                ? null
                : $"The connection string names no host or no database; {Form}.";
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or KeyNotFoundException)
        {
            // The message of the parser may repeat parts of the text, and with them a password.
            return $"The connection string cannot be read; {Form}.";
        }
    }

    private static StorageProvider? ReadProvider(string? text, List<SettingProblem> problems)
    {
        if (text is null)
        {
            return null;
        }

        var names = Enum.GetNames<StorageProvider>();
        if (Array.FindIndex(names, name => name.Equals(text.Trim(), StringComparison.OrdinalIgnoreCase)) is var index and >= 0)
        {
            return Enum.Parse<StorageProvider>(names[index]);
        }

        problems.Add(new(ProviderKey, $"'{text}' is not a database this program knows; give {string.Join(" or ", names)}."));
        return null;
    }

    private static TimeSpan? ReadDeadline(string? text, List<SettingProblem> problems)
    {
        if (text is null)
        {
            return null;
        }

        if (TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var deadline))
        {
            return deadline;
        }

        problems.Add(new(MigrationDeadlineKey, $"'{text}' is not a duration; give hours:minutes:seconds, e.g. 00:01:00."));
        return null;
    }
}
