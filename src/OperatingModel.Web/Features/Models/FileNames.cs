namespace OperatingModel.Web.Features.Models;

/// <summary>Names of files that any system accepts, made from names people chose.</summary>
internal static class FileNames
{
    private const int Longest = 60;

    /// <param name="otherwise">The name where nothing of the text can stand in one.</param>
    public static string Of(string text, string otherwise = "model")
    {
        var name = string.Concat(text.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' ? c : '-')).Trim('-');
        return name.Length == 0 ? otherwise : name[..Math.Min(name.Length, Longest)];
    }
}
