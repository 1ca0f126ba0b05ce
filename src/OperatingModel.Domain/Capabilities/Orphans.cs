using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.Capabilities;

/// <summary>Capabilities that serve no stage: they count nowhere on the map.</summary>
public static class Orphans
{
    /// <summary>In the order of the tree.</summary>
    public static IEnumerable<Capability> Of(ModelSnapshot model)
    {
        var linked = model.StageLinks.Select(link => link.Capability).ToHashSet(StringComparer.Ordinal);
        return model.Tree.Leaves.Select(leaf => model.Tree[leaf]).Where(capability => !linked.Contains(capability.Code));
    }

    /// <summary>Those that are none yet and that an edit makes so.</summary>
    /// <param name="changes">Of the edit, not made yet.</param>
    public static IReadOnlyList<Capability> MadeBy(ModelSnapshot model, IReadOnlyList<RowChange> changes)
    {
        var already = Of(model).Select(capability => capability.Code).ToHashSet(StringComparer.Ordinal);
        return [.. Of(model.With(changes, model.Revision)).Where(capability => !already.Contains(capability.Code))];
    }

    /// <summary>What an edit leaves without a stage in a sentence that begins with a blank; empty where there is nothing.</summary>
    public static string Sentence(ModelSnapshot model, IReadOnlyList<RowChange> changes) => MadeBy(model, changes) switch
    {
        [] => "",
        var made => $" {NameList.Few([.. made.Select(capability => capability.Name)])} will serve no stage then.",
    };
}
