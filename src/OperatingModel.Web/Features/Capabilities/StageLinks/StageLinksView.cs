using OperatingModel.Web.Components.Grid;

namespace OperatingModel.Web.Features.Capabilities.StageLinks;

/// <summary>Everything that decides what the matrix shows.</summary>
public sealed record StageLinksView : GridAddress
{
    private StageLinksView(string query) : base(query) => (Chain, OrphansOnly) = (Query.Text("chain"), Query.Text("only") == "orphans");

    /// <summary>The code of one value chain; null for all.</summary>
    public string? Chain { get; init; }

    /// <summary>Whether only leaves that serve no stage are shown.</summary>
    public bool OrphansOnly { get; init; }

    public static StageLinksView Parse(string query) => new(query);

    /// <summary>Whether another view shows the same cells; the zoom may differ.</summary>
    public bool ShowsSameCellsAs(StageLinksView other) => (this with { Zoom = 1 }).ToQuery() == (other with { Zoom = 1 }).ToQuery();

    protected override IEnumerable<(string Key, object? Value)> Own() => [("chain", Chain), ("only", OrphansOnly ? "orphans" : null)];
}
