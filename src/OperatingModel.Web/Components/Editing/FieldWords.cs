using System.Globalization;
using OperatingModel.Domain;
using OperatingModel.Domain.Editing;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Web.Components.Editing;

/// <summary>Writes names of code and rows in the words of the user.</summary>
internal static class FieldWords
{
    /// <summary>Splits a name into words, e.g. "Phase in" for <c>PhaseIn</c>.</summary>
    public static string Of(string name) =>
        string.Concat(name.Select((letter, i) =>
            i > 0 && char.IsUpper(letter) && !char.IsUpper(name[i - 1]) ? $" {char.ToLowerInvariant(letter)}" : letter.ToString()));

    /// <summary>Begins the words with a capital letter.</summary>
    public static string Sentence(string words) => words.Length == 0 ? words : $"{char.ToUpper(words[0], CultureInfo.CurrentCulture)}{words[1..]}";

    /// <summary>Returns the rows of a list as choices, each with its code and its words.</summary>
    public static IEnumerable<KeyValuePair<string, string>> RowsOf(ModelSnapshot model, ModelTable table) =>
        model.Table(table).Rows.Select(row => KeyValuePair.Create(row.Key.Text, CodeAndName(row)));

    /// <summary>Writes code and name, e.g. "C1 Plan the network"; the code alone when the row has no name.</summary>
    public static string CodeAndName(ModelRow row) =>
        NameIn(ModelTables.Of(row.GetType()))?.ValueOf(row) is string text ? $"{row.Key} {text}" : row.Key.ToString();

    /// <summary>Names a row in a sentence, e.g. "vendor Amadeus"; by its code when it has no name. The heading is "the model".</summary>
    public static string RowOf(ModelRow row)
    {
        var table = ModelTables.Of(row.GetType());
        return row is not ModelMeta && NameIn(table)?.ValueOf(row) is string { Length: > 0 } name
            ? $"{ListWords.Of(table).Singular} {name}"
            : ListWords.OfRow(table, row.Key);
    }

    private static ModelField? NameIn(ModelTable table) => table.Fields.FirstOrDefault(field => field.Name is "Name" or "Statement" or "Title");
}
