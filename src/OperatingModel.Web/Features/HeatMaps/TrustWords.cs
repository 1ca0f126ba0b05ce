using OperatingModel.Domain;
using OperatingModel.Domain.HeatMaps;

namespace OperatingModel.Web.Features.HeatMaps;

/// <summary>How far a figure can be trusted, in a word.</summary>
internal static class TrustWords
{
    public static string Of(TrustLabel trust) => trust == TrustLabel.None ? "Unknown" : EnumWords.Label(trust);
}
