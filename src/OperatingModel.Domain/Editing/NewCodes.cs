using System.Globalization;
using OperatingModel.Domain.Capabilities;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.Editing;

/// <summary>Codes for what is new: the pattern of the codes that are there, with the next free number.</summary>
public static class NewCodes
{
    /// <summary>The next free code of a list, e.g. K32 after K31; the list's initials and a number where no code has one.</summary>
    public static string Next(ModelSnapshot model, ModelTable table) => Next(new WorkingCopy(model), table);

    /// <summary>The next free code of a capability: its parent's code, a dot and a number; C9 after C8 at the top.</summary>
    /// <param name="parent">Null for level 1.</param>
    public static string NextCapability(ModelSnapshot model, string? parent) => NextCapability(new WorkingCopy(model), parent);

    internal static string Next(WorkingCopy copy, ModelTable table) =>
        Like([.. copy.Rows(table).Select(row => row.Key.Text)], Initials(table), code => copy.IsTaken(table, code));

    internal static string NextCapability(WorkingCopy copy, string? parent)
    {
        var codes = copy.Rows<Capability>().Where(capability => capability.Parent == parent).Select(capability => capability.Code).ToList();
        bool IsTaken(string code) => copy.IsTaken(ModelTables.Of<Capability>(), code);
        var code = parent is null ? Like(codes, "C", IsTaken) : Numbered($"{parent}.", codes, 0, IsTaken);
        return code.Length <= CodeAttribute.MaxLength ? code : Next(copy, ModelTables.Of<Capability>());
    }

    /// <summary>The next free code after one that ends with a number; null where it does not, or no code of allowed length is left.</summary>
    internal static string? After(string code, Func<string, bool> isTaken)
    {
        var prefix = PrefixOf(code);
        var width = code.Length - prefix.Length;
        if (!int.TryParse(code.AsSpan(prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return null;
        }

        do
        {
            code = prefix + (++number).ToString(CultureInfo.InvariantCulture).PadLeft(width, '0');
        }
        while (isTaken(code));
        return code.Length <= CodeAttribute.MaxLength ? code : null;
    }

    private static string Like(List<string> codes, string fallback, Func<string, bool> isTaken)
    {
        var model = codes.FindLast(code => char.IsAsciiDigit(code[^1]) && PrefixOf(code).Length is > 0 and < CodeAttribute.MaxLength - 10);
        return model is null
            ? Numbered(fallback, codes, 0, isTaken)
            : Numbered(PrefixOf(model), codes, model[PrefixOf(model).Length] == '0' ? model.Length - PrefixOf(model).Length : 0, isTaken);
    }

    private static string Numbered(string prefix, List<string> codes, int width, Func<string, bool> isTaken)
    {
        var number = codes.Where(code => code.StartsWith(prefix, StringComparison.Ordinal))
            .Select(code => int.TryParse(code.AsSpan(prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0)
            .DefaultIfEmpty()
            .Max();
        string code;
        do
        {
            code = prefix + (++number).ToString(CultureInfo.InvariantCulture).PadLeft(width, '0');
        }
        while (isTaken(code));
        return code;
    }

    private static string PrefixOf(string code) => code.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');

    private static string Initials(ModelTable table) =>
        string.Concat(table.Name.Where((letter, i) => i == 0 || char.IsUpper(letter))).ToUpperInvariant();
}
