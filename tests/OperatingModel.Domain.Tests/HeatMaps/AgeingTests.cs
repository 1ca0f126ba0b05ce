using OperatingModel.Domain.Assessments;
using OperatingModel.Domain.HeatMaps;
using OperatingModel.Domain.Tests.Vectors;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.Tests.HeatMaps;

public sealed class AgeingTests
{
    private static readonly DateOnly AsOf = new(2026, 3, 31);

    [Fact]
    public void Confidence_drops_a_grade_after_twelve_whole_months() // F4-09
    {
        var ageing = Ageing.Of(AsOf, 12);
        MethodVectors.Input("F4-09").GetProperty("cases").EnumerateArray()
            .Select(c => ageing.Aged(Enum.Parse<Confidence>(c[0].GetString()!), AsOf.AddMonths(-c[1].GetInt32())).ToString())
            .ShouldBe(MethodVectors.Expected("F4-09").EnumerateArray().Select(grade => grade.GetString()!));
    }

    [Fact]
    public void Stale_is_what_is_more_than_the_limit_of_whole_months_old_on_every_pair_of_days()
    {
        for (var asOf = new DateOnly(2024, 1, 1); asOf <= new DateOnly(2025, 3, 1); asOf = asOf.AddDays(1))
        {
            var ageing = Ageing.Of(asOf, 12);
            for (var day = asOf.AddDays(-430); day <= asOf.AddDays(-360); day = day.AddDays(1))
            {
                ageing.IsStale(day).ShouldBe(Ageing.WholeMonths(day, asOf) > 12, $"{day} seen on {asOf}");
            }
        }
    }

    [Fact]
    public void The_first_days_of_the_calendar_do_not_break_it() => Ageing.Of(new DateOnly(1, 5, 1), 120).StaleThrough.ShouldBe(DateOnly.MinValue);
}

public sealed class TrustTests
{
    [Fact]
    public void Trust_needs_coverage_and_confidence() => // F4-08
        MethodVectors
            .Input("F4-08")
            .GetProperty("cases")
            .EnumerateArray()
            .Select(c =>
                Trust
                    .Of(
                        c[0].ValueKind == System.Text.Json.JsonValueKind.Null ? null : c[0].GetDouble(),
                        c[1].ValueKind == System.Text.Json.JsonValueKind.Null ? null : c[1].GetDouble(),
                        ModelSettings.Default)
                    .ToString())
            .ShouldBe(MethodVectors.Expected("F4-08").EnumerateArray().Select(label => label.GetString()!));
}
