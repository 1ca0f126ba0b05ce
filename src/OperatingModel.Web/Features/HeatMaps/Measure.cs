namespace OperatingModel.Web.Features.HeatMaps;

/// <summary>What the colour of a cell says.</summary>
public enum Measure
{
    Heat,
    Priority,
    Gap,
    Importance,
    Current,
    Target,
    Coverage,
    Confidence,
    Enablement,
}
