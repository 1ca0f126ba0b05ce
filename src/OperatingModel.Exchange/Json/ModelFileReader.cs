using System.Security;
using System.Text.Json;
using OperatingModel.Domain;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Exchange.Json;

/// <summary>What a model file says.</summary>
/// <param name="Model">The rows that could be read.</param>
/// <param name="Problems">What could not be read, each at its place. Integrity is checked separately.</param>
public sealed record ModelReading(ModelSnapshot Model, IReadOnlyList<ModelProblem> Problems)
{
    internal IReadOnlySet<(ModelTable Table, string Code)> LeftOut { get; init; } = new HashSet<(ModelTable, string)>();

    /// <summary>
    /// Every problem, of reading and of integrity. A row that cannot be read is reported once, not again by every row that refers to it.
    /// </summary>
    public IReadOnlyList<ModelProblem> Check() => CheckUnlessCancelled(CancellationToken.None);

    /// <inheritdoc cref="Check()"/>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public IReadOnlyList<ModelProblem> CheckUnlessCancelled(CancellationToken cancellation) =>
        [.. Problems, .. ModelRules.CheckUnlessCancelled(Model, cancellation).Where(problem => !IsOfLeftOut(problem))];

    private bool IsOfLeftOut(ModelProblem problem) =>
        LeftOut.Count > 0
        && problem is { Code: ReferenceRules.Missing, Table: { } table, Row: { } key }
        && table.Fields.FirstOrDefault(field => field.FileName == problem.Field) is { Reference: { } reference } field
        && Model.Table(table).Find(key) is { } row
        && field.ValueOf(row) is string code
        && LeftOut.Contains((ModelTables.Of(reference.Target), code));
}

/// <summary>
/// Reads model files (JSON). A file may hold only some lists; absent lists are empty, an absent heading and absent settings are the defaults.
/// </summary>
public static class ModelFileReader
{
    /// <summary>Largest file read, in bytes.</summary>
    public const int MaxBytes = 64 * 1024 * 1024;

    private static readonly TimeSpan PipePatience = TimeSpan.FromSeconds(10);

