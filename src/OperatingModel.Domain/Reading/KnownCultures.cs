using System.Collections.Concurrent;
using System.Globalization;

namespace OperatingModel.Domain.Reading;

/// <summary>How people of a language and a place write numbers and days.</summary>
public static class KnownCultures
{
    /// <summary>The culture for people whose language is not known.</summary>
    public static CultureInfo Default { get; } = CultureInfo.GetCultureInfo("en");

    private static readonly ConcurrentDictionary<string, CultureInfo> Gregorian = new(StringComparer.Ordinal);

    /// <summary>
    /// The culture of a name such as <c>de-CH</c>, else that of its language, with days of the Gregorian calendar; null where .NET knows
    /// neither.
    /// </summary>
    public static CultureInfo? Find(string name)
    {
        for (var asked = name; asked.Length > 0; asked = asked[..Math.Max(0, asked.LastIndexOf('-'))])
        {
            try
            {
                var culture = CultureInfo.GetCultureInfo(asked, predefinedOnly: true);
                return culture.Calendar is GregorianCalendar ? culture : Gregorian.GetOrAdd(culture.Name, _ => InGregorian(culture));
            }
            catch (CultureNotFoundException)
            {
                // The language alone may be known.
            }
        }

        return null;
    }

    private static CultureInfo InGregorian(CultureInfo culture)
    {
        var gregorian = (CultureInfo)culture.Clone();
        gregorian.DateTimeFormat.Calendar = gregorian.OptionalCalendars.OfType<GregorianCalendar>().First();
        return CultureInfo.ReadOnly(gregorian);
    }
}
