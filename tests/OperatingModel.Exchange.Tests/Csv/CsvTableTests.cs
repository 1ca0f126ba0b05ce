using System.Globalization;
using System.Text;
using OperatingModel.Exchange.Csv;
using OperatingModel.Exchange.Tables;

namespace OperatingModel.Exchange.Tests.Csv;

public sealed class CsvTableTests
{
    private static readonly CultureInfo German = CultureInfo.GetCultureInfo("de-DE");

    private static readonly TableColumn<object?>[] Columns =
    [
        new("value", "Value", "A value.", ColumnKind.Text, content => content switch
        {
            double number => TableValue.Of(number),
            IReadOnlyList<string> texts => TableValue.Of(texts),
            _ => TableValue.Of((string?)content),
        }),
    ];

    [Theory]
    [InlineData(-1.5, "-1.5")]
    [InlineData(-0.0, "0")]
    [InlineData(-1e-12, "0")]
    [InlineData(1e15, "1000000000000000")]
    [InlineData(1.0 / 3, "0.3333333333")]
    [InlineData(0.1 + 0.2, "0.3")]
    [InlineData(double.NaN, "\"\"")]
    [InlineData(double.PositiveInfinity, "\"\"")]
    public void Numbers_stay_numbers(double number, string written) => Written(number).ShouldBe(written);

    [Theory]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"hello\"", "\"say \"\"hello\"\"\"")]
    [InlineData("two\nlines", "\"two\nlines\"")]
    [InlineData(" blank", "\" blank\"")]
    [InlineData("plain", "plain")]
    public void Texts_are_quoted_where_they_must_be(string text, string written) => Written(text).ShouldBe(written);

    [Fact]
    public void Lists_are_guarded_as_a_whole() => Written(new[] { "=1", "=2" }).ShouldBe("\"'=1, =2\"");

    [Theory]
    [InlineData("de-DE", ';', "0,5")]
    [InlineData("fr-FR", ';', "0,5")]
    [InlineData("pt-BR", ';', "0,5")]
    [InlineData("en-GB", ',', "0.5")]
    [InlineData("de-CH", ',', "0.5")]
    [InlineData("ja-JP", ',', "0.5")]
    [InlineData("", ',', "0.5")]
    public void Where_the_decimal_sign_is_a_comma_cells_are_parted_by_semicolons(string culture, char separator, string half)
    {
        var form = CsvForm.Of(CultureInfo.GetCultureInfo(culture));
        form.Separator.ShouldBe(separator);
        Written(0.5, form).ShouldBe(half);
    }

    [Theory]
    [InlineData("a;b", "\"a;b\"")]
    [InlineData("a, b", "a, b")]
    [InlineData("a, =1", "a,' =1")]
    public void With_semicolons_texts_are_quoted_and_guarded_for_those_who_read_commas(string text, string written) =>
        Written(text, CsvForm.Of(German)).ShouldBe(written);

    [Fact]
    public void Large_numbers_have_no_group_signs_in_either_form() => Written(-1234567.25, CsvForm.Of(German)).ShouldBe("-1234567,25");

    [Fact]
    public void A_header_is_guarded_like_any_text()
    {
        using var stream = new MemoryStream();
        CsvTable.Write(stream, CsvForm.Plain, [Columns[0] with { Name = "=1+1" }], []);
        Encoding.UTF8.GetString(stream.ToArray()).ShouldEndWith("'=1+1\r\n");
    }

    private static string Written(object value, CsvForm? form = null)
    {
        using var stream = new MemoryStream();
        CsvTable.Write(stream, form ?? CsvForm.Plain, Columns, [value]);
        return Encoding.UTF8.GetString(stream.ToArray()).Split("\r\n")[1];
    }
}
