namespace OperatingModel.Web.Features.Search;

/// <summary>Something that can be found: an element of the model, a page or a command.</summary>
/// <param name="Kind">What it is, in a word.</param>
/// <param name="Url">Where it opens; null for a command of the browser.</param>
/// <param name="Action">The browser-side command it runs; null for a place.</param>
/// <param name="Words">Other words by which people look for it; not shown.</param>
/// <param name="IsFile">Whether the address gives a file, not a page.</param>
internal sealed record SearchEntry(
    string Kind, string Code, string Name, string? Url, string? Action = null, string Words = "", bool IsFile = false);
