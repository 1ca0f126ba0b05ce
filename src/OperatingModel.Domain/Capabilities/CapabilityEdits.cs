using OperatingModel.Domain.Editing;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.Capabilities;

/// <summary>
/// Edits of the capability tree. Each returns the changes to make to the model, or throws with the reason and what to do instead.
/// </summary>
public static class CapabilityEdits
{
    private static readonly string[] LeafFields =
        [nameof(Capability.Weight), nameof(Capability.Standardisation), nameof(Capability.Integration), nameof(Capability.OwnerTeam)];

    /// <summary>Adds a capability. Below a leaf it takes over all that the leaf carries, because only leaves carry anything.</summary>
    /// <param name="code">Null for the next free one, <see cref="NewCodes.NextCapability(ModelSnapshot, string?)"/>.</param>
    /// <exception cref="ModelRuleException">The place is gone or too deep, or the code is taken.</exception>
    public static IReadOnlyList<RowChange> Add(ModelSnapshot model, Place place, string name, string? code = null)
    {
        var copy = new WorkingCopy(model);
        Add(copy, place, name, code);
        return copy.Changes;
    }

    /// <param name="seen">As the user saw it.</param>
    public static IReadOnlyList<RowChange> Rename(ModelSnapshot model, Capability seen, string name) =>
        RowEdits.Change(model, seen, seen with { Name = VisibleText.Line(name) });

    /// <summary>Changes the code, also in every row that refers to it.</summary>
    public static IReadOnlyList<RowChange> SetCode(ModelSnapshot model, string code, string newCode) =>
        Renaming.SetCode(model, ModelTables.Of<Capability>(), code, newCode);

    /// <summary>Moves the capability with all below it to another place.</summary>
    /// <exception cref="ModelRuleException">
    /// It would stand below itself or too deep, or below a leaf that is assessed or linked while it carries something itself.
    /// </exception>
    public static IReadOnlyList<RowChange> Move(ModelSnapshot model, string code, Place place)
    {
        var copy = new WorkingCopy(model);
        var moved = Existing(copy, code);
        var parent = ParentAt(copy, place);
        var tree = model.Tree;
        var node = tree.IndexOf(code);
        if (parent is not null && tree.IndexOf(parent) is var above && above >= node && above < tree.EndOf(node))
        {
            throw new ModelRuleException("parent", $"{parent} stands below {code} itself; move it to another place first.");
        }

        var height = Enumerable.Range(node, tree.EndOf(node) - node).Max(tree.LevelOf) - tree.LevelOf(node);
        ThrowIfTooDeep(copy, parent, height + 1, code);
        var newParent = parent is null || parent == moved.Parent ? null : copy.Find<Capability>(parent);
        Put(copy, moved with { Parent = parent }, place);
        if (newParent is not null && tree.IsLeaf(tree.IndexOf(newParent.Code)))
        {
            Receive(copy, newParent, code, tree.IsLeaf(node));
        }

        return copy.Changes;
    }

    /// <summary>Moves several capabilities with all below them to another place and keeps their order.</summary>
    /// <exception cref="ModelRuleException">The place is one of them, or one of them cannot go there.</exception>
    public static IReadOnlyList<RowChange> Move(ModelSnapshot model, IReadOnlyCollection<string> codes, Place place)
    {
        var tree = model.Tree;
        if (place.Sibling is { } sibling && codes.Contains(sibling))
        {
            throw new ModelRuleException("parent", $"{sibling} is moved itself; choose a place beside another capability.");
        }

        var end = 0;
        List<Func<ModelSnapshot, IReadOnlyList<RowChange>>> moves = [];
        foreach (var code in codes.OrderBy(tree.IndexOf))
        {
            var (node, to) = (tree.IndexOf(code), place);
            if (node >= 0 && node < end)
            {
                // It moves with its ancestor.
                continue;
            }

            end = node < 0 ? end : tree.EndOf(node);
            moves.Add(current => Move(current, code, to));
            place = Place.After(code);
        }

        return RowEdits.InTurn(model, moves);
    }

    /// <summary>
    /// Removes the capabilities with all below them and all that refers to them. A parent that loses its last child becomes a leaf.
    /// </summary>
    public static IReadOnlyList<RowChange> Delete(ModelSnapshot model, params IReadOnlyCollection<string> codes)
    {
        var copy = new WorkingCopy(model);
        var tree = model.Tree;
        Removal.Remove(copy, codes
            .Select(tree.IndexOf)
            .Where(node => node >= 0)
            .SelectMany(node => Enumerable.Range(node, tree.EndOf(node) - node))
            .Distinct()
            .Select(node => tree[node]));
        return copy.Changes;
    }

