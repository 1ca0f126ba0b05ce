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

    /// <summary>The capabilities that an edit would turn into orphans.</summary>
    /// <param name="changes">The changes of the edit, which is not made yet.</param>
    public static IReadOnlyList<Capability> MadeBy(ModelSnapshot model, IReadOnlyList<RowChange> changes)
    {
        var already = Of(model).Select(capability => capability.Code).ToHashSet(StringComparer.Ordinal);
        return [.. Of(model.With(changes, model.Revision)).Where(capability => !already.Contains(capability.Code))];
    }

    /// <summary>A sentence, with a leading blank, about what an edit leaves without a stage; empty where there is nothing.</summary>
    public static string Sentence(ModelSnapshot model, IReadOnlyList<RowChange> changes) => MadeBy(model, changes) switch
    {
        [] => "",
        var made => $" {NameList.Few([.. made.Select(capability => capability.Name)])} will serve no stage then.",
    };
}
