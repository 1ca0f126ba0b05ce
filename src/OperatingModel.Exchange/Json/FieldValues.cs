using System.Text.Json;
using OperatingModel.Domain;
using OperatingModel.Domain.Fields;

namespace OperatingModel.Exchange.Json;

/// <summary>The values of single fields in JSON, as their kinds write them.</summary>
internal static class FieldValues
{
    public static void Write(Utf8JsonWriter json, object? value)
    {
        if (value is null)
        {
            json.WriteNullValue();
        }
        else
        {
            FieldKind.Of(value.GetType()).Write(json, value);
        }
    }

    /// <summary>A value of the file as it may stand in a sentence.</summary>
    public static string Shown(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => "A list",
        JsonValueKind.Object => "An object",
        JsonValueKind.Null => "Null",
        _ => VisibleText.Shortened(value.GetRawText()),
    };
}
