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
    /// <summary>Where it stands: after the sibling above, or first below its parent.</summary>
    /// <returns>Null where there is no such capability.</returns>
    public static Place? PlaceOf(CapabilityTree tree, string code) => tree.IndexOf(code) switch
    {
        < 0 => null,
        var node when Above(tree, node) is var above and >= 0 => Place.After(tree[above].Code),
        var node => Place.FirstIn(tree[node].Parent),
    };

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
