using OperatingModel.Domain.Technology;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Web.Features.Technology;

/// <summary>Describes in a sentence the technology behind a capability instance.</summary>
internal static class InstanceWords
{
    /// <summary>Says how the enablement of the instance is worked out.</summary>
    public static string Of(InstanceEnablement instance, ModelSnapshot model)
    {
        var why = instance.Explain(model);
        return why.Print().Calculation is { } calculation ? $"{why.Words} {calculation}" : why.Words;
    }
}
