using OperatingModel.Web.Components.Controls;

namespace OperatingModel.Web.Tests.Components.Controls;

public sealed class TypedWordsTests
{
    [Theory]
    [InlineData("ubergabe", "Übergabe an die Crew")]
    [InlineData("ÜBERGABE", "Übergabe an die Crew")]
    [InlineData("crew übergabe", "Übergabe an die Crew")]
    [InlineData("strasse", "Straße")]
    [InlineData("STRAẞE", "Strasse")]
    [InlineData("smorrebrod", "Smørrebrød")]
    [InlineData("lodz", "Łódź")]
    [InlineData("cafe", "Cafe\u0301")]
    [InlineData("istanbul", "İstanbul")]
    [InlineData("softhyphen", "Soft\u00adhyphen")]
    [InlineData("привет", "ПРИВЕТ")]
    [InlineData("finance", "ﬁnance")]
    [InlineData("  ", "Anything")]
    public void Case_accents_and_order_are_forgiven(string typed, string name) => TypedWords.Of(typed).AreIn("X", name).ShouldBeTrue();

    [Theory]
    [InlineData("crew boat", "Übergabe an die Crew")]
    [InlineData("ubergabe", "Uhr")]
    public void Every_word_must_be_there(string typed, string name) => TypedWords.Of(typed).AreIn("X", name).ShouldBeFalse();

    [Theory]
    [InlineData("c4", "C4.3", true)]
    [InlineData("4.3", "C4.3", true)]
    [InlineData("3", "C4.3", true)]
    [InlineData("or", "MAJOR", false)]
    [InlineData("3", "C43", false)]
    [InlineData("a/b", "A/B #%?+&Ü", true)]
    [InlineData("#%?+&ü", "A/B #%?+&Ü", true)]
    [InlineData("b", "A B", true)]
    public void A_code_is_found_by_the_beginning_of_a_part(string typed, string code, bool isFound) =>
        TypedWords.Of(typed).AreIn(code, "-").ShouldBe(isFound);

    [Fact]
    public void What_is_called_so_is_found_and_folding_twice_is_folding_once()
    {
        const string Letters = "aÄßẞœŒøØłİıđþéE\u0301 \u00ad1/#%?+&ﬁＡ½Ωя";
        var random = new Random(20261130);
        for (var i = 0; i < 2_000; i++)
        {
            var name = string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => Letters[random.Next(Letters.Length)]));
            TypedWords.Of(name).AreIn("", name).ShouldBeTrue(name);
            TypedWords.Folded(TypedWords.Folded(name)).ShouldBe(TypedWords.Folded(name), name);
        }
    }
}
