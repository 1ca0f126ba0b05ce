namespace OperatingModel.Domain.Tests;

public sealed class FieldRulesTests
{
    [Theory]
    [InlineData("C4.3", true)]
    [InlineData("", false)]
    [InlineData(" C4", false)]
    [InlineData("C4 ", false)]
    [InlineData("C\u001f4", false)]
    [InlineData("12345678901234567890123456789012", true)]
    [InlineData("123456789012345678901234567890123", false)]
    public void Codes(string code, bool obeys)
    {
        (new CodeAttribute().Problem(code) is null).ShouldBe(obeys);
        (new RefAttribute(typeof(int)).Problem(code) is null).ShouldBe(obeys);
    }

    [Theory]
    [InlineData("two\nlines", true, true)]
    [InlineData("", false, true)]
    [InlineData("  ", false, true)]
    [InlineData("12345678901", false, false)]
    [InlineData("bell\u0007", false, false)]
    public void Text(string text, bool required, bool optional)
    {
        (new TextAttribute(10).Problem(text) is null).ShouldBe(required);
        (new TextAttribute(10) { MayBeEmpty = true }.Problem(text) is null).ShouldBe(optional);
    }

    [Theory]
    [InlineData(1.0, true, true)]
    [InlineData(0.0, false, true)]
    [InlineData(5.0, true, true)]
    [InlineData(5.5, false, false)]
    [InlineData(-1.0, false, false)]
    [InlineData(5e-324, false, false)]
    [InlineData(-5e-324, false, false)]
    [InlineData(0.0000009, false, false)]
    [InlineData(0.000001, false, true)]
    [InlineData(double.NaN, false, false)]
    [InlineData(double.PositiveInfinity, false, false)]
    public void Numbers(double value, bool between1And5, bool between0And5)
    {
        (new BetweenAttribute(1, 5).Problem(value) is null).ShouldBe(between1And5);
        (new BetweenAttribute(0, 5).Problem(value) is null).ShouldBe(between0And5);
    }

    [Fact]
    public void A_problem_says_what_to_give() =>
        new BetweenAttribute(0, 5).Problem(7).ShouldBe("7 is outside the scale; give 0 to 5.");

    [Theory]
    [InlineData(5e-324, 0, 5, "5E-324 is too near to 0; give 0 or at least 0.000001.")]
    [InlineData(5e-324, 0.000001, 1e9, "5E-324 is outside the scale; give 0.000001 to 1,000,000,000.")]
    [InlineData(1e300, 0, 1e12, "1E+300 is outside the scale; give 0 to 1,000,000,000,000.")]
    public void Extreme_numbers_are_told_without_a_page_of_zeros(double value, double low, double high, string problem) =>
        new BetweenAttribute(low, high).Problem(value).ShouldBe(problem);

    [Theory]
    [InlineData("C4 ", "The code “C4 ” has a blank at its end; remove it.")]
    [InlineData("\u00a0C4", "The code “\u00a0C4” has a no-break space at its beginning; remove it.")]
    public void A_code_with_a_blank_is_quoted_and_the_blank_is_named(string code, string problem) =>
        new CodeAttribute().Problem(code).ShouldBe(problem);

    [Theory]
    [InlineData(42.35032, 1, "42.4")]
    [InlineData(2.4999999999999996, 0, "3")]
    [InlineData(-0.04, 1, "0")]
    [InlineData(-2.5, 0, "-3")]
    [InlineData(40.0, 1, "40")]
    public void Figures_are_rounded_half_away_from_zero(double figure, int decimals, string text) => FigureText.Of(figure, decimals).ShouldBe(text);
}
