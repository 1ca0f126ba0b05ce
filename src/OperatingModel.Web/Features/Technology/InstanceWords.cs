using OperatingModel.Domain.Technology;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Web.Features.Technology;

/// <summary>The technology behind a capability instance, in a sentence.</summary>
internal static class InstanceWords
{
    /// <summary>How its enablement comes about.</summary>
    public static string Of(InstanceEnablement instance, ModelSnapshot model)
    {
        var why = instance.Explain(model);
        return why.Print().Calculation is { } calculation ? $"{why.Words} {calculation}" : why.Words;
    }
}
