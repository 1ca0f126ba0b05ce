namespace OperatingModel.Web.Features.Search;

/// <summary>Something that can be found: an element of the model, a page or a command.</summary>
/// <param name="Kind">The kind of entry in a word, e.g. "Page".</param>
/// <param name="Url">The address that the entry opens; null for a command of the browser.</param>
/// <param name="Action">The command that the entry runs in the browser; null for an address.</param>
/// <param name="Words">Other words by which people look for the entry; not shown.</param>
/// <param name="IsFile">Whether the address gives a file, not a page.</param>
internal sealed record SearchEntry(
    string Kind, string Code, string Name, string? Url, string? Action = null, string Words = "", bool IsFile = false);
