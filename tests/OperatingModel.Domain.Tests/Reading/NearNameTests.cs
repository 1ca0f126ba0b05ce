using OperatingModel.Domain.Reading;

namespace OperatingModel.Domain.Tests.Reading;

public sealed class NearNameTests
{
    [Theory]
    [InlineData("stge", "Did you mean stage?")]
    [InlineData("Curent", "Did you mean current?")]
    [InlineData("colour", "There are stage, current.")]
    public void The_near_name_is_suggested_and_where_none_is_near_all_are_told(string given, string words) =>
        NearName.Suggestion(given, ["stage", "current"]).ShouldBe($" {words}");

    [Fact]
    public void A_name_that_is_the_only_one_is_told_as_such() => NearName.Suggestion("colour", ["stage"]).ShouldBe(" There is only stage.");

    [Theory]
    [InlineData("s1", "“S1” is written with a capital.")]
    [InlineData("ENABLe", "“ENABLE” is written with a capital.")]
    [InlineData("enable", "“ENABLE” is written with capitals.")]
    [InlineData("MAIn", "“main” is written with small letters.")]
    [InlineData("mAIN2", "“Main2” is written with other capitals.")]
    public void Codes_that_differ_in_capitals_alone_say_so(string code, string words) =>
        NearName.Missing(code, "stages", ["S1", "ENABLE", "main", "Main2"]).ShouldBe($"There is no “{code}” in stages. {words}");

    [Theory]
    [InlineData("S9")]
    [InlineData("X1")]
    [InlineData("FY27")]
    public void Another_of_a_series_is_not_suggested_nor_one_that_has_little_in_common(string code) =>
        NearName.Missing(code, "stages", ["S1", "FY26"]).ShouldBe($"There is no “{code}” in stages; name one that exists, or add it first.");

    [Theory]
    [InlineData("BOK", "BOOK")]
    [InlineData("FY-26", "FY26")]
    public void A_slip_is_suggested(string code, string meant) =>
        NearName.Missing(code, "stages", ["S1", "BOOK", "FY26"]).ShouldBe($"There is no “{code}” in stages. Perhaps “{meant}” is meant.");

    [Theory]
    [InlineData("a", null)]
    [InlineData("a b", null)]
    [InlineData("a  b", "a blank after “a ”")]
    [InlineData("a\u00a0b", "a no-break space after “a”")]
    [InlineData(" a ", "a blank at its beginning and at its end")]
    [InlineData("a\n", "a line break at its end")]
    public void What_nobody_sees_is_named(string text, string? hidden) => NearName.Hidden(text).ShouldBe(hidden);

    [Fact]
    public void What_is_quoted_keeps_its_characters_whole()
    {
        NearName.Quoted("a\ud83d\ude80b").ShouldBe("“a\ud83d\ude80b”");
        NearName.Quoted("a\ud83db\u0007").ShouldBe("“a\ufffdb\ufffd”");
    }

    [Fact]
    public void A_long_text_is_cut_between_characters() =>
        NearName.Quoted(string.Concat(Enumerable.Repeat("\ud83d\ude80", 41))).ShouldBe($"“{string.Concat(Enumerable.Repeat("\ud83d\ude80", 40))}…”");

    [Fact]
    public void A_long_or_hostile_code_does_not_fill_the_sentence() =>
        NearName.Missing($"{new string('x', 500)}\u0007", "stages", []).Length.ShouldBeLessThan(200);
}
