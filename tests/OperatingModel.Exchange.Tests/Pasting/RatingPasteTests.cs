using OperatingModel.Domain.Customers;
using OperatingModel.Domain.Workspaces;
using OperatingModel.Exchange.Pasting;
using OperatingModel.Exchange.Samples;

namespace OperatingModel.Exchange.Tests.Pasting;

public sealed class RatingPasteTests
{
    private static readonly ModelSnapshot Airline = SampleModels.Airline(new DateOnly(2026, 1, 1));
    private static readonly Expectation[] Rows =
        [.. Airline.Table<Expectation>().OrderByDescending(row => Opportunity.Score(row.Importance ?? 0, row.Satisfaction ?? 0))];

    [Fact]
    public void A_block_goes_on_from_its_field_and_is_one_edit()
    {
        var paste = RatingPaste.Read(Rows, Rows[1].Code, nameof(Expectation.Importance), "7\t5\r\n8\t6\r\n\r\n0.5\t2\r\n");
        Written(paste)
            .ShouldBe([
                (1, "Importance", 7),
                (1, "Satisfaction", 5),
                (2, "Importance", 8),
                (2, "Satisfaction", 6),
                (4, "Importance", 0.5),
                (4, "Satisfaction", 2),
            ]);
        paste.Unread.ShouldBeEmpty();
        var after = Airline.With(paste.Apply(Airline), 2).Table<Expectation>();
        (after.Find(Rows[4].Code)!.Importance, after.Find(Rows[4].Code)!.Satisfaction).ShouldBe((0.5, 2));
    }

    [Fact]
    public void Headings_and_names_say_where_ratings_go()
    {
        var text = "Expectation\tSatisfaction\tNote\tImportance\n"
            + $"{Rows[5].Statement}\t1\tlate\t2\n{Rows[0].Code}\t3\t\t4\nNobody said this\t5\t\t5";
        var paste = RatingPaste.Read(Rows, Rows[2].Code, nameof(Expectation.Satisfaction), text);
        Written(paste).ShouldBe([(5, "Satisfaction", 1), (5, "Importance", 2), (0, "Satisfaction", 3), (0, "Importance", 4)]);
        paste.Unread.ShouldBe(["Line 4: no expectation shown has the code or the words “Nobody said this”."]);
        Written(RatingPaste.Read(Rows, Rows[0].Code, nameof(Expectation.Satisfaction), $"{Rows[3].Code}\t1\n{Rows[4].Code}\t2"))
            .ShouldBe([(3, "Satisfaction", 1), (4, "Satisfaction", 2)]);
    }

    [Fact]
    public void What_cannot_be_used_is_said_with_its_line_and_what_is_so_already_is_left()
    {
        var last = Rows[^1];
        var paste = RatingPaste.Read(Rows, last.Code, nameof(Expectation.Satisfaction), $"{last.Satisfaction}\t9\n4");
        (paste.Ratings.Count, paste.Same).ShouldBe((0, 1));
        paste.Unread.ShouldBe(["Line 1: “9” stands beside the ratings.", "Line 2: there is no further expectation in the list."]);
        RatingPaste.Read(Rows, last.Code, nameof(Expectation.Importance), "11\tmuch").Unread.ShouldBe(
        [
            $"Line 1, importance of {last.Code}: 11 is outside the scale; give 0 to 10.",
            $"Line 1, satisfaction of {last.Code}: “much” is not a number; write digits, such as 1200.",
        ]);
    }

    private static IEnumerable<(int Row, string Field, double Value)> Written(RatingPaste paste) =>
        paste.Ratings.Select(rating => (Array.FindIndex(Rows, row => row.Code == rating.Expectation.Code), rating.Field, rating.After));
}
