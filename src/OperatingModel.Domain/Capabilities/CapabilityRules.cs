using OperatingModel.Domain.Strategy;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.Capabilities;

/// <summary>Rules that keep the capabilities a tree and every leaf useful.</summary>
internal static class CapabilityRules
{
    public static IReadOnlyList<ModelRule> All { get; } =
    [
        ModelRule.Error("capability-cycle", Cycle),
        ModelRule.Error("capability-too-deep", TooDeep),
        ModelRule.Unfinished("capability-without-stage", WithoutStage),
        ModelRule.Unfinished("parent-with-leaf-values", ParentWithLeafValues),
        ModelRule.Warning("capability-without-objective", WithoutObjective),
    ];

    /// <summary>Whether the capability has children. One in a circle has not.</summary>
    public static bool IsParent(ModelSnapshot model, string capability) =>
        model.Tree.IndexOf(capability) is var node and >= 0 && !model.Tree.IsLeaf(node);

    /// <summary>The capabilities that get children by these changes; they must no longer carry what only leaves carry.</summary>
    public static HashSet<string> NewParents(RuleCheck check) => [.. Moves(check).Select(move => ParentOf(move.After)).OfType<string>()];

    // Additions, removals and changes of parent; nothing else changes the tree.
    private static IEnumerable<RowChange> Moves(RuleCheck check) =>
        check
            .Changes<Capability>()
            .Where(change => change.Before is null || change.After is null || ParentOf(change.Before) != ParentOf(change.After));

    private static string? ParentOf(ModelRow? capability) => (capability as Capability)?.Parent;

    private static void Cycle(RuleCheck check)
    {
        var capabilities = check.Model.Capabilities;
        foreach (var circle in Circles.Find(
            check.Rows<Capability>().Select(capability => capability.Code),
            code => capabilities.Find(code)?.Parent is { } parent && capabilities.Contains(parent) ? [parent] : []))
        {
            check.Report(capabilities.Find(circle[0])!, nameof(Capability.Parent),
                $"The parents go round in a circle, {Circles.Shown(circle)}; choose another parent.");
        }
    }

    private static void TooDeep(RuleCheck check)
    {
        var moved = Moves(check).Select(move => move.Key.Text).ToList();
        if (!check.IsWhole && moved.Count == 0)
        {
            return;
        }

        var tree = check.Model.Tree;
        var nodes = check.IsWhole
            ? Enumerable.Range(0, tree.Count)
            : moved.Select(tree.IndexOf).Where(node => node >= 0).SelectMany(node => Enumerable.Range(node, tree.EndOf(node) - node)).Distinct();
        foreach (var node in nodes.Where(node => tree.LevelOf(node) > Capability.MaxLevel))
        {
            check.Report(tree[node], nameof(Capability.Parent),
                $"{tree[node].Code} stands on level {tree.LevelOf(node)}; a map has at most {Capability.MaxLevel} levels.");
        }
    }

    private static void WithoutStage(RuleCheck check)
    {
        foreach (var leaf in LeavesWithout<StageLink>(check, link => link.Capability))
        {
            check.Report(leaf, null, $"{leaf.Code} serves no stage and so has no figures; link it to at least one stage.");
        }
    }

    private static void WithoutObjective(RuleCheck check)
    {
        if (check.Model.Table<StrategicObjective>().Count == 0)
        {
            return;
        }

        foreach (var leaf in LeavesWithout<CapabilityObjective>(check, objective => objective.Capability))
        {
            check.Report(leaf, "objectives", $"{leaf.Code} serves no strategic objective; name one, or ask why the capability is kept.");
        }
    }

    private static List<Capability> LeavesWithout<T>(RuleCheck check, Func<T, string> capabilityOf) where T : ModelRow
    {
        if (check.IsWhole)
        {
            var having = check.Model.Table<T>().Select(capabilityOf).ToHashSet();
            return [.. check.Model.Tree.Leaves.Select(leaf => check.Model.Tree[leaf]).Where(leaf => !having.Contains(leaf.Code))];
        }

        var moved = Moves(check).SelectMany(move => new[] { move.Key.Text, ParentOf(move.Before) }).OfType<string>();
        HashSet<string> touched = [.. check.Touched(capabilityOf), .. moved];
        touched.RemoveWhere(code => check.Model.Tree.IndexOf(code) < 0 || IsParent(check.Model, code));
        if (touched.Count > 0)
        {
            touched.ExceptWith(check.Model.Table<T>().Select(capabilityOf));
        }

        return [.. touched.Select(code => check.Model.Capabilities.Find(code)!)];
    }

    private static void ParentWithLeafValues(RuleCheck check)
    {
        foreach (var parent in check.Rows<Capability, string>(capability => capability.Code, NewParents(check)))
        {
            if (LeafValue(parent) is { } field && IsParent(check.Model, parent.Code))
            {
                check.Report(parent, field,
                    $"{parent.Code} has children, and only leaves are weighed, placed and owned; move the value to the children and clear it here.");
            }
        }
    }

    private static string? LeafValue(Capability capability) => capability switch
    {
        { Weight: not null } => nameof(Capability.Weight),
        { Standardisation: not null } => nameof(Capability.Standardisation),
        { Integration: not null } => nameof(Capability.Integration),
        { OwnerTeam: not null } => nameof(Capability.OwnerTeam),
        _ => null,
    };
}
