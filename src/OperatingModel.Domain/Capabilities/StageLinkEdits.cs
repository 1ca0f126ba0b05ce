using OperatingModel.Domain.Editing;
using OperatingModel.Domain.ValueChains;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.Capabilities;

/// <summary>How strongly a capability enables a stage.</summary>
public static class StageLinkEdits
{
    /// <summary>What a click makes of a strength: none (null), minor, supporting, critical, and none again.</summary>
    public static LinkStrength? After(LinkStrength? strength) => strength switch
    {
        null => LinkStrength.Minor,
        LinkStrength.Minor => LinkStrength.Supporting,
        LinkStrength.Supporting => LinkStrength.Critical,
        _ => null,
    };

    /// <summary>Sets the next strength in the circle.</summary>
    /// <exception cref="ModelRuleException">The stage or the capability is gone, or the latter is no leaf.</exception>
    public static IReadOnlyList<RowChange> Cycle(ModelSnapshot model, string stage, string capability) =>
        Set(model, stage, capability, After(model.StageLinks.Find(RowKey.Of(stage, capability))?.Strength));

    /// <summary>Sets the strength of the link. Judgements for the stage stay, so that removing a link by mistake loses nothing.</summary>
    /// <param name="strength">Null removes the link.</param>
    /// <exception cref="ModelRuleException">The stage or the capability is gone, or the latter is no leaf.</exception>
    public static IReadOnlyList<RowChange> Set(ModelSnapshot model, string stage, string capability, LinkStrength? strength)
    {
        var copy = new WorkingCopy(model);
        var link = model.StageLinks.Find(RowKey.Of(stage, capability));
        if (strength is not { } wanted)
        {
            return link is null ? [] : [RowChange.Remove(link)];
        }

        if (!model.Stages.Contains(stage))
        {
            throw RowEdits.Gone(ModelTables.Of<Stage>(), stage);
        }

        var node = model.Tree.IndexOf(CapabilityEdits.Existing(copy, capability).Code);
        if (!model.Tree.IsLeaf(node))
        {
            throw new ModelRuleException(
                "capability",
                $"{capability} has children, and only a leaf is linked to stages; link "
                    + $"{model.Tree[model.Tree.ChildrenOf(node).First()].Code} or another of its children.");
        }

        if (link is null)
        {
            copy.Add(new StageLink(stage, capability, wanted));
        }
        else
        {
            copy.Put(link with { Strength = wanted });
        }

        return copy.Changes;
    }
}
