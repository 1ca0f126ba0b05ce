using OperatingModel.Web.Components.Controls;

namespace OperatingModel.Web.Features.ValueChains;

/// <summary>What the page shows. It stands in the address, so a copied link opens the same view.</summary>
/// <param name="Stage">The code of the stage in the drawer; null for none.</param>
internal sealed record ValueChainsView(string? Stage)
{
    public static ValueChainsView Parse(string query) => new(new ViewQuery(query).Text("stage"));

    public string ToQuery() => ViewQuery.Write(("stage", Stage));
}
