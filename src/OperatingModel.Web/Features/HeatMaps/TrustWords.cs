using OperatingModel.Domain;
using OperatingModel.Domain.HeatMaps;

namespace OperatingModel.Web.Features.HeatMaps;

/// <summary>Names in a word how much a figure can be trusted.</summary>
internal static class TrustWords
{
    public static string Of(TrustLabel trust) => trust == TrustLabel.None ? "Unknown" : EnumWords.Label(trust);
}
