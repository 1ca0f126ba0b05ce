using System.Globalization;

namespace OperatingModel.Exchange.Csv;

/// <summary>
/// How csv is written: with commas and decimal dots, as programs expect it (RFC 4180), or with semicolons and decimal commas, as
/// spreadsheets expect it where people write a decimal comma. Each opens in columns, with real numbers, in the spreadsheets it is meant
/// for.
/// </summary>
internal sealed record CsvForm(char Separator, NumberFormatInfo Numbers)
{
    private static readonly NumberFormatInfo DecimalComma = NumberFormatInfo.ReadOnly(new NumberFormatInfo { NumberDecimalSeparator = "," });

    /// <summary>With commas and decimal dots.</summary>
    public static CsvForm Plain { get; } = new(',', NumberFormatInfo.InvariantInfo);

    /// <summary>With semicolons and decimal commas.</summary>
    public static CsvForm Semicolons { get; } = new(';', DecimalComma);

    /// <summary>The form that spreadsheets of this culture open.</summary>
    public static CsvForm Of(CultureInfo culture) => culture.NumberFormat.NumberDecimalSeparator == "," ? Semicolons : Plain;
}
