using Microsoft.AspNetCore.WebUtilities;

namespace OperatingModel.Web.Features.ValueChains;

/// <summary>What the page shows. It stands in the address, so a copied link opens the same view.</summary>
/// <param name="Stage">The code of the stage in the drawer; null for none.</param>
internal sealed record ValueChainsView(string? Stage)
{
    public static ValueChainsView Parse(string query) =>
        new(QueryHelpers.ParseQuery(query).TryGetValue("stage", out var stage) && stage.ToString() is { Length: > 0 and <= 100 } code ? code : null);

    public string ToQuery() => Stage is null ? "" : QueryHelpers.AddQueryString("", "stage", Stage);
}
