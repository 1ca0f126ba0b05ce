using System.Buffers;
using System.Text;

namespace OperatingModel.Exchange.Tables;

/// <summary>Text that every reader of a table can take: no control characters but tab and line feed, no halves of characters.</summary>
internal static class PlainText
{
    /// <summary>What <see cref="Join"/> puts between the texts of a list.</summary>
    public const string ListSeparator = ", ";

    private const char Replacement = '\uFFFD';

    private static readonly SearchValues<char> Suspicious = SearchValues.Create([
        .. Enumerable.Range(0, ' ').Select(c => (char)c).Where(c => c is not ('\t' or '\n')),
        .. Enumerable.Range(0xD800, 0x800).Select(c => (char)c),
        '\uFFFE',
        '\uFFFF',
    ]);

    /// <summary>Lines end with a line feed; what XML cannot carry becomes U+FFFD.</summary>
    public static string Clean(string text)
    {
        var at = text.AsSpan().IndexOfAny(Suspicious);
        if (at < 0)
        {
            return text;
        }

        var clean = new StringBuilder(text, 0, at, text.Length);
        for (; at < text.Length; at++)
        {
            var c = text[at];
            if (char.IsHighSurrogate(c) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
            {
                clean.Append(c).Append(text[++at]);
            }
            else if (c == '\r')
            {
                clean.Append('\n');
                at += at + 1 < text.Length && text[at + 1] == '\n' ? 1 : 0;
            }
            else
            {
                clean.Append(Suspicious.Contains(c) ? Replacement : c);
            }
        }

        return clean.ToString();
    }

    public static string Join(IReadOnlyList<string> texts) => string.Join(ListSeparator, texts);
}
