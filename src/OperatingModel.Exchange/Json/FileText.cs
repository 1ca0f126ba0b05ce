using System.Text;
using System.Text.Json;
using OperatingModel.Domain;

namespace OperatingModel.Exchange.Json;

/// <summary>
/// Checks the bytes of a model file before anything else reads them: one pass over the tokens refuses whatever is not safe to read, so that
/// later code never meets infinite numbers, broken text or millions of empty lists.
/// </summary>
internal static class FileText
{
    /// <summary>
    /// Values in one file: objects, lists, texts, numbers. The largest file allowed holds about four million when it is a model.
    /// </summary>
    private const int MaxValues = 6_000_000;

    private const int MaxDepth = 32;

    private static readonly byte[] Blanks = [.. " \t\r\n"u8];

    /// <summary>The text, parsed.</summary>
    /// <exception cref="ModelFileException">The bytes are no JSON text that can be read safely.</exception>
    public static JsonDocument Parse(ReadOnlyMemory<byte> utf8)
    {
        utf8 = Checked(utf8);
        try
        {
            return JsonDocument.Parse(utf8, new JsonDocumentOptions { MaxDepth = MaxDepth, AllowDuplicateProperties = false });
        }
        catch (JsonException)
        {
            // The tokens are valid, so only a repeated name can be wrong. The search for it takes time, so it is made only now.
            throw new ModelFileException(RepeatedNames.FirstOf(utf8.Span));
        }
    }

    private static ReadOnlyMemory<byte> Checked(ReadOnlyMemory<byte> utf8)
    {
        if (utf8.Length > ModelFileReader.MaxBytes)
        {
            throw TooLarge(utf8.Length);
        }

        if (utf8.Span.StartsWith(Encoding.UTF8.Preamble))
        {
            utf8 = utf8[Encoding.UTF8.Preamble.Length..];
        }

        RefuseOtherEncodings(utf8.Span);
        if (utf8.Span.Trim(Blanks).IsEmpty)
        {
            throw new ModelFileException("The file is empty.");
        }

        try
        {
            CheckTokens(utf8.Span, isWhole: true);
            return utf8;
        }
        catch (JsonException exception)
        {
            throw new ModelFileException(
                $"The file is not valid JSON at line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}: "
                + (IsCutOff(utf8.Span) ? "it ends too early; perhaps it was cut off." : Sentence(exception.Message)));
        }
    }

    public static ModelFileException TooLarge(long bytes) =>
        new($"The file has {(bytes + 1024 * 1024 - 1) / 1024 / 1024} MB; at most {ModelFileReader.MaxBytes / 1024 / 1024} MB are read.");

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

    // The text is valid so far and only lacks its end.
    private static bool IsCutOff(ReadOnlySpan<byte> utf8)
    {
        try
        {
            CheckTokens(utf8, isWhole: false);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static void CheckTokens(ReadOnlySpan<byte> utf8, bool isWhole)
    {
        var reader = new Utf8JsonReader(utf8, isWhole, new JsonReaderState(new JsonReaderOptions { MaxDepth = MaxDepth }));
        var values = 0;
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.EndArray or JsonTokenType.EndObject:
                    continue;
                case JsonTokenType.Number:
                    RefuseEndlessNumber(ref reader);
                    break;
                case JsonTokenType.String or JsonTokenType.PropertyName when reader.ValueIsEscaped:
                    RefuseHalfCharacters(ref reader);
                    break;
            }

            if (reader.TokenType != JsonTokenType.PropertyName && ++values > MaxValues)
            {
                throw new ModelFileException($"The file holds more than {MaxValues} values; no model is as large as that.");
            }
        }
    }

    // 1e999 is valid JSON and infinite as a number; nothing infinite may enter a model.
    private static void RefuseEndlessNumber(ref Utf8JsonReader reader)
    {
        if (!reader.TryGetDouble(out var number) || !double.IsFinite(number))
        {
            var digits = VisibleText.Shortened(Encoding.UTF8.GetString(reader.ValueSpan[..Math.Min(reader.ValueSpan.Length, 50)]));
            throw new ModelFileException($"The number {digits} at byte {reader.TokenStartIndex + 1} is too large to be stored.");
        }
    }

    // "\ud800" is valid JSON but no text: half of a pair that stands for one character.
    private static void RefuseHalfCharacters(ref Utf8JsonReader reader)
    {
        try
        {
            reader.GetString();
        }
        catch (InvalidOperationException)
        {
            throw new ModelFileException($"The text at byte {reader.TokenStartIndex + 1} holds half a character (a lone surrogate); write it anew.");
        }
    }

    // The message of the reader, without the part for programmers.
    private static string Sentence(string message) => message.Split(" LineNumber:")[0].Split(" Path:")[0]
        .Replace(" which is not supported in this mode. Change the reader options.", "; remove it.", StringComparison.Ordinal);
}
