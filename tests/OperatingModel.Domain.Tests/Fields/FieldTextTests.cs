using System.Globalization;
using OperatingModel.Domain.BusinessUnits;
using OperatingModel.Domain.Customers;
using OperatingModel.Domain.Fields;
using OperatingModel.Domain.Reading;
using OperatingModel.Domain.Technology;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.Tests.Fields;

public sealed class FieldTextTests
{
    private static readonly ModelField RunCost = Field<BusinessApplication>(nameof(BusinessApplication.AnnualRunCost));
    private static readonly ModelField Revenue = Field<BusinessUnit>(nameof(BusinessUnit.Revenue));
    private static readonly ModelField Importance = Field<Expectation>(nameof(Expectation.Importance));
    private static readonly ModelField Quarters = Field<ModelMeta>(nameof(ModelMeta.QuarterCount));
    private static readonly ModelField AsOf = Field<ModelMeta>(nameof(ModelMeta.AsOf));
    private static readonly ModelField Name = Field<BusinessUnit>(nameof(BusinessUnit.Name));
    private static readonly ModelField Lifecycle = Field<BusinessApplication>(nameof(BusinessApplication.Lifecycle));

    [Theory]
    [InlineData("en", "1,5", "15 or 1.5?")]
    [InlineData("en", "3,75", "375 or 3.75?")]
    [InlineData("en", "1,2,3", "groups of three")]
    [InlineData("de-DE", "1.5", "15 or 1,5?")]
    [InlineData("en", "99999999999999999999", "too large")]
    public void A_whole_number_nobody_typed_is_never_read(string culture, string text, string problem) =>
        Read(culture, RunCost, text).Problem.ShouldNotBeNull().ShouldContain(problem);

    [Theory]
    [InlineData("en", "14200,00", 14200L)]
    [InlineData("de-DE", "14.200", 14200L)]
    public void A_whole_number_is_read_exactly(string culture, string text, long value) => Read(culture, RunCost, text).ShouldBe((value, null));

    [Fact]
    public void An_int_is_an_int_and_no_larger_one()
    {
        Read("en", Quarters, "12").ShouldBe((12, null));
        Read("en", Quarters, "12,5").Problem.ShouldNotBeNull().ShouldContain("125 or 12.5?");
        Read("en", Quarters, "4294967300").Problem.ShouldNotBeNull().ShouldContain("too large");
    }

    [Theory]
    [InlineData("en", "5200,5", 5200.5)]
    [InlineData("en", "5 200", 5200.0)]
    [InlineData("de-DE", "5.200", 5200.0)]
    public void Both_decimal_signs_and_groups_of_three_are_read(string culture, string text, double value) =>
        Read(culture, Revenue, text).ShouldBe((value, null));

    [Fact]
    public void What_could_be_two_numbers_is_asked_back() =>
        Read("en", Revenue, "5.200").Problem.ShouldNotBeNull().ShouldContain("5.2 or 5,200? Write 5200 or 5.2.");

    [Fact]
    public void The_rules_of_the_field_speak_the_culture_too()
    {
        Read("de-DE", Importance, "7,5").ShouldBe((7.5, null));
        Read("de-DE", Importance, "10,5").Problem.ShouldBe("10,5 is outside the scale; give 0 to 10.");
    }

    [Fact]
    public void A_day_is_read_in_the_persons_order_and_as_ISO()
    {
        Read("de-DE", AsOf, "31.3.2026").ShouldBe((new DateOnly(2026, 3, 31), null));
        Read("en-US", AsOf, "2026-03-31").ShouldBe((new DateOnly(2026, 3, 31), null));
        Read("en-US", AsOf, "31.3.2026").Problem.ShouldBe("“31.3.2026” is not a date; write it like 2026-03-31 or Mar 31, 2026.");
    }

    [Theory]
    [InlineData("\u200BBaggage\u200B claim\u2060", "Baggage claim")]
    [InlineData("two\nlines", "two\nlines")]
    public void What_nobody_sees_is_not_stored(string typed, string stored) => Read("en", Name, typed).ShouldBe((stored, null));

    [Fact]
    public void A_name_of_invisible_signs_is_none() => Read("en", Name, "\u200B\uFEFF").Problem.ShouldNotBeNull();

    [Fact]
    public void A_choice_is_made_by_name_not_by_number()
    {
        Read("en", Lifecycle, "active").Value.ShouldBe(Domain.Technology.Lifecycle.Active);
        Read("en", Lifecycle, "1").Problem.ShouldNotBeNull();
    }

    private static (object? Value, string? Problem) Read(string culture, ModelField field, string text)
    {
        CultureInfo.CurrentCulture = KnownCultures.Find(culture)!;
        var problem = FieldText.Read(field, text, out var value);
        return (problem is null ? value : null, problem);
    }

    private static ModelField Field<T>(string name) where T : ModelRow => ModelTables.Of<T>().Fields.First(field => field.Name == name);
}
