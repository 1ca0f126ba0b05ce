using OperatingModel.Domain.Capabilities;
using OperatingModel.Domain.Editing;

namespace OperatingModel.Web.Features.Capabilities;

/// <summary>The empty row in which a capability is about to be named. Places are told by codes: others may change the tree meanwhile.</summary>
/// <param name="Parent">Null at the top.</param>
/// <param name="After">The sibling above it; null where it has none.</param>
internal sealed record NewRow(string? Parent, string? After)
{
    public Place Place => After is null ? Place.LastIn(Parent) : Place.After(After);

    public static NewRow Behind(CapabilityTree tree, int node) => new(CodeOf(tree, tree.ParentOf(node)), tree[node].Code);

    public static NewRow LastBelow(CapabilityTree tree, int node) => new(tree[node].Code, LastChild(tree, node));

    public int LevelIn(CapabilityTree tree) => Parent is not null && tree.IndexOf(Parent) is var node and >= 0 ? tree.LevelOf(node) + 1 : 1;

    /// <summary>A child of the row above; null where there is none, or no room.</summary>
    public NewRow? Indented(CapabilityTree tree) =>
        After is not null && tree.IndexOf(After) is var node and >= 0 && tree.LevelOf(node) < Capability.MaxLevel ? LastBelow(tree, node) : null;

    /// <summary>A sibling of its parent; null at the top.</summary>
    public NewRow? Outdented(CapabilityTree tree) =>
        Parent is not null && tree.IndexOf(Parent) is var node and >= 0 ? Behind(tree, node) : null;

    /// <summary>The same place in a tree that may have changed; null where there is none any more.</summary>
    public NewRow? StillIn(CapabilityTree tree) =>
        After is not null && tree.IndexOf(After) is var node and >= 0 ? Behind(tree, node)
        : Parent is not null && tree.IndexOf(Parent) is var parent and >= 0 ? LastBelow(tree, parent)
        : null;

    private static string? LastChild(CapabilityTree tree, int node) => tree.ChildrenOf(node).Select(child => tree[child].Code).LastOrDefault();

    private static string? CodeOf(CapabilityTree tree, int node) => node < 0 ? null : tree[node].Code;
}
