using System.Text.Json;
using OperatingModel.Domain;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Exchange.Json;

/// <summary>
/// The settings of a model file. Some are grouped there (bands, confidence, targets, big ticket, contribution scale); conventions
/// that the first format did not know stand beside them, and only where they differ from their default.
/// </summary>
internal static class SettingsJson
{
    private const string BandsName = "bands";

    private static readonly ModelTable Table = ModelTables.Of<ModelSettings>();

    private static readonly (string Group, string Member, string Field)[] Grouped =
    [
        ("confidence", "Low", nameof(ModelSettings.ConfidenceLow)),
        ("confidence", "Medium", nameof(ModelSettings.ConfidenceMedium)),
        ("confidence", "High", nameof(ModelSettings.ConfidenceHigh)),
        ("innovationTarget", "Core", nameof(ModelSettings.InnovationCore)),
        ("innovationTarget", "Adjacent", nameof(ModelSettings.InnovationAdjacent)),
        ("innovationTarget", "Transformational", nameof(ModelSettings.InnovationTransformational)),
        ("investmentTarget", "Run", nameof(ModelSettings.InvestmentRun)),
        ("investmentTarget", "Grow", nameof(ModelSettings.InvestmentGrow)),
        ("investmentTarget", "Transform", nameof(ModelSettings.InvestmentTransform)),
        ("bigTicket", "cost", nameof(ModelSettings.BigTicketCost)),
        ("bigTicket", "quarters", nameof(ModelSettings.BigTicketQuarters)),
        ("contributionScale", "Minor", nameof(ModelSettings.ContributionMinor)),
        ("contributionScale", "Supporting", nameof(ModelSettings.ContributionSupporting)),
        ("contributionScale", "Critical", nameof(ModelSettings.ContributionCritical)),
    ];

    private static readonly (string Band, string Field)[] Bands =
    [
        ("Cool", nameof(ModelSettings.CoolFrom)),
        ("Warm", nameof(ModelSettings.WarmFrom)),
        ("Hot", nameof(ModelSettings.HotFrom)),
        ("Critical", nameof(ModelSettings.CriticalFrom)),
    ];

    private static readonly string[] FirstFormat =
    [
        nameof(ModelSettings.Alpha),
        nameof(ModelSettings.Gamma),
        nameof(ModelSettings.StaleAfterMonths),
        nameof(ModelSettings.RequiredHomogeneity),
        nameof(ModelSettings.TopK),
        nameof(ModelSettings.BusinessUnitWeightBasis),
        nameof(ModelSettings.SwitchLossPerExtraTeam),
        nameof(ModelSettings.SharedGoalWeight),
    ];

    private static IEnumerable<ModelField> Plain =>
        Table.Fields.Where(f => Grouped.All(g => g.Field != f.Name) && Bands.All(b => b.Field != f.Name));

    private static ModelField Field(string name) => Table.Fields.First(field => field.Name == name);

    public static ModelSettings Read(JsonElement settings, FileReading reading)
    {
        var values = Table.Fields.ToDictionary(field => field.Name, field => field.Default);
        var groups = Grouped.Select(g => g.Group).Distinct().ToList();
        var members = reading.Members(settings, FileShape.Settings, [.. Plain.Select(field => field.FileName), .. groups, BandsName]) ?? [];
        foreach (var field in Plain)
        {
            if (members.TryGetValue(field.FileName, out var value))
            {
                Set(values, field, value, FileShape.Settings, field.FileName, reading);
            }
        }

        foreach (var group in groups)
        {
            if (!members.TryGetValue(group, out var item))
            {
                continue;
            }

            var path = $"{FileShape.Settings}.{group}";
            var inGroup = Grouped.Where(g => g.Group == group).ToList();
            foreach (var (name, value) in reading.Members(item, path, [.. inGroup.Select(g => g.Member)]) ?? [])
            {
                Set(values, Field(inGroup.First(g => g.Member == name).Field), value, path, name, reading);
            }
        }

        if (members.TryGetValue(BandsName, out var bands))
        {
            reading.ForEach(bands, $"{FileShape.Settings}.{BandsName}", (item, path) => ReadBand(item, path, values, reading));
        }

        return (ModelSettings)Table.NewRow([.. Table.Fields.Select(field => values[field.Name])]);
    }

    public static void Write(Utf8JsonWriter json, ModelSettings settings)
    {
        json.WriteStartObject(FileShape.Settings);
        FileShape.WriteFields(json, FirstFormat.Select(Field), settings);
        json.WriteStartArray(BandsName);
        foreach (var (band, field) in Bands)
        {
            json.WriteStartObject();
            json.WriteString("name", band);
            json.WriteNumber("min", (double)Field(field).ValueOf(settings)!);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        foreach (var group in Grouped.GroupBy(g => g.Group))
        {
            json.WriteStartObject(group.Key);
            foreach (var (_, member, field) in group)
            {
                json.WritePropertyName(member);
                FieldValues.Write(json, Field(field).ValueOf(settings));
            }

            json.WriteEndObject();
        }

        FileShape.WriteFields(
            json,
            Plain.Where(field => !FirstFormat.Contains(field.Name) && !Equals(field.ValueOf(settings), field.Default)),
            settings);
        json.WriteEndObject();
    }

    private static void ReadBand(JsonElement item, string path, Dictionary<string, object?> values, FileReading reading)
    {
        var members = reading.Members(item, path, ["name", "min"]);
        if (members is null || !reading.Require(members, "name", path, out var name) || !reading.Require(members, "min", path, out var min))
        {
            return;
        }

        var band = Array.Find(Bands, b => name.ValueKind == JsonValueKind.String && b.Band == name.GetString());
        if (band.Field is null)
        {
            reading.Report("unreadable-value", path, "name", $"The bands are {string.Join(", ", Bands.Select(b => b.Band))}; use one of these.");
            return;
        }

        Set(values, Field(band.Field), min, path, "min", reading);
    }

    private static void Set(Dictionary<string, object?> values, ModelField field, JsonElement value, string path, string member, FileReading reading)
    {
        var read = field.Kind.Read(value, out var problem);
        if (problem is null)
        {
            values[field.Name] = read;
        }
        else
        {
            reading.Report("unreadable-value", path, member, problem);
        }
    }
}
