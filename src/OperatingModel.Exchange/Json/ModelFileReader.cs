using System.Text;
using System.Text.Json;
using OperatingModel.Domain;
using OperatingModel.Domain.Capabilities;
using OperatingModel.Domain.Leadership;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Exchange.Json;

/// <summary>What a model file says.</summary>
/// <param name="Model">The rows that could be read; null when not even the heading could.</param>
/// <param name="Problems">What could not be read, each at its place. Integrity is checked separately.</param>
public sealed record ModelReading(ModelSnapshot? Model, IReadOnlyList<ModelProblem> Problems);

/// <summary>Reads model files (JSON). A file may hold only some lists; absent lists are empty, absent settings are the defaults.</summary>
public static class ModelFileReader
{
    /// <summary>Largest file read, in bytes.</summary>
    public const int MaxBytes = 64 * 1024 * 1024;

    private const int MaxDepth = 32;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = MaxDepth, AllowDuplicateProperties = false };

    private static readonly JsonReaderOptions ReaderOptions = new() { MaxDepth = MaxDepth };

    /// <exception cref="ModelFileException">There is no such file, or it is not a JSON model file at all.</exception>
    public static ModelReading ReadFile(string path, DateOnly today)
    {
        var file = new FileInfo(path);
        if (!file.Exists)
        {
            throw new ModelFileException($"There is no file {path}.");
        }

        if (file.Length > MaxBytes)
        {
            throw TooLarge(file.Length);
        }

        try
        {
            return Read(File.ReadAllBytes(path), today);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ModelFileException($"{path} cannot be read: {exception.Message}");
        }
    }

    /// <exception cref="ModelFileException">The bytes are not a JSON model file at all.</exception>
    public static ModelReading Read(ReadOnlyMemory<byte> utf8, DateOnly today)
    {
        if (utf8.Length > MaxBytes)
        {
            throw TooLarge(utf8.Length);
        }

        if (utf8.Span.StartsWith(Encoding.UTF8.Preamble))
        {
            utf8 = utf8[Encoding.UTF8.Preamble.Length..];
        }

        RefuseOtherEncodings(utf8.Span);
        try
        {
            RefuseEndlessNumbers(utf8.Span);
            using var document = JsonDocument.Parse(utf8, Options);
            return Read(document.RootElement, today);
        }
        catch (JsonException exception)
        {
            throw new ModelFileException(
                $"The file is not valid JSON at line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}: {Sentence(exception.Message)}");
        }
    }

    private static ModelReading Read(JsonElement root, DateOnly today)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            throw new ModelFileException("A model file is one JSON object that holds lists; this one is something else.");
        }

        var reading = new FileReading();
        var lists = FileShape.Lists.Select(list => list.Name);
        var members = reading.Members(root, "file", [FileShape.SchemaVersionName, FileShape.Meta, FileShape.Settings, FileShape.CioProfileName, .. lists])!;
        if (members.TryGetValue(FileShape.SchemaVersionName, out var version) && (version.ValueKind != JsonValueKind.String || version.GetString() != FileShape.SchemaVersion))
        {
            throw new ModelFileException($"The file has schema version {version.GetRawText()}; this program reads \"{FileShape.SchemaVersion}\".");
        }

        var meta = members.TryGetValue(FileShape.Meta, out var heading) ? MetaJson.Read(heading, today, reading) : MissingMeta(reading);
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

        if (meta is null)
        {
            return new ModelReading(null, reading.Problems);
        }

        var model = ModelSnapshot.Of([Table<ModelMeta>.Of([meta]), Table<ModelSettings>.Of([settings]), .. reading.Lists], 0, today);
        CheckLevels(members, model, reading);
        return new ModelReading(model, reading.Problems);
    }

    private static void ReadItem(FileList list, JsonElement item, string path, FileReading reading)
    {
        var nested = list.Members.Select(member => member.Name);
        var row = reading.AddRow(list.Table, item, path, [], [.. nested, .. list.Table.RowType == typeof(Capability) ? [FileShape.LevelName] : Array.Empty<string>()]);
        if (row is null)
        {
            return;
        }

        foreach (var member in list.Members)
        {
            if (item.TryGetProperty(member.Name, out var value))
            {
                member.Read(value, row.Key.Text, $"{path}.{member.Name}", reading);
            }
        }
    }

    private static void ReadCioProfile(JsonElement profile, FileReading reading)
    {
        reading.AddRow(ModelTables.Of<CioProfile>(), profile, FileShape.CioProfileName, [], FileShape.CioStatementsName);
        if (profile.ValueKind == JsonValueKind.Object && profile.TryGetProperty(FileShape.CioStatementsName, out var statements))
        {
            reading.ForEach(statements, $"{FileShape.CioProfileName}.{FileShape.CioStatementsName}", (item, path) => reading.AddRow(FileShape.CioStatements, item, path, []));
        }
    }

    // The level repeats what the tree says; a file that contradicts itself is told.
    private static void CheckLevels(Dictionary<string, JsonElement> members, ModelSnapshot model, FileReading reading)
    {
        if (!members.TryGetValue(ModelTables.Of<Capability>().Name, out var capabilities) || capabilities.ValueKind != JsonValueKind.Array)
        {
            return;
        }

        foreach (var item in capabilities.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object))
        {
            if (item.TryGetProperty(FileShape.LevelName, out var level) && item.TryGetProperty("code", out var code) && code.ValueKind == JsonValueKind.String
                && model.Tree.IndexOf(code.GetString()!) is var node and >= 0
                && (level.ValueKind != JsonValueKind.Number || !level.TryGetInt32(out var number) || number != model.Tree.LevelOf(node)))
            {
                reading.Tell("capability-level", $"capabilities {code.GetString()}", FileShape.LevelName,
                    $"The level is {level.GetRawText()}, but the parents put it on level {model.Tree.LevelOf(node)}; correct the level or the parent.");
            }
        }
    }

    private static ModelMeta? MissingMeta(FileReading reading)
    {
        reading.Tell("meta-missing", FileShape.Meta, null, "The heading is missing; give at least meta.code and meta.name.");
        return null;
    }

    private static void RefuseOtherEncodings(ReadOnlySpan<byte> bytes)
    {
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] || (bytes.Length > 1 && (bytes[0] == 0 || bytes[1] == 0)))
        {
            throw new ModelFileException("The file is not UTF-8 (it looks like UTF-16 or UTF-32); save it as UTF-8.");
        }

        if (!System.Text.Unicode.Utf8.IsValid(bytes))
        {
            throw new ModelFileException("The file is not UTF-8; save it as UTF-8.");
        }
    }

    // 1e999 is valid JSON and infinite as a number; nothing infinite may enter a model.
    private static void RefuseEndlessNumbers(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8, ReaderOptions);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.Number && (!reader.TryGetDouble(out var number) || !double.IsFinite(number)))
            {
                throw new ModelFileException($"The number {Encoding.UTF8.GetString(reader.ValueSpan[..Math.Min(reader.ValueSpan.Length, 40)])} at byte {reader.TokenStartIndex} is too large to be stored.");
            }
        }
    }

    private static string Sentence(string message) => message.Split(" LineNumber:")[0].Split(" Path:")[0];

    private static ModelFileException TooLarge(long bytes) =>
        new($"The file has {bytes / 1024 / 1024} MB; at most {MaxBytes / 1024 / 1024} MB are read.");
}
