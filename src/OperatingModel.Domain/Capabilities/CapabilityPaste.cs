using OperatingModel.Domain.Capabilities.Lists;
using OperatingModel.Domain.Editing;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.Capabilities;

/// <summary>What a paste would do with one entry of the list.</summary>
/// <param name="Level">The level on which it would stand; 1 is the top of the map.</param>
/// <param name="There">The capability of this name that is in the model already; null where there is none.</param>
/// <param name="IsLeftOut">Whether it is not added again; its children go below <paramref name="There"/>.</param>
/// <param name="Problem">Why it cannot be added and what to do; null where it can.</param>
public sealed record PastedLine(ListEntry Entry, int Level, Capability? There, bool IsLeftOut, string? Problem)
{
    public bool IsNew => Problem is null && !IsLeftOut;
}

/// <summary>What a pasted list would do to the tree of capabilities at a place; nothing is changed yet.</summary>
/// <param name="Lines">One for each entry of the list, in its order.</param>
/// <param name="TakesCodes">Whether the codes of the list become those of the capabilities.</param>
public sealed record CapabilityPaste(Place Place, IReadOnlyList<PastedLine> Lines, bool TakesCodes)
{
    private static readonly TextAttribute NameRule =
        ModelTables.Of<Capability>().Fields.First(field => field.Name == nameof(Capability.Name)).Rules.OfType<TextAttribute>().First();

    /// <summary>
    /// Leaves a line out where the model has its capability at the same place, or has it elsewhere and the line has nothing below it. The
    /// user may decide otherwise.
    /// </summary>
    /// <param name="turned">Indices of the entries for which the user decided otherwise.</param>
    public static CapabilityPaste Of(ModelSnapshot model, Place place, ReadList list, bool takesCodes, IReadOnlySet<int>? turned = null)
    {
        var tree = model.Tree;
        var named = model.Capabilities.OrderBy(capability => tree.IndexOf(capability.Code))
            .ToLookup(capability => VisibleText.Line(capability.Name), StringComparer.OrdinalIgnoreCase);
        var above = place.Sibling is { } sibling ? model.Capabilities.Find(sibling)?.Parent : place.Owner;
        var codes = new Dictionary<string, int>(StringComparer.Ordinal);
        List<PastedLine> lines = new(list.Entries.Count);
        foreach (var (index, entry) in list.Entries.Index())
        {
            var parent = entry.Parent < 0 ? null : lines[entry.Parent];
            var isInModel = parent is null || parent.IsLeftOut;
            var code = parent is null ? above : parent.There?.Code;
            var level = (isInModel ? LevelOf(tree, code) : parent!.Level) + 1;
            var there = ThereOf(named[entry.Name], isInModel, code, takesCodes ? entry.Code : null, out var isHere);
            var isLeaf = index + 1 == list.Entries.Count || list.Entries[index + 1].Parent != index;
            var isLeftOut = there is not null && parent?.Problem is null && (isHere || isLeaf) != (turned?.Contains(index) == true);
            var problem = parent?.Problem is not null ? "The line it stands below cannot be taken; correct that one first."
                : isLeftOut ? null
                : level > Capability.MaxLevel
                    ? $"It would stand on level {level}, and a map has at most {Capability.MaxLevel}; indent it less, or choose a place higher up."
                : NameRule.Problem(entry.Name) ?? (takesCodes && entry.Code is not null ? CodeProblem(model, codes, entry) : null);
            lines.Add(new PastedLine(entry, level, there, isLeftOut, problem));
        }

        return new(place, lines, takesCodes);
    }

    private static int LevelOf(CapabilityTree tree, string? code) =>
        code is not null && tree.IndexOf(code) is var node and >= 0 ? tree.LevelOf(node) : 0;

    // The one of this code and name, else the one at the same place, else the first of the name.
    private static Capability? ThereOf(IEnumerable<Capability> named, bool isInModel, string? parent, string? code, out bool isHere)
    {
        var found = named.ToList();
        var there = found.Find(capability => capability.Code == code)
            ?? found.Find(capability => isInModel && capability.Parent == parent) ?? found.FirstOrDefault();
        isHere = there is not null && ((isInModel && there.Parent == parent) || there.Code == code);
        return there;
    }

    private static string? CodeProblem(ModelSnapshot model, Dictionary<string, int> codes, ListEntry entry)
    {
        var code = entry.Code!;
        return CodeAttribute.ProblemOf(code) is { } problem ? problem
            : model.Capabilities.Find(code) is { } other ? $"The code {code} is taken by {other.Name}; change it, or give new codes to all."
            : codes.TryAdd(code, entry.Line) ? null
            : $"The code {code} stands in line {codes[code]} already; change one of them, or give new codes to all.";
    }
}
