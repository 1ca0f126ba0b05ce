using System.Text.Json;
using OperatingModel.Domain;

namespace OperatingModel.Exchange.Json;

/// <summary>Finds where a name stands twice in one object of a JSON text: nobody could say which of the two is meant.</summary>
internal static class RepeatedNames
{
    /// <summary>The first repeated name of a text that has one, in a sentence.</summary>
    public static string FirstOf(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8);
        var open = new Stack<HashSet<string>>();
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject:
                    open.Push(new HashSet<string>(StringComparer.Ordinal));
                    break;
                case JsonTokenType.EndObject:
                    open.Pop();
                    break;
                case JsonTokenType.PropertyName when reader.GetString()! is var name && !open.Peek().Add(name):
                    var line = 1 + utf8[..(int)reader.TokenStartIndex].Count((byte)'\n');
                    return $"At line {line} the name \"{VisibleText.Shortened(name)}\" stands a second time in the same object; keep one.";
            }
        }

        return "A name stands twice in one object; keep one.";
    }
}
