using System.Globalization;
using OperatingModel.Domain.Reading;

namespace OperatingModel.Domain.Tests.Reading;

public sealed class NumberTextTests
{
    private static readonly CultureInfo English = KnownCultures.Find("en")!;

    private static readonly IReadOnlyList<CultureInfo> All =
        [.. CultureInfo.GetCultures(CultureTypes.AllCultures).Where(culture => culture.Name.Length > 0)
            .Select(culture => KnownCultures.Find(culture.Name)!)];

    [Theory]
    [InlineData("en", "7.5", 7.5)]
    [InlineData("en", "7,5", 7.5)]
    [InlineData("de-DE", "7,5", 7.5)]
    [InlineData("de-DE", "7.5", 7.5)]
    [InlineData("de-DE", "5.200", 5200)]
    [InlineData("en", "5,200", 5200)]
    [InlineData("en", "5200,5", 5200.5)]
    [InlineData("en", "5 200", 5200)]
    [InlineData("en", "5\u202F200\u00A0000,25", 5200000.25)]
    [InlineData("de-CH", "5’200.5", 5200.5)]
    [InlineData("de-CH", "5'200.5", 5200.5)]
    [InlineData("en", "1.234,5", 1234.5)]
    [InlineData("de-DE", "1,234.5", 1234.5)]
    [InlineData("en", "1.234.567", 1234567)]
    [InlineData("en-IN", "12,34,567.5", 1234567.5)]
    [InlineData("en", "0.375", 0.375)]
    [InlineData("en", "0,375", 0.375)]
    [InlineData("en", ".5", 0.5)]
    [InlineData("en", "5.2000", 5.2)]
    [InlineData("en", "\u22127.5", -7.5)]
    [InlineData("en", "-0", 0)]
    [InlineData("en", "007", 7)]
    [InlineData("ar-EG", "١٬٢٣٤٫٥", 1234.5)]
    public void A_number_is_read_with_both_decimal_signs_and_groups_of_three(string culture, string text, double value)
    {
        NumberText.ReadNumber(text, KnownCultures.Find(culture)!, out var problem).ShouldBe(value);
        problem.ShouldBeNull();
    }

    [Theory]
    [InlineData("en", "5.200", "5.2 or 5,200? Write 5200 or 5.2.")]
    [InlineData("en", "5.125", "5.125 or 5,125? Write 5125 or 5.1250.")]
    [InlineData("en", "-5.200", "-5.2 or -5,200? Write -5200 or -5.2.")]
    [InlineData("de-DE", "5,200", "5,2 or 5.200? Write 5200 or 5,2.")]
    [InlineData("en", "1,2,3", "“1,2,3” is not a number: signs between digits part groups of three, such as 1,200.")]
    [InlineData("de-DE", "05.01.2026", "such as 1.200.")]
    [InlineData("en", "5 20", "groups of three")]
    [InlineData("en", "1.5 3", "groups of three")]
    [InlineData("en", "abc", "“abc” is not a number; write digits, such as 1200.")]
    [InlineData("en", "0.1234567890123456789", "more digits than can be kept")]
    public void What_is_no_number_or_two_says_what_to_write(string culture, string text, string problem)
    {
        NumberText.ReadNumber(text, KnownCultures.Find(culture)!, out var said).ShouldBeNull();
        said.ShouldNotBeNull().ShouldContain(problem);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData(",")]
    [InlineData("5,")]
    [InlineData("5..2")]
    [InlineData("--5")]
    [InlineData("5-")]
    [InlineData("Infinity")]
    [InlineData("∞")]
    [InlineData("NaN")]
    [InlineData("0x10")]
    [InlineData("1e5")]
    [InlineData("1e999")]
    [InlineData("5 %")]
    [InlineData("5\t3")]
    [InlineData("5\n300")]
    public void Anything_else_is_refused(string text)
    {
        foreach (var culture in All)
        {
            NumberText.ReadNumber(text, culture, out var problem).ShouldBeNull();
            problem.ShouldNotBeNullOrEmpty();
            NumberText.ReadWhole(text, culture, out problem).ShouldBeNull();
            problem.ShouldNotBeNullOrEmpty();
        }
    }

