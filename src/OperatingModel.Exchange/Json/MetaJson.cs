using System.Text.Json;
using OperatingModel.Domain;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Exchange.Json;

/// <summary>The heading of a model file. The planning horizon is spelled out there as a list of quarters.</summary>
internal static class MetaJson
{
    private const string QuartersName = "quarters";
    private const int DefaultQuarters = 8;
    private const string NoCode = "MODEL";
    private const string NoName = "Model without a name";
    private const string NoCurrency = "EUR";
    private const string NoMoneyUnit = "kEUR";

    private static ModelTable Table => ModelTables.Of<ModelMeta>();

    private static ModelField Field(string name) => Table.Fields.First(field => field.Name == name);

    /// <summary>The heading of a file that has none.</summary>
    public static ModelMeta Default(DateOnly today) =>
        new(NoCode, NoName, null, null, NoCurrency, NoMoneyUnit, null, Quarter.Of(today) + 1, DefaultQuarters, null);

    /// <summary>The heading as far as it can be read; what is missing or wrong in it is reported.</summary>
    public static ModelMeta Read(JsonElement meta, DateOnly today, FileReading reading)
    {
        string[] hidden = [nameof(ModelMeta.FirstQuarter), nameof(ModelMeta.QuarterCount)];
        var spelled = Table.Fields.Where(field => !hidden.Contains(field.Name)).ToList();
        var members = reading.Members(meta, FileShape.Meta, [.. spelled.Select(field => field.FileName), QuartersName]);
        if (members is null)
        {
            return Default(today);
        }

        var values = new Dictionary<string, object?>();
        foreach (var field in spelled)
        {
            string? problem = null;
            values[field.Name] = members.TryGetValue(field.FileName, out var value) && value.ValueKind != JsonValueKind.Null
                ? field.Kind.Read(value, out problem)
                : DefaultOf(field.Name);
            if (problem is not null)
            {
                reading.Report("unreadable-value", FileShape.Meta, field.FileName, problem);
            }
        }

        var (code, name) = (values[nameof(ModelMeta.Code)] as string, values[nameof(ModelMeta.Name)] as string);
        if (code is null || name is null)
        {
            reading.Report("meta-missing", FileShape.Meta, null, "Give meta.code and meta.name.");
        }

        var (first, count) = ReadQuarters(members, values[nameof(ModelMeta.AsOf)] as DateOnly? ?? today, reading);
        return new ModelMeta(
            code ?? NoCode,
            name ?? NoName,
            (string?)values[nameof(ModelMeta.Industry)],
            (DateOnly?)values[nameof(ModelMeta.AsOf)],
            (string?)values[nameof(ModelMeta.Currency)] ?? NoCurrency,
            (string?)values[nameof(ModelMeta.MoneyUnit)] ?? NoMoneyUnit,
            (string?)values[nameof(ModelMeta.RevenueUnit)],
            first,
            count,
            (string?)values[nameof(ModelMeta.Disclaimer)]);
    }

    public static void Write(Utf8JsonWriter json, ModelMeta meta)
    {
        string[] hidden = [nameof(ModelMeta.FirstQuarter), nameof(ModelMeta.QuarterCount), nameof(ModelMeta.Disclaimer)];
        json.WriteStartObject(FileShape.Meta);
        FileShape.WriteFields(json, Table.Fields.Where(field => !hidden.Contains(field.Name)), meta);
        json.WriteStartArray(QuartersName);
        foreach (var quarter in meta.Quarters)
        {
            json.WriteStringValue(quarter.ToString());
        }

        json.WriteEndArray();
        FileShape.WriteFields(json, [Field(nameof(ModelMeta.Disclaimer))], meta);
        json.WriteEndObject();
    }

    private static string? DefaultOf(string field) => field switch
    {
        nameof(ModelMeta.Currency) => NoCurrency,
        nameof(ModelMeta.MoneyUnit) => NoMoneyUnit,
        _ => null,
    };

    private static (Quarter First, int Count) ReadQuarters(Dictionary<string, JsonElement> members, DateOnly asOf, FileReading reading)
    {
        var quarters = new List<Quarter>();
        if (members.TryGetValue(QuartersName, out var list))
        {
            reading.ForEach(list, $"{FileShape.Meta}.{QuartersName}", (item, path) =>
            {
                if (Field(nameof(ModelMeta.FirstQuarter)).Kind.Read(item, out var problem) is Quarter quarter)
                {
                    quarters.Add(quarter);
                }
                else
                {
                    reading.Report("unreadable-value", path, null, problem!);
                }
            });
        }

        if (quarters.Count == 0)
        {
            return (Quarter.Of(asOf) + 1, DefaultQuarters);
        }

        if (quarters.Where((quarter, i) => quarter - quarters[0] != i).Any())
        {
            reading.Report("quarters-not-consecutive", FileShape.Meta, QuartersName, "List consecutive quarters, each once and in order.");
        }

        return (quarters[0], quarters.Count);
    }
}
