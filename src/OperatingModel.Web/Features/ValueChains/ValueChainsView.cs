using OperatingModel.Web.Components.Controls;

namespace OperatingModel.Web.Features.ValueChains;

/// <summary>What the page shows; it lives in the address.</summary>
/// <param name="Stage">Code of the stage in the drawer; null for none.</param>
internal sealed record ValueChainsView(string? Stage)
{
    public static ValueChainsView Parse(string query) => new(new ViewQuery(query).Text("stage"));

    public string ToQuery() => ViewQuery.Write(("stage", Stage));
}
