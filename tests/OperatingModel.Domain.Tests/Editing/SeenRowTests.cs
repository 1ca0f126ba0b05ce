using OperatingModel.Domain.Editing;
using OperatingModel.Domain.ValueChains;

namespace OperatingModel.Domain.Tests.Editing;

public sealed class SeenRowTests
{
    private static readonly Stage Shop = Models.Mini().Stages.Find("SHOP")!;
    private static readonly SeenRow Seen = SeenRow.Of(Shop with { Version = 4 }, "Shop", "CH", ["BOOK", "SHOP", "PAY"]);

    [Theory]
    [InlineData(4, "CH", "BOOK PAY SHOP")] // Its user's own window moved it.
    [InlineData(9, "CH", "BOOK SHOP PAY")] // Others changed something else of it.
    [InlineData(9, "CH", "BOOK NEW SHOP NEWER PAY")] // Others added beside it, and it made room.
    [InlineData(9, "CH", "SHOP PAY")] // Others removed what stood before it.
    [InlineData(9, "CH", "SHOP")]
    public void It_is_moved_when_nobody_else_moved_it_since(long version, string owner, string siblings) =>
        Should.NotThrow(() => Seen.ThrowIfMoved(Shop with { Version = version }, owner, siblings.Split(' '), Who, Words));

    [Theory]
    [InlineData("CH", "BOOK PAY SHOP", "after PAY")]
    [InlineData("CH", "SHOP BOOK PAY", "to the beginning of CH")]
    [InlineData("OTHER", "X SHOP", "after X")]
    [InlineData(null, "SHOP X", "to the beginning")]
    public void It_is_not_moved_when_others_moved_it_since_and_says_where_it_went(string? owner, string siblings, string words) =>
        Refusal(Shop with { Version = 9 }, owner, siblings)
            .ShouldBe($"Shop was moved {words} meanwhile by the one of 9; move it again if it belongs elsewhere.");

    [Fact]
    public void Who_moved_it_need_not_be_known() =>
        Refusal(Shop with { Version = 8 }, "CH", "SHOP BOOK").ShouldContain("meanwhile by somebody;");

    [Fact]
    public void What_is_gone_is_not_moved() => Refusal(null, null, "").ShouldBe("Shop was not moved: somebody removed it meanwhile.");

    private static string Refusal(ModelRow? current, string? owner, string siblings) =>
        Should.Throw<ModelRuleException>(() => Seen.ThrowIfMoved(current, owner, siblings.Split(' '), Who, Words)).Message;

    private static string? Who(long revision) => revision == 9 ? "the one of 9" : null;

    private static string Words(Place place) => place.Words(code => code);
}
