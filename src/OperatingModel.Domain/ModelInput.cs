using OperatingModel.Domain.Assessments;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain;

/// <summary>A row of the model that a figure is calculated from, so that a reader can look at it or change it.</summary>
/// <param name="Key">Its key; for the settings, the name of the field in question.</param>
/// <param name="Name">What people call it.</param>
public sealed record ModelInput(ModelTable Table, RowKey Key, string Name)
{
    public static ModelInput Of<T>(string code, string name) where T : ModelRow => new(ModelTables.Of<T>(), RowKey.Of(code), name);

    /// <summary>
    /// The row of this code under its name in the model. Without a model, or without such a row, the code is used as its name.
    /// </summary>
    public static ModelInput Of<T>(ModelSnapshot? model, string code) where T : ModelRow => Of<T>(code, NameOf<T>(model, code));

    /// <summary>A convention of the method that the user sets.</summary>
    /// <param name="field">A field of <see cref="ModelSettings"/>.</param>
    public static ModelInput OfSetting(string field, string name) => new(ModelTables.Of<ModelSettings>(), RowKey.Of(field), name);

    /// <summary>The judgement of a capability in a business unit.</summary>
    public static ModelInput OfAssessment(string capability, string unit, string? stage, string name) =>
        new(ModelTables.Of<Assessment>(), Assessment.KeyOf(capability, unit, stage), name);

    /// <summary>Any row. A row without a name of its own is called by the names of the rows that it joins.</summary>
    public static ModelInput Of(ModelSnapshot model, ModelTable table, RowKey key) => new(table, key, NameOf(model, table, key) ?? $"{key}");

    /// <summary>What people call the row of this code.</summary>
    public static string NameOf<T>(ModelSnapshot? model, string code) where T : ModelRow =>
        model is null ? code : NameOf(model, ModelTables.Of<T>(), RowKey.Of(code)) ?? code;

    /// <summary>The names of several rows, as a list in a sentence.</summary>
    public static string NamesOf<T>(ModelSnapshot? model, IEnumerable<string> codes) where T : ModelRow =>
        string.Join(", ", codes.Select(code => NameOf<T>(model, code)));

    private static string? NameOf(ModelSnapshot model, ModelTable table, RowKey key)
    {
        if (model.Table(table).Find(key) is not { } row)
        {
            return null;
        }

        if (table.Fields.FirstOrDefault(field => field.Name is "Name" or "Statement")?.ValueOf(row) is string { Length: > 0 } name)
        {
            return name;
        }

        string[] joined =
        [
            .. from field in table.Fields
               where field.Reference is not null && field.ValueOf(row) is string
               let code = (string)field.ValueOf(row)!
               select NameOf(model, ModelTables.Of(field.Reference!.Target), RowKey.Of(code)) ?? code,
        ];
        return joined.Length > 1 ? string.Join(" · ", joined) : null;
    }
}
