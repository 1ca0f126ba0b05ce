using FsCheck;
using FsCheck.Fluent;

namespace OperatingModel.Exchange.Tests.Priorities;

/// <summary>
/// Names nobody would choose, in every mixture: formulas, quotes, line ends, control characters, halves of characters, other scripts.
/// </summary>
internal static class HostileTexts
{
    private static readonly string[] Pieces =
    [
        "=",
        "+",
        "-",
        "@",
        "＝",
        "＋",
        "－",
        "＠",
        "\t",
        "\r",
        "\n",
        "\r\n",
        "\0",
        "\u0001",
        "\u001B",
        "\u007F",
        "\u0085",
        "\u2028",
        "\"",
        "\"\"",
        "'",
        ",",
        ";",
        "|",
        " ",
        "\u00A0",
        "\u200B",
        "\uFEFF",
        "\u202E",
        "\uFFFE",
        "\uFFFF",
        "\uD83E",
        "\uDD8A",
        "🦊",
        "👩‍👩‍👧",
        "שלום",
        "مرحبا",
        "_x000D_",
        "_x0041_",
        "x005F_",
        "&amp;",
        "<f>1</f>",
        "]]>",
        "é",
        "e\u0301",
        "cmd|'/c calc'!A1",
        "=HYPERLINK(\"http://localhost\",\"x\")",
        "=1+1",
        "-2",
        "1E5",
        "007",
        "TRUE",
        "Book & pay",
        "a",
    ];

    // Rare, because they make every test with one slow.
    private static readonly Gen<string> Piece = Gen.Frequency((200, Gen.Elements(Pieces)), (1, Gen.Constant(new string('x', 40_000))));

    /// <summary>Some names, each of a few pieces.</summary>
    public static Arbitrary<string[]> Names { get; } =
        Piece.ListOf().Select(pieces => string.Concat(pieces.Take(6))).NonEmptyListOf().Select(names => names.Take(8).ToArray()).ToArbitrary();
}
