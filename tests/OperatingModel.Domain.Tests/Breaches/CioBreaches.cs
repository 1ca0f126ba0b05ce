using OperatingModel.Domain.Leadership;
using static OperatingModel.Domain.Tests.Breaches.Breach;

namespace OperatingModel.Domain.Tests.Breaches;

internal static class CioBreaches
{
    public static Breach[] All { get; } = [new("cio-statements-without-profile", "cioStatements", Remove<CioProfile>("cio"))];
}
