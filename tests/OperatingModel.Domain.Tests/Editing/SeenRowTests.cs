using OperatingModel.Domain.Editing;
using OperatingModel.Domain.ValueChains;

namespace OperatingModel.Domain.Tests.Editing;

public sealed class SeenRowTests
{
    private static readonly Stage Shop = Models.Mini().Stages.Find("SHOP")!;
    private static readonly SeenRow Seen = SeenRow.Of(Shop with { Version = 4 }, "Shop", Place.After("BOOK"));

    [Theory]
    [InlineData(4, "TRAVEL")] // What stands before it was put there by its user.
    [InlineData(9, "BOOK")] // Others changed something else of it.
    public void It_is_moved_where_nobody_else_moved_it_since(long version, string after) =>
        Should.NotThrow(() => Seen.ThrowIfMoved(Shop with { Version = version }, Place.After(after), Who, Name));

    [Fact]
    public void It_is_not_moved_where_others_moved_it_since_and_says_where_it_went() =>
        Refusal(Shop with { Version = 9 }, Place.After("TRAVEL"))
            .ShouldBe("Shop was moved after stage TRAVEL meanwhile by the one of 9; move it again if it belongs elsewhere.");

    [Fact]
    public void Who_moved_it_need_not_be_known() =>
        Refusal(Shop with { Version = 8 }, Place.FirstIn("CH"))
            .ShouldBe("Shop was moved to the beginning of stage CH meanwhile by somebody; move it again if it belongs elsewhere.");

    [Fact]
    public void What_is_gone_is_not_moved() => Refusal(null, null).ShouldBe("Shop was not moved: somebody removed it meanwhile.");

    private static string Refusal(ModelRow? current, Place? place) =>
        Should.Throw<ModelRuleException>(() => Seen.ThrowIfMoved(current, place, Who, Name)).Message;

    private static string? Who(long revision) => revision == 9 ? "the one of 9" : null;

    private static string Name(string code) => $"stage {code}";
}