    /// <exception cref="ModelFileException">There is no such file, or it is not a JSON model file at all.</exception>
    /// <param name="time">Measures how long a pipe may keep the program waiting.</param>
    public static ModelReading ReadFile(string path, DateOnly today, TimeProvider? time = null)
    {
        if (Directory.Exists(path))
        {
            throw new ModelFileException($"{path} is a folder; name a model file.");
        }

        try
        {
            using var file = Opened(path, time ?? TimeProvider.System);
            return Read(file, today);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new ModelFileException($"There is no file {path}.");
        }
        catch (Exception exception)
            when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException or SecurityException)
        {
            throw new ModelFileException($"{path} cannot be read: {exception.Message}");
        }
    }

    /// <exception cref="ModelFileException">The bytes are not a JSON model file at all.</exception>
    public static ModelReading Read(ReadOnlyMemory<byte> utf8, DateOnly today)
    {
        using var document = FileText.Parse(utf8);
        return Read(document.RootElement, today);
    }

    /// <exception cref="ModelFileException">What comes is not a JSON model file at all.</exception>
    public static ModelReading Read(Stream stream, DateOnly today) => Read(Bytes(stream), today);

    // Opening a named pipe that nobody writes to never ends and cannot be cancelled; a waiting thread ends with the program.
    private static FileStream Opened(string path, TimeProvider time)
    {
        try
        {
            return Task.Run(() => File.OpenRead(path)).WaitAsync(PipePatience, time).GetAwaiter().GetResult();
        }
        catch (TimeoutException)
        {
            throw new ModelFileException(
                $"{path} cannot be opened: it is a pipe to which nothing is written. "
                + "Start what writes to it first, or pipe the file in and name it -.");
        }
    }

    // The limit applies while reading: a device or a growing file reports no length, or a wrong one.
    private static ReadOnlyMemory<byte> Bytes(Stream file)
    {
        if (file.CanSeek && file.Length > MaxBytes)
        {
            throw FileText.TooLarge(file.Length);
        }

        var buffer = new MemoryStream(file.CanSeek ? (int)file.Length : 0);
        var chunk = new byte[128 * 1024];
        while (file.Read(chunk) is var count and > 0)
        {
            buffer.Write(chunk, 0, count);
            if (buffer.Length > MaxBytes)
            {
                throw FileText.TooLarge(buffer.Length);
            }
        }

        return buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
    }

    private static ModelReading Read(JsonElement root, DateOnly today)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            throw new ModelFileException("A model file is one JSON object that holds lists; this one is something else.");
        }

        var reading = new FileReading();
        var lists = FileShape.Lists.Select(list => list.Name);
        var members = reading.Members(
            root,
            "file",
            [FileShape.SchemaVersionName, FileShape.Meta, FileShape.Settings, FileShape.CioProfileName, .. lists])!;
        if (members.TryGetValue(FileShape.SchemaVersionName, out var version)
            && (version.ValueKind != JsonValueKind.String || version.GetString() != FileShape.SchemaVersion))
        {
            throw new ModelFileException(
                $"The file has schema version {FieldValues.Shown(version)}; this program reads \"{FileShape.SchemaVersion}\".");
        }

        var meta = members.TryGetValue(FileShape.Meta, out var heading) ? MetaJson.Read(heading, today, reading) : MetaJson.Default(today);
        var settings = members.TryGetValue(FileShape.Settings, out var given) ? SettingsJson.Read(given, reading) : ModelSettings.Default;
        foreach (var list in FileShape.Lists)
        {
            if (members.TryGetValue(list.Name, out var items))
            {
                reading.ForEach(items, list.Name, (item, path) => ReadItem(list, item, path, reading));
            }
        }

        if (members.TryGetValue(FileShape.CioProfileName, out var profile) && profile.ValueKind != JsonValueKind.Null)
        {
            ReadCioProfile(profile, reading);
        }

        var model = ModelSnapshot.Of([Table<ModelMeta>.Of([meta]), Table<ModelSettings>.Of([settings]), .. reading.Lists], 0, today);
        CheckLevels(members, model, reading);
        return new ModelReading(model, reading.Problems) { LeftOut = reading.LeftOut };
    }

    private static void ReadItem(FileList list, JsonElement item, string path, FileReading reading)
    {
        if (list.Shape.Read(item, null, path, reading, out var more) is not { } row)
        {
            return;
        }

        foreach (var (member, value) in list.Members.Zip(more).Where(m => m.Second.ValueKind != JsonValueKind.Undefined))
        {
            member.Read(value, row.Key.Text, $"{path}.{member.Name}", reading);
        }
    }

    private static void ReadCioProfile(JsonElement profile, FileReading reading)
    {
        FileShape.CioProfile.Read(profile, null, FileShape.CioProfileName, reading, out var more);
        if (more is [{ ValueKind: not JsonValueKind.Undefined } statements])
        {
            reading.ForEach(statements, $"{FileShape.CioProfileName}.{FileShape.CioStatementsName}", (item, path) =>
                FileShape.CioStatement.Read(item, null, path, reading, out _));
        }
    }

    // The level repeats what the tree says; a file that contradicts itself is reported.
    private static void CheckLevels(Dictionary<string, JsonElement> members, ModelSnapshot model, FileReading reading)
    {
        if (!members.TryGetValue(model.Capabilities.Definition.Name, out var capabilities) || capabilities.ValueKind != JsonValueKind.Array)
        {
            return;
        }

        foreach (var item in capabilities.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object))
        {
            if (item.TryGetProperty(FileShape.LevelName, out var level)
                && item.TryGetProperty("code", out var code)
                && code.ValueKind == JsonValueKind.String
                && model.Tree.IndexOf(code.GetString()!) is var node and >= 0
                && (level.ValueKind != JsonValueKind.Number || !level.TryGetInt32(out var number) || number != model.Tree.LevelOf(node)))
            {
                reading.Report(
                    "capability-level",
                    $"capabilities {code.GetString()}",
                    FileShape.LevelName,
                    $"The level is {FieldValues.Shown(level)}, but the parents put it on level {model.Tree.LevelOf(node)}; correct the "
                        + "level or the parent.");
            }
        }
    }
}
