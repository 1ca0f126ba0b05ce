using OperatingModel.Exchange.Tables;

namespace OperatingModel.Exchange.Tests.Tables;

public sealed class PlainTextTests
{
    [Theory]
    [InlineData("Zürich 🦊 שלום\ttab\nline", "Zürich 🦊 שלום\ttab\nline")]
    [InlineData("a\r\nb\rc", "a\nb\nc")]
    [InlineData("a\0b\u001Fc", "a\uFFFDb\uFFFDc")]
    [InlineData("\uFFFE\uFFFF", "\uFFFD\uFFFD")]
    public void Only_what_no_reader_takes_is_replaced(string text, string clean) => PlainText.Clean(text).ShouldBe(clean);

    // Attributes cannot carry half a character.
    [Fact]
    public void Half_a_character_is_replaced()
    {
        PlainText.Clean("a\uD83E").ShouldBe("a\uFFFD");
        PlainText.Clean("\uDD8A\uD83E b").ShouldBe("\uFFFD\uFFFD b");
        PlainText.Clean("\uD83E\uD83E\uDD8A").ShouldBe("\uFFFD🦊");
    }
}
