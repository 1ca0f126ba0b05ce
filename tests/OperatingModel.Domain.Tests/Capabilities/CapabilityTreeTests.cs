using OperatingModel.Domain.Capabilities;

namespace OperatingModel.Domain.Tests.Capabilities;

public sealed class CapabilityTreeTests
{
    [Fact]
    public void Parents_stand_before_their_descendants_and_siblings_in_the_order_of_the_list()
    {
        var tree = Tree(("B", null), ("A", null), ("A.2", "A"), ("A.1", "A"), ("A.2.x", "A.2"));
        Codes(tree).ShouldBe(["B", "A", "A.2", "A.2.x", "A.1"]);
        tree.Leaves.Select(node => tree[node].Code).ShouldBe(["B", "A.2.x", "A.1"]);
        tree.LevelOf(tree.IndexOf("A.2.x")).ShouldBe(3);
        tree.PathUp(tree.IndexOf("A.2.x")).Select(node => tree[node].Code).ShouldBe(["A.2.x", "A.2", "A"]);
        tree.ChildrenOf(tree.IndexOf("A")).Select(node => tree[node].Code).ShouldBe(["A.2", "A.1"]);
        tree.EndOf(tree.IndexOf("A.2")).ShouldBe(tree.IndexOf("A.1"));
        tree.ParentOf(tree.IndexOf("B")).ShouldBe(-1);
        tree.IndexOf("X").ShouldBe(-1);
    }

    [Fact]
    public void A_missing_parent_makes_a_root_and_a_circle_is_left_out()
    {
        var tree = Tree(("A", "GONE"), ("X", "Y"), ("Y", "X"), ("Z", "Z"));
        Codes(tree).ShouldBe(["A"]);
    }

    [Fact]
    public void Very_deep_trees_are_walked_without_recursion()
    {
        var tree = Tree([.. Enumerable.Range(0, 50_000).Select(i => ($"C{i}", i == 0 ? null : (string?)$"C{i - 1}"))]);
        tree.LevelOf(tree.IndexOf("C49999")).ShouldBe(50_000);
    }

    [Fact]
    public void Subtrees_are_ranges_in_every_model() =>
        RandomModels.ForAll(model =>
        {
            var tree = model.Snapshot.Tree;
            for (var node = 0; node < tree.Count; node++)
            {
                Enumerable
                    .Range(0, tree.Count)
                    .Where(other => tree.PathUp(other).Contains(node))
                    .ShouldBe(Enumerable.Range(node, tree.EndOf(node) - node));
                tree.IsLeaf(node).ShouldBe(!tree.ChildrenOf(node).Any());
            }
        });

    private static CapabilityTree Tree(params (string Code, string? Parent)[] nodes) =>
        new(Table<Capability>.Of(nodes.Select((node, i) => Models.Capability(node.Code, node.Parent) with { Position = i })));

    private static IEnumerable<string> Codes(CapabilityTree tree) => Enumerable.Range(0, tree.Count).Select(node => tree[node].Code);
}
