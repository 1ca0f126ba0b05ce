using OperatingModel.Domain.Capabilities;
using OperatingModel.Domain.Editing;

namespace OperatingModel.Web.Features.Capabilities;

/// <summary>The empty row in which the user names a new capability. Codes give its place, because others may change the tree meanwhile.</summary>
/// <param name="Parent">The code of the parent; null at the top.</param>
/// <param name="After">The code of the sibling above it; null when it is the first.</param>
internal sealed record NewRow(string? Parent, string? After)
{
    public Place Place => After is null ? Place.LastIn(Parent) : Place.After(After);

    public static NewRow Behind(CapabilityTree tree, int node) => new(CodeOf(tree, tree.ParentOf(node)), tree[node].Code);

    public static NewRow LastBelow(CapabilityTree tree, int node) => new(tree[node].Code, LastChild(tree, node));

    public int LevelIn(CapabilityTree tree) => Parent is not null && tree.IndexOf(Parent) is var node and >= 0 ? tree.LevelOf(node) + 1 : 1;

    /// <summary>Makes it a child of the sibling above; null when there is none, or when the tree would become too deep.</summary>
    public NewRow? Indented(CapabilityTree tree) =>
        After is not null && tree.IndexOf(After) is var node and >= 0 && tree.LevelOf(node) < Capability.MaxLevel ? LastBelow(tree, node) : null;

    /// <summary>Makes it a sibling of its parent; null at the top.</summary>
    public NewRow? Outdented(CapabilityTree tree) =>
        Parent is not null && tree.IndexOf(Parent) is var node and >= 0 ? Behind(tree, node) : null;

    /// <summary>Returns the same place in a tree that may have changed; null when the place is gone.</summary>
    public NewRow? StillIn(CapabilityTree tree) =>
        After is not null && tree.IndexOf(After) is var node and >= 0 ? Behind(tree, node)
        : Parent is not null && tree.IndexOf(Parent) is var parent and >= 0 ? LastBelow(tree, parent)
        : null;

    private static string? LastChild(CapabilityTree tree, int node) => tree.ChildrenOf(node).Select(child => tree[child].Code).LastOrDefault();

    private static string? CodeOf(CapabilityTree tree, int node) => node < 0 ? null : tree[node].Code;
}
