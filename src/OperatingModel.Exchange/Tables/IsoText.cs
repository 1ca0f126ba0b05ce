using System.Globalization;

namespace OperatingModel.Exchange.Tables;

/// <summary>Days and moments as every file has them (ISO 8601).</summary>
internal static class IsoText
{
    public static string Of(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>To the second, in universal time.</summary>
    public static string Of(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
