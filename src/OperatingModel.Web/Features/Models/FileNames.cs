namespace OperatingModel.Web.Features.Models;

/// <summary>Makes file names that any system accepts from names that people chose.</summary>
internal static class FileNames
{
    private const int Longest = 60;

    /// <param name="otherwise">The name to use when no character of the text may stand in a file name.</param>
    public static string Of(string text, string otherwise = "model")
    {
        var name = string.Concat(text.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' ? c : '-')).Trim('-');
        return name.Length == 0 ? otherwise : name[..Math.Min(name.Length, Longest)];
    }
}
