using Microsoft.AspNetCore.WebUtilities;

namespace OperatingModel.Web.Features.Technology;

/// <summary>The lists of the technology page.</summary>
public enum TechnologyTab
{
    Applications,
    Vendors,
    Holes,
    Shared,
}

/// <summary>Everything that decides what the technology page shows. It stands in the address, so a copied link opens the same view.</summary>
public sealed record TechnologyView
{
    public TechnologyTab Tab { get; init; }

    /// <summary>The words that the code or name of a row must contain; empty for all rows.</summary>
    public string Text { get; init; } = "";

    /// <summary>The code of one business unit; null for all.</summary>
    public string? Unit { get; init; }

    /// <summary>The code of the application shown in the drawer; null for none.</summary>
    public string? Row { get; init; }

    public static TechnologyView Parse(string query)
    {
        var values = QueryHelpers.ParseQuery(query);
        string? Get(string key) => values.TryGetValue(key, out var value) && value.ToString() is { Length: > 0 and <= 400 } text ? text : null;
        return new TechnologyView
        {
            Tab = Enum.TryParse<TechnologyTab>(Get("tab"), ignoreCase: true, out var tab) && Enum.IsDefined(tab) ? tab : TechnologyTab.Applications,
            Text = Get("q") ?? "",
            Unit = Get("unit"),
            Row = Get("row"),
        };
    }

    /// <summary>Writes the view as a query, with its question mark; empty for the default view.</summary>
    public string ToQuery() => QueryHelpers.AddQueryString("", new KeyValuePair<string, string?>[]
    {
        new("tab", Tab == TechnologyTab.Applications ? null : Tab.ToString()),
        new("q", Text),
        new("unit", Unit),
        new("row", Row),
    }.Where(pair => !string.IsNullOrEmpty(pair.Value)));
}
