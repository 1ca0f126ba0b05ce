using Bunit;
using OperatingModel.Domain;
using OperatingModel.Domain.Workspaces;
using OperatingModel.Exchange.Samples;
using OperatingModel.Web.Features.HeatMaps;
using OperatingModel.Web.Tests.Components;

namespace OperatingModel.Web.Tests.Features.HeatMaps;

public sealed class PastDaysTests
{
    private static readonly ModelSnapshot Airline = SampleModels.Airline(new DateOnly(2026, 1, 1));

    [Fact]
    public async Task The_days_on_which_scores_were_given_are_offered_the_latest_first()
    {
        await using var context = new MudContext();
        List<DateOnly?> chosen = [];
        var bar = context.Render<PastDays>(parameters => parameters
            .Add(days => days.Today, Airline).Add(days => days.Then, Airline).Add(days => days.OnDay, day => chosen.Add(day)));
        var expected = Airline.Assessments.Where(score => score.AssessedOn < Airline.Today)
            .GroupBy(score => score.AssessedOn).OrderByDescending(day => day.Key).ToArray();
        expected.ShouldNotBeEmpty();
        var offered = bar.FindAll("select option").Skip(1).ToArray();
        offered.Select(option => option.GetAttribute("value")).ShouldBe(expected.Select(day => HeatMapView.DayText(day.Key)));
        offered[0].TextContent.ShouldContain($"{expected[0].Count()} score");
        bar.Find("select").Change(HeatMapView.DayText(expected[^1].Key));
        chosen.ShouldBe([expected[^1].Key]);
    }

    [Fact]
    public async Task A_day_before_the_first_score_says_so()
    {
        await using var context = new MudContext();
        var then = Airline.With([.. Airline.Assessments.Select(RowChange.Remove)], 2);
        var bar = context.Render<PastDays>(parameters => parameters
            .Add(days => days.Today, Airline).Add(days => days.Then, then)
            .Add(days => days.Day, new DateOnly(2020, 1, 1)).Add(days => days.IsPast, true));
        bar.Find("[role=status]").TextContent.ShouldContain("No score had been given by then.");
    }
}
