using OperatingModel.Domain.Assessments;
using OperatingModel.Domain.Editing;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.Capabilities;

/// <summary>Where the parts of a split capability stand.</summary>
public enum SplitInto
{
    /// <summary>Below it; it becomes their parent.</summary>
    Children,

    /// <summary>Beside it; it stays as the first part.</summary>
    Siblings,
}

/// <summary>Splits a leaf into several and merges several into one. The totals of size weights, money and need stay the same.</summary>
public static class CapabilityParts
{
    /// <summary>
    /// Each part gets an equal share of the size weight and of the money, and a copy of all else that the leaf carries, so that the total
    /// need stays the same.
    /// </summary>
    /// <param name="names">2 or more, in order.</param>
    /// <exception cref="ModelRuleException">It is no leaf, there are fewer than two names, or the parts would stand too deep.</exception>
    public static IReadOnlyList<RowChange> Split(ModelSnapshot model, string code, IReadOnlyList<string> names, SplitInto into)
    {
        var copy = new WorkingCopy(model);
        var whole = Leaf(copy, code);
        if (names.Count < 2)
        {
            throw new ModelRuleException("name", $"{code} needs at least two parts; give a name to each.");
        }

        var carried = LeafContents.Of(copy, code).Where(row => into == SplitInto.Siblings || row is not CampaignCapability).ToList();
        foreach (var row in carried)
        {
            copy.Remove(row);
        }

        LeafContents.Clear(copy, code);
        var parts = into == SplitInto.Children ? Below(copy, code, names) : Beside(copy, whole, names);
        foreach (var part in parts)
        {
            copy.Put(copy.Find<Capability>(part)! with
            {
                Weight = (whole.Weight ?? 1) / parts.Count,
                Standardisation = whole.Standardisation,
                Integration = whole.Integration,
                OwnerTeam = whole.OwnerTeam,
            });
            foreach (var row in carried)
            {
                copy.Put(LeafContents.Part(row, part, parts.Count));
            }
        }

        return copy.Changes;
    }

    /// <summary>
    /// Merges several leaves into one. It carries the sum of their size weights and money and the stronger of two links. In each business
    /// unit it keeps its own judgements, or else those of the first other leaf that has any there.
    /// </summary>
    /// <param name="codes">The leaves.</param>
    /// <param name="into">One of them; or their parent, if they are all its children, which then becomes a leaf.</param>
    /// <exception cref="ModelRuleException">One of them is no leaf, or they cannot become this one.</exception>
    public static IReadOnlyList<RowChange> Merge(ModelSnapshot model, IReadOnlyCollection<string> codes, string into)
    {
        var copy = new WorkingCopy(model);
        List<Capability> leaves =
        [
            .. codes
                .Distinct()
                .Select(code => Leaf(copy, code))
                .OrderByDescending(leaf => leaf.Code == into)
                .ThenBy(leaf => model.Tree.IndexOf(leaf.Code)),
        ];
        ThrowIfNotOne(copy, leaves, into);
        var carried = LeafContents.Of(copy, leaves.Select(leaf => leaf.Code).ToHashSet());
        IReadOnlyCollection<ModelRow>[] each = [.. leaves.Select(leaf => (IReadOnlyCollection<ModelRow>)[.. carried[leaf.Code]])];
        foreach (var row in each.SelectMany(rows => rows))
        {
            copy.Remove(row);
        }

        foreach (var row in LeafContents.United(each, into))
        {
            copy.Put(row);
        }

        foreach (var leaf in leaves.Where(leaf => leaf.Code != into))
        {
            copy.Remove(leaf);
        }

        copy.Put(Existing(copy, into) with
        {
            Weight = leaves.Sum(leaf => leaf.Weight ?? 1),
            Standardisation = leaves.Select(leaf => leaf.Standardisation).FirstOrDefault(value => value is not null),
            Integration = leaves.Select(leaf => leaf.Integration).FirstOrDefault(value => value is not null),
            OwnerTeam = leaves.Select(leaf => leaf.OwnerTeam).FirstOrDefault(team => team is not null),
        });
        return copy.Changes;
    }

    private static List<string> Below(WorkingCopy copy, string code, IReadOnlyList<string> names) =>
        [.. names.Select(name => CapabilityEdits.Add(copy, Place.LastIn(code), name, null))];

    private static List<string> Beside(WorkingCopy copy, Capability whole, IReadOnlyList<string> names)
    {
        copy.Put(copy.Find<Capability>(whole.Code)! with { Name = VisibleText.Line(names[0]) });
        List<string> parts = [whole.Code];
        foreach (var name in names.Skip(1))
        {
            parts.Add(CapabilityEdits.Add(copy, Place.After(parts[^1]), name, null));
        }

        return parts;
    }

    private static void ThrowIfNotOne(WorkingCopy copy, List<Capability> leaves, string into)
    {
        if (leaves.Exists(leaf => leaf.Code == into))
        {
            if (leaves.Count < 2)
            {
                throw new ModelRuleException("code", $"Choose at least one other capability to merge with {into}.");
            }

            return;
        }

        var children = copy.Rows<Capability>()
            .Where(capability => capability.Parent == Existing(copy, into).Code)
            .Select(capability => capability.Code)
            .ToHashSet();
        if (children.Count == 0 || !children.SetEquals(leaves.Select(leaf => leaf.Code)))
        {
            throw new ModelRuleException(
                "code",
                $"{into} is neither one of the merged capabilities nor the parent of exactly these; choose one of them.");
        }
    }

    private static Capability Existing(WorkingCopy copy, string code) => CapabilityEdits.Existing(copy, code);

    private static Capability Leaf(WorkingCopy copy, string code)
    {
        var capability = Existing(copy, code);
        return copy.Rows<Capability>().FirstOrDefault(other => other.Parent == code) is { } child
            ? throw new ModelRuleException(
                "code",
                $"{code} has children, and only leaves are split and merged; choose its children, {child.Code} first.")
            : capability;
    }
}