    [Theory]
    [InlineData("en", "14200", 14200)]
    [InlineData("en", "14200,00", 14200)]
    [InlineData("de-DE", "14200,00", 14200)]
    [InlineData("de-DE", "14.200", 14200)]
    [InlineData("en", "14,200", 14200)]
    [InlineData("en", "14 200", 14200)]
    [InlineData("en", "-3", -3)]
    public void A_whole_number_is_read_exactly(string culture, string text, long value) =>
        NumberText.ReadWhole(text, KnownCultures.Find(culture)!, out _).ShouldBe(value);

    [Theory]
    [InlineData("1,5", "15 or 1.5? Whole numbers here: write 15, or round it.")]
    [InlineData("3,75", "375 or 3.75?")]
    [InlineData("1.250", "1.25 or 1,250? Whole numbers here: write 1250, or round it.")]
    [InlineData("1,2,3", "groups of three")]
    [InlineData("9223372036854775808", "too large")]
    public void A_whole_number_field_asks_back(string text, string problem)
    {
        NumberText.ReadWhole(text, English, out var said).ShouldBeNull();
        said.ShouldNotBeNull().ShouldContain(problem);
    }

    [Fact]
    public void What_is_written_in_any_culture_is_read_back() => Property.Holds(random =>
    {
        var culture = All[random.Next(All.Count)];
        var value = Any(random);
        NumberText.ReadNumber(NumberText.Of(value, culture), culture, out var problem).ShouldBe(value, $"{culture.Name}: {problem}");
        var whole = random.NextInt64(long.MinValue, long.MaxValue) >> random.Next(63);
        NumberText.ReadWhole(NumberText.Of(whole, culture), culture, out problem).ShouldBe(whole, $"{culture.Name}: {problem}");
        NumberText.ReadWhole(whole.ToString("N0", culture), culture, out problem).ShouldBe(whole, $"{culture.Name}: {problem}");
        var shown = Math.Round(Math.Abs(value) % 1e9, 2);
        NumberText.ReadNumber(shown.ToString("N2", culture), culture, out problem).ShouldBe(shown, $"{culture.Name}: {problem}");
    });

    [Fact]
    public void No_text_is_read_as_a_value_of_other_digits() => Property.Holds(random =>
    {
        const string Letters = "0123456789012345678901234567890123456789.,.,.,' ’\u00A0\u202F+-−eEx٫٬%";
        var culture = All[random.Next(All.Count)];
        var text = string.Concat(Enumerable.Range(0, random.Next(1, 14)).Select(_ => Letters[random.Next(Letters.Length)]));
        if (NumberText.ReadNumber(text, culture, out _) is { } number)
        {
            Significant(NumberText.Of(number, CultureInfo.InvariantCulture)).ShouldBe(Significant(text), $"{culture.Name}: “{text}”");
        }

        if (NumberText.ReadWhole(text, culture, out _) is { } whole)
        {
            Significant(text).TrimEnd('0').ShouldBe(
                Significant(whole.ToString(CultureInfo.InvariantCulture)).TrimEnd('0'), $"{culture.Name}: “{text}”");
        }
    });

    // The digits that say something: without zeros before and, behind a decimal sign, after.
    private static string Significant(string text) => string.Concat(text.Where(char.IsAsciiDigit)).Trim('0');

    private static double Any(Random random) => random.Next(4) switch
    {
        0 => Math.Round((random.NextDouble() - 0.5) * Math.Pow(10, random.Next(8)), random.Next(6)),
        1 => random.Next(1, 1000) + (random.Next(1000) / 1000.0),
        2 => random.NextDouble() * Math.Pow(10, random.Next(-18, 18)),
        _ => double.IsFinite(BitConverter.Int64BitsToDouble(random.NextInt64())) ? random.NextInt64() : 0,
    };
}