    /// <summary>
    /// Sets one field of a selection. A field that only leaves have is set on the leaves below a selected parent.
    /// </summary>
    /// <param name="field">As in code, e.g. <c>nameof(Capability.OwnerTeam)</c>.</param>
    public static IReadOnlyList<RowChange> SetField(ModelSnapshot model, IEnumerable<string> codes, string field, object? value)
    {
        var tree = model.Tree;
        var targets = codes.Select(code => tree.IndexOf(Existing(new WorkingCopy(model), code).Code));
        if (LeafFields.Contains(field))
        {
            targets = targets.SelectMany(node => Enumerable.Range(node, tree.EndOf(node) - node).Where(tree.IsLeaf));
        }

        return RowEdits.SetField(model, ModelTables.Of<Capability>(), targets.Distinct().Select(node => tree[node].Key).ToList(), field, value);
    }

    /// <summary>Adds capabilities for the lines of a pasted list that can be taken.</summary>
    /// <exception cref="ModelRuleException">The place is gone.</exception>
    public static IReadOnlyList<RowChange> Paste(ModelSnapshot model, CapabilityPaste paste) => PastedRows.Of(model, paste);

    internal static Capability Existing(WorkingCopy copy, string code) =>
        copy.Find<Capability>(code) ?? throw RowEdits.Gone(ModelTables.Of<Capability>(), code);

    internal static string Add(WorkingCopy copy, Place place, string name, string? code)
    {
        var parent = ParentAt(copy, place);
        code = string.IsNullOrWhiteSpace(code) ? NewCodes.NextCapability(copy, parent) : code.Trim();
        if (copy.Find<Capability>(code) is not null)
        {
            throw new ModelRuleException("code", $"{code} is taken; choose another code.");
        }

        ThrowIfTooDeep(copy, parent, 1, code);
        var wasLeaf = parent is not null && !copy.Rows<Capability>().Any(capability => capability.Parent == parent);
        var added = new Capability(code, parent, VisibleText.Line(name), null, null, null, null);
        copy.Add(added);
        Put(copy, copy.Find<Capability>(code)!, place);
        if (wasLeaf)
        {
            LeafContents.HandOver(copy, copy.Find<Capability>(parent!)!, code);
        }

        return code;
    }

    internal static void Put(WorkingCopy copy, Capability capability, Place place)
    {
        List<Capability> siblings = [.. copy.Rows<Capability>()
            .Where(other => other.Parent == capability.Parent && other.Code != capability.Code)
            .OrderBy(other => other.Position).ThenBy(other => other.Key)];
        foreach (var (row, position) in place.Put(siblings, capability, other => other.Position))
        {
            copy.Put(row with { Position = position });
        }
    }

    // A leaf that gets its first child hands over what it carries, if the child can take it.
    private static void Receive(WorkingCopy copy, Capability parent, string child, bool isLeaf)
    {
        if (!LeafContents.Any(copy, parent.Code))
        {
            LeafContents.Clear(copy, parent.Code);
        }
        else if (isLeaf && !LeafContents.Any(copy, child))
        {
            LeafContents.HandOver(copy, parent, child);
        }
        else
        {
            throw new ModelRuleException(
                "parent",
                $"{parent.Code} is assessed, linked or supported itself, which only a leaf can be; add a child that takes this over, then "
                    + $"move {child} beside it.");
        }
    }

    internal static string? ParentAt(WorkingCopy copy, Place place)
    {
        if (place.Sibling is { } sibling)
        {
            return Existing(copy, sibling).Parent;
        }

        return place.Owner is null ? null : Existing(copy, place.Owner).Code;
    }

    private static void ThrowIfTooDeep(WorkingCopy copy, string? parent, int levels, string code)
    {
        if (parent is not null && LevelOf(copy, parent) + levels is var level and > Capability.MaxLevel)
        {
            throw new ModelRuleException(
                "parent",
                $"{code} would reach down to level {level}; a map has at most {Capability.MaxLevel} levels, so choose a place higher up.");
        }
    }

    private static int LevelOf(WorkingCopy copy, string code)
    {
        var level = 1;
        for (
            var parent = Existing(copy, code).Parent;
            parent is not null && level <= Capability.MaxLevel;
            parent = copy.Find<Capability>(parent)?.Parent)
        {
            level++;
        }

        return level;
    }
}
