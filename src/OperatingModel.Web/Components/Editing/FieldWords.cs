using System.Globalization;
using OperatingModel.Domain;
using OperatingModel.Domain.Editing;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Web.Components.Editing;

/// <summary>What people read in place of names in code.</summary>
internal static class FieldWords
{
    /// <summary>E.g. "Phase in" for <c>PhaseIn</c>.</summary>
    public static string Of(string name) =>
        string.Concat(name.Select((letter, i) =>
            i > 0 && char.IsUpper(letter) && !char.IsUpper(name[i - 1]) ? $" {char.ToLowerInvariant(letter)}" : letter.ToString()));

    /// <summary>With a capital at its beginning.</summary>
    public static string Sentence(string words) => words.Length == 0 ? words : $"{char.ToUpper(words[0], CultureInfo.CurrentCulture)}{words[1..]}";

    /// <summary>The rows of a list, to be chosen by their codes.</summary>
    public static IEnumerable<KeyValuePair<string, string>> RowsOf(ModelSnapshot model, ModelTable table) =>
        model.Table(table).Rows.Select(row => KeyValuePair.Create(row.Key.Text, CodeAndName(row)));

    /// <summary>E.g. "C1 Plan the network"; the code alone where the row has no name.</summary>
    public static string CodeAndName(ModelRow row) =>
        NameIn(ModelTables.Of(row.GetType()))?.ValueOf(row) is string text ? $"{row.Key} {text}" : row.Key.ToString();

    /// <summary>A row in a sentence, by its name, e.g. "vendor Amadeus"; by its code where it has none. The heading is "the model".</summary>
    public static string RowOf(ModelRow row)
    {
        var table = ModelTables.Of(row.GetType());
        return row is not ModelMeta && NameIn(table)?.ValueOf(row) is string { Length: > 0 } name
            ? $"{ListWords.Of(table).Singular} {name}"
            : ListWords.OfRow(table, row.Key);
    }

    private static ModelField? NameIn(ModelTable table) => table.Fields.FirstOrDefault(field => field.Name is "Name" or "Statement" or "Title");
}
