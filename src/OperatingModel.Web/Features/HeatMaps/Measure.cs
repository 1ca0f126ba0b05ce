namespace OperatingModel.Web.Features.HeatMaps;

/// <summary>The measure that the colour of a cell shows.</summary>
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
