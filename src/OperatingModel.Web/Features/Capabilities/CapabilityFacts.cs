using System.Runtime.InteropServices;
using OperatingModel.Domain;
using OperatingModel.Domain.Capabilities;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Web.Features.Capabilities;

/// <summary>The counts that the tree shows beside its rows, computed once for as long as the stage links stay the same.</summary>
internal sealed class CapabilityFacts
{
    private readonly Dictionary<string, int> _links = new(StringComparer.Ordinal);
    private readonly Table<StageLink> _counted;

    private CapabilityFacts(Table<StageLink> links)
    {
        _counted = links;
        foreach (var link in links)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(_links, link.Capability, out _)++;
        }
    }

    public static CapabilityFacts Of(ModelSnapshot model, CapabilityFacts? before) =>
        before is not null && ReferenceEquals(before._counted, model.StageLinks) ? before : new CapabilityFacts(model.StageLinks);

    /// <summary>Returns the number of stages to which a leaf is linked; a leaf with 0 is an orphan.</summary>
    public int LinksOf(string capability) => _links.GetValueOrDefault(capability);
}
