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
    [InlineData(1.0, true, true, true)]
    [InlineData(0.0, false, false, true)]
    [InlineData(5.0, true, true, true)]
    [InlineData(5.5, false, true, true)]
    [InlineData(-1.0, false, false, false)]
    [InlineData(double.NaN, false, false, false)]
    [InlineData(double.PositiveInfinity, false, false, false)]
    public void Numbers(double value, bool between1And5, bool above0, bool atLeast0)
    {
        (new BetweenAttribute(1, 5).Problem(value) is null).ShouldBe(between1And5);
        (new AboveAttribute(0).Problem(value) is null).ShouldBe(above0);
        (new AtLeastAttribute(0).Problem(value) is null).ShouldBe(atLeast0);
    }

    [Fact]
    public void A_problem_says_what_to_give() =>
        new BetweenAttribute(0, 5).Problem(7).ShouldBe("7 is outside the scale; give 0 to 5.");

    [Theory]
    [InlineData(42.35032, 1, "42.4")]
    [InlineData(2.4999999999999996, 0, "3")]
    [InlineData(-0.04, 1, "0")]
    [InlineData(-2.5, 0, "-3")]
    [InlineData(40.0, 1, "40")]
    public void Figures_are_rounded_half_away_from_zero(double figure, int decimals, string text) => FigureText.Of(figure, decimals).ShouldBe(text);
}
