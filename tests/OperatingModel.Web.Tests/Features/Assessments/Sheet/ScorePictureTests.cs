using System.Collections.Immutable;
using OperatingModel.Domain;
using OperatingModel.Domain.Assessments;
using OperatingModel.Domain.HeatMaps;
using OperatingModel.Domain.Workspaces;
using OperatingModel.Exchange.Samples;
using OperatingModel.Web.Components.Grid;
using OperatingModel.Web.Features.Assessments.Sheet;

namespace OperatingModel.Web.Tests.Features.Assessments.Sheet;

public sealed class ScorePictureTests
{
    private static readonly ModelSnapshot Airline = SampleModels.Airline(new DateOnly(2026, 1, 1));

    [Theory]
    [InlineData(ScoredFigure.All)]
    [InlineData(ScoredFigure.Importance)]
    [InlineData(ScoredFigure.Current)]
    [InlineData(ScoredFigure.Target)]
    [InlineData(ScoredFigure.Confidence)]
    public void Every_score_has_a_cell_of_its_own_stored_or_not(ScoredFigure figure)
    {
        var scale = ScoreScale.Of(figure, Airline.Settings);
        GivenScores[] all =
        [
            .. from importance in Enumerable.Range(1, 5)
            from current in Enumerable.Range(0, 6)
            from target in Enumerable.Range(0, 6)
            from sure in Enum.GetValues<Confidence>()
            select new GivenScores(importance, current, target, sure),
        ];
        foreach (var scores in all)
        {
            var (stored, draft) = (
                scale.Grid.Categories![(int)scale.Stored(scores, false).Value],
                scale.Grid.Categories[(int)scale.Draft(scores).Value]);
            stored.Face.ShouldBeLessThan(GridCategory.Unknown);
            draft.Face.ShouldBe(GridCategory.Unknown);
            draft.Text.ShouldBe(stored.Text);
            stored.Text.ShouldBe(figure switch
            {
                ScoredFigure.All => $"{scores.Importance} · {scores.Current}→{scores.Target}",
                ScoredFigure.Importance => $"{scores.Importance}",
                ScoredFigure.Current => $"{scores.Current}",
                ScoredFigure.Target => $"{scores.Target}",
                _ => $"{scores.Confidence}",
            });
        }

        scale.Grid.Categories![(int)scale.Parent(1, 300).Value].Text.ShouldBe("1 %");
        scale.Grid.Categories[(int)scale.Parent(299, 300).Value].Text.ShouldBe("99 %");
        scale.Grid.Categories[(int)scale.Parent(2, 3).Value].Text.ShouldBe("67 %");
        scale.Parent(0, 0).State.ShouldBe(GridState.NotLinked);
    }

    [Fact]
    public void All_three_together_have_the_colour_of_their_heat()
    {
        var scale = ScoreScale.Of(ScoredFigure.All, Airline.Settings);
        scale.Stored(new GivenScores(5, 1, 4), false).Shade.ShouldBe((byte)HeatBand.Critical);
        scale.Stored(new GivenScores(5, 4, 4), false).Shade.ShouldBe((byte)HeatBand.None);
    }

    [Fact]
    public void A_new_score_patches_its_cell_and_the_shares_above_it()
    {
        var before = Of(Airline, "");
        var row = new Assessment("C1.3", "REG", null, 4, 2, 4, Confidence.Medium, Airline.AsOf, null);
        Airline.Assessments.Find(row.Key).ShouldBeNull();
        var after = ScorePicture.Of(Airline.With([RowChange.Add(row)], 2), View(""), Scale, []);
        after.Patch(before, ["C1.3"])![0].ShouldBe((byte)2);
        after.Patch(before, [])!.ShouldBe([(byte)0]);
    }

    [Fact]
    public void Only_rows_with_something_unknown_or_something_old_remain()
    {
        Leaves("?only=missing").ShouldContain("C1.3");
        Leaves("?only=missing").ShouldNotContain("C1.1");
        Leaves("?only=stale").ShouldContain("C3.1.2");
        Leaves("?only=stale").Count.ShouldBeInRange(1, 2);
    }

    [Fact]
    public void A_row_that_is_scored_stays_until_the_filter_is_asked_again()
    {
        var asked = Of(Airline, "?only=missing");
        List<RowChange> scores = [.. asked.Units
            .Select(unit => new Assessment("C1.3", unit.Code, null, 4, 2, 4, Confidence.Medium, Airline.AsOf, null))
            .Where(row => Airline.Assessments.Find(row.Key) is null).Select(RowChange.Add)];
        var scored = Airline.With(scores, 2);
        var later = ScorePicture.Of(scored, View("?only=missing&figure=Target&row=C1.3&col=REG"), Scale, [], asked.Found);
        later.Rows.ShouldBe(asked.Rows);
        (asked.IsOutdated, later.IsOutdated).ShouldBe((false, true));
        ScorePicture.Of(scored, View("?only=missing"), Scale, []).Leaves().ShouldNotContain("C1.3");
    }

    [Fact]
    public void An_address_comes_back_as_it_was()
    {
        var view = View("?figure=Target&only=Stale&row=C1.1&col=MAIN&q=x&level=2&toggle=C1&zoom=0.5");
        ScoreSheetView.Parse(view.ToQuery()).ToQuery().ShouldBe(view.ToQuery());
        view.ShowsSameCellsAs(view with { Row = null, Column = null, Zoom = 1 }).ShouldBeTrue();
        view.ShowsSameCellsAs(view with { Figure = ScoredFigure.All }).ShouldBeFalse();
        View("?figure=99&level=9&zoom=7").ToQuery().ShouldBe("");
    }

    private static readonly ScoreScale Scale = ScoreScale.Of(ScoredFigure.All, Airline.Settings);

    private static IReadOnlyList<string> Leaves(string query) => Of(Airline, query).Leaves();

    private static ScorePicture Of(ModelSnapshot model, string query) =>
        ScorePicture.Of(model, View(query), Scale, ImmutableDictionary<RowKey, ScoreDraft>.Empty);

    private static ScoreSheetView View(string query) => ScoreSheetView.Parse(query);
}
