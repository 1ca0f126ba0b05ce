using OperatingModel.Domain.Assessments;

namespace OperatingModel.Domain.Tests.Assessments;

public sealed class ScoreTextTests
{
    [Theory]
    [InlineData("424")]
    [InlineData("4 2 4")]
    [InlineData("4 · 2→4")]
    [InlineData("4/2/4")]
    [InlineData("4; 2; 4")]
    [InlineData("4.0 2.0 4.0")]
    [InlineData("4,0 2,0 4,0")]
    [InlineData("4-2-4")]
    [InlineData(" 4 2 4 ")]
    [InlineData("4 · 2->4")]
    public void Three_levels_are_read_however_they_are_parted(string text) =>
        ScoreText.Read(ScoredFigure.All, text).Given.ShouldBe(new GivenScores(4, 2, 4));

    [Theory]
    [InlineData("six", "three levels")]
    [InlineData("42", "three levels")]
    [InlineData("4 2 4 1", "three levels")]
    [InlineData("0 2 4", "Importance goes from 1 to 5")]
    [InlineData("4 6 4", "Maturity now goes from 0 to 5")]
    [InlineData("4 2 9", "Maturity wanted goes from 0 to 5")]
    [InlineData("4 2 x", "three levels")]
    [InlineData("05/01/03", "looks like a date")]
    [InlineData("5.1.2026", "looks like a date")]
    [InlineData("2026-05-01", "looks like a date")]
    [InlineData("-4 2 4", "three levels")]
    [InlineData("4 -2 4", "three levels")]
    [InlineData("1,5 3", "Half levels are not used")]
    [InlineData("1,5 3 4", "Half levels are not used")]
    [InlineData("4.5 3 4", "Half levels are not used")]
    [InlineData("4, 2; 4", "three levels")]
    public void What_cannot_be_read_says_why(string text, string reason)
    {
        var (given, why) = ScoreText.Read(ScoredFigure.All, text);
        given.ShouldBeNull();
        why.ShouldNotBeNull().ShouldContain(reason);
    }

    [Theory]
    [InlineData(ScoredFigure.Importance, "0")]
    [InlineData(ScoredFigure.Importance, "6")]
    [InlineData(ScoredFigure.Current, "-1")]
    [InlineData(ScoredFigure.Current, "3.5")]
    [InlineData(ScoredFigure.Target, "high")]
    [InlineData(ScoredFigure.Confidence, "4")]
    public void Levels_off_the_scale_are_refused(ScoredFigure figure, string text)
    {
        var (given, reason) = ScoreText.Read(figure, text);
        given.ShouldBeNull();
        reason.ShouldNotBeNullOrEmpty();
    }

    [Theory]
    [InlineData("3,5", "Half levels are not used")]
    [InlineData("3.5", "Half levels are not used")]
    [InlineData("1/5/2026", "looks like a date")]
    [InlineData("high", "Not a number")]
    public void One_level_says_why_it_is_none(string text, string reason) =>
        ScoreText.Read(ScoredFigure.Current, text).Reason.ShouldNotBeNull().ShouldContain(reason);

    [Fact]
    public void One_figure_leaves_the_others_alone()
    {
        ScoreText.Read(ScoredFigure.Current, "0").Given.ShouldBe(new GivenScores(Current: 0));
        ScoreText.Read(ScoredFigure.Confidence, "High").Given.ShouldBe(new GivenScores(Confidence: Confidence.High));
        new GivenScores(3, 1, 4, Confidence.Low).With(new GivenScores(Current: 2)).ShouldBe(new GivenScores(3, 2, 4, Confidence.Low));
    }

    [Fact]
    public void Fewer_keys_than_three_are_a_beginning()
    {
        ScoreText.ReadKeys(ScoredFigure.All, "4").Given.ShouldBe(new GivenScores(4));
        ScoreText.ReadKeys(ScoredFigure.All, "42").Given.ShouldBe(new GivenScores(4, 2));
        ScoreText.ReadKeys(ScoredFigure.All, "0").Given.ShouldBeNull();
    }

    [Fact]
    public void A_draft_comes_back_as_it_was_and_a_damaged_one_as_nothing()
    {
        GivenScores[] all =
        [
            GivenScores.None,
            new(4),
            new(4, 0),
            new(4, 0, 5, Confidence.High),
            new(Target: 3),
            new(Note: "Two lines,\na “quote”", EvidenceLink: "https://example.org"),
        ];
        all.ShouldAllBe(scores => GivenScores.FromText(scores.ToText()) == scores);
        GivenScores.FromText("""{"Importance":9,"Current":-1,"Target":6,"Confidence":7}""").ShouldBe(GivenScores.None);
        GivenScores.FromText("garbage").ShouldBe(GivenScores.None);
    }
}
