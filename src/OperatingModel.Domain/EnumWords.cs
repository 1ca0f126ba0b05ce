using System.Collections.Concurrent;
using System.Text;

namespace OperatingModel.Domain;

/// <summary>Values of enumerations as words in a sentence: the one place that turns a program's name into a person's.</summary>
public static class EnumWords
{
    private static readonly ConcurrentDictionary<Enum, string> Known = new();

    /// <summary>E.g. <c>phase out</c> for PhaseOut and <c>CIO office</c> for CioOffice.</summary>
    public static string Of(Enum value) => Known.GetOrAdd(value, static v => Of($"{v}"));

    /// <summary>The same with a capital, for a label.</summary>
    public static string Label(Enum value) => Label(Of(value));

    /// <summary>A category that is kept by its name.</summary>
    public static string Label(string name) => Of(name) is var words && words.Length > 0 ? $"{char.ToUpperInvariant(words[0])}{words[1..]}" : words;

    private static string Of(string name)
    {
        var words = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            // What was turned into words already, "CIO office", stays as it is.
            if (i > 0 && char.IsUpper(name[i]) && !char.IsUpper(name[i - 1]) && name[i - 1] != ' ')
            {
                words.Append(' ');
            }

            words.Append(char.ToLowerInvariant(name[i]));
        }

        return words.ToString().Replace("cio ", "CIO ", StringComparison.Ordinal).Replace("data management", "data", StringComparison.Ordinal);
    }
}
