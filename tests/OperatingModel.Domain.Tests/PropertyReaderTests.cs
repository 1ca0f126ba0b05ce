namespace OperatingModel.Domain.Tests;

public sealed class PropertyReaderTests
{
    private static readonly Quarter Spring = Quarter.Parse("2026-Q2");

    [Theory]
    [InlineData(nameof(Sample.Text), "t")]
    [InlineData(nameof(Sample.Nothing), null)]
    [InlineData(nameof(Sample.Number), 7)]
    [InlineData(nameof(Sample.Perhaps), 2.5)]
    [InlineData(nameof(Sample.Missing), null)]
    [InlineData(nameof(Sample.Day), DayOfWeek.Friday)]
    [InlineData(nameof(Sample.Overridden), "lower")]
    [InlineData(nameof(Sample.Inherited), 3L)]
    public void A_value_is_read_whatever_its_type_time_and_again(string name, object? value)
    {
        var reader = new PropertyReader(typeof(Sample).GetProperty(name)!);
        reader.ValueOf(new Sample()).ShouldBe(value);
        reader.ValueOf(new Sample()).ShouldBe(value);
    }

    [Fact]
    public void The_owner_may_be_a_value_itself() =>
        new PropertyReader(typeof(Quarter).GetProperty(nameof(Quarter.Year))!).ValueOf(Spring).ShouldBe(2026);

    private abstract class Upper
    {
        public virtual string Overridden { get; } = "upper";

        public long Inherited { get; } = 3;
    }

    private sealed class Sample : Upper
    {
        public string Text { get; } = "t";

        public string? Nothing { get; }

        public int Number { get; } = 7;

        public double? Perhaps { get; } = 2.5;

        public double? Missing { get; }

        public DayOfWeek Day { get; } = DayOfWeek.Friday;

        public override string Overridden { get; } = "lower";
    }
}
