using OperatingModel.Domain.Editing;

namespace OperatingModel.Domain.Capabilities;

/// <summary>A move by one place.</summary>
public enum Shift
{
    /// <summary>Before the sibling above.</summary>
    Up,

    /// <summary>After the sibling below.</summary>
    Down,

    /// <summary>Last below the sibling above.</summary>
    In,

    /// <summary>After the parent.</summary>
    Out,
}

/// <summary>Finds the place to which a move by one place leads.</summary>
public static class Shifts
{
    /// <summary>Returns the codes of a capability and its siblings in order; none when there is no such capability.</summary>
    public static IReadOnlyList<string> SiblingsOf(CapabilityTree tree, string code)
    {
        List<string> siblings = [];
        if (tree.IndexOf(code) is var node and >= 0)
        {
            var parent = tree.ParentOf(node);
            for (var sibling = parent + 1; sibling < (parent < 0 ? tree.Count : tree.EndOf(parent)); sibling = tree.EndOf(sibling))
            {
                siblings.Add(tree[sibling].Code);
            }
        }

        return siblings;
    }

    /// <returns>Null where there is no such place, or no such capability.</returns>
    public static Place? PlaceOf(CapabilityTree tree, string code, Shift shift)
    {
        var node = tree.IndexOf(code);
        if (node < 0)
        {
            return null;
        }

        var parent = tree.ParentOf(node);
        var above = Above(tree, node);
        var below = tree.EndOf(node);
        var isLast = below == (parent < 0 ? tree.Count : tree.EndOf(parent));
        return shift switch
        {
            Shift.Up when above >= 0 => Place.Before(tree[above].Code),
            Shift.Down when !isLast => Place.After(tree[below].Code),
            Shift.In when above >= 0 => Place.LastIn(tree[above].Code),
            Shift.Out when parent >= 0 => Place.After(tree[parent].Code),
            _ => null,
        };
    }

    // The sibling above; -1 where there is none.
    private static int Above(CapabilityTree tree, int node)
    {
        var above = -1;
        for (var sibling = tree.ParentOf(node) + 1; sibling < node; sibling = tree.EndOf(sibling))
        {
            above = sibling;
        }

        return above;
    }
}
