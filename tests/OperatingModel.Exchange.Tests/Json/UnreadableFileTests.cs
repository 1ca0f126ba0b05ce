using System.Text;
using OperatingModel.Exchange.Json;
using OperatingModel.Exchange.Samples;

namespace OperatingModel.Exchange.Tests.Json;

public sealed class UnreadableFileTests
{
    private const string Heading = "\"meta\":{\"code\":\"X\",\"name\":\"x\"}";

    private static readonly DateOnly Today = new(2026, 3, 1);

    // By name, so that the test runner need not print and keep the larger ones.
    private static readonly Dictionary<string, (Func<byte[]> File, string Sentence)> Files = new()
    {
        ["nothing"] = (() => [], "The file is empty"),
        ["only a byte order mark"] = (() => [.. Encoding.UTF8.Preamble], "The file is empty"),
        ["only blanks"] = (() => Utf8(" \r\n\t"), "The file is empty"),
        ["null"] = (() => Utf8("null"), "one JSON object"),
        ["a list"] = (() => Utf8("[]"), "one JSON object"),
        ["two objects"] = (() => Utf8("{}{}"), "not valid JSON at line 1"),
        ["a comma at the end"] = (
            () => Utf8($"{{{Heading},}}"),
            "not valid JSON at line 1, byte 33: The JSON object contains a trailing comma at the end; remove it."),
        ["a heading twice"] = (
            () => Utf8($"{{{Heading},\n{Heading}}}"),
            "At line 2 the name \"meta\" stands a second time in the same object; keep one"),
        ["a field twice"] = (
            () => Utf8($"{{{Heading},\"vendors\":[{{\"code\":\"V\"}},{{\"code\":\"V\",\"name\":\"v\",\"code\":\"W\"}}]}}"),
            "the name \"code\""),
        ["a name twice where nobody looks"] = (() => Utf8($"{{{Heading},\"x\":[[{{\"y\":1,\"y\":1}}]]}}"), "the name \"y\""),
        ["a name twice in other letters"] = (() => Utf8($"{{{Heading},\"\\u006deta\":1}}"), "the name \"meta\""),
        ["a code twice in a map"] = (
            () => Utf8($"{{{Heading},\"decisionRights\":[{{\"decision\":\"D\",\"rights\":{{\"CIO\":\"A\",\"CIO\":\"R\"}}}}]}}"),
            "the name \"CIO\""),
        ["a comment"] = (() => Utf8($"{{{Heading}/*x*/}}"), "not valid JSON"),
        ["not a number"] = (() => Utf8($"{{{Heading},\"x\":NaN}}"), "not valid JSON"),
        ["an endless number"] = (() => Utf8($"{{{Heading},\n\"x\":1e999}}"), "1e999 at byte 38 is too large"),
        ["an endless negative number"] = (() => Utf8($"{{{Heading},\"x\":-1e999}}"), "too large"),
        ["a number of many digits"] = (() => Utf8($"{{{Heading},\"x\":{new string('9', 1000)}}}"), "too large"),
        ["deep nesting"] = (() => Utf8($"{{{Heading},\"x\":{new string('[', 100_000)}}}"), "maximum configured depth of 32"),
        ["deep objects"] = (
            () => Utf8($"{{{Heading},\"x\":{string.Concat(Enumerable.Repeat("{\"a\":", 100_000))}}}"),
            "maximum configured depth of 32"),
        ["UTF-16 with a mark"] = (() => [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes($"{{{Heading}}}")], "UTF-16"),
        ["UTF-16 without a mark"] = (() => Encoding.Unicode.GetBytes($"{{{Heading}}}"), "UTF-16"),
        ["UTF-16, the other way round"] = (() => Encoding.BigEndianUnicode.GetBytes($"{{{Heading}}}"), "UTF-16"),
        ["UTF-32"] = (() => Encoding.UTF32.GetBytes($"{{{Heading}}}"), "UTF-32"),
        ["Latin-1"] = (() => Encoding.Latin1.GetBytes("{\"meta\":{\"code\":\"X\",\"name\":\"é\"}}"), "not UTF-8"),
        ["a NUL between the tokens"] = (() => Utf8($"{{{Heading},\0\"x\":1}}"), "not valid JSON"),
        ["a NUL in a text"] = (() => Utf8("{\"meta\":{\"code\":\"X\",\"name\":\"a\0b\"}}"), "not valid JSON"),
        ["half a character"] = (() => Utf8("{\"meta\":{\"code\":\"X\",\"name\":\"a\\ud800b\"}}"), "half a character"),
        ["half a character in a name"] = (() => Utf8($"{{{Heading},\"a\\udc00\":1}}"), "half a character"),
        ["another schema version"] = (() => Utf8($"{{\"schemaVersion\":\"2.0\",{Heading}}}"), "schema version \"2.0\"; this program reads \"1.0\""),
        ["a schema version that is an object"] = (() => Utf8($"{{\"schemaVersion\":{{}},{Heading}}}"), "schema version An object"),
        ["more values than any model"] = (
            () => Utf8($"{{{Heading},\"vendors\":[{string.Join(',', Enumerable.Repeat('0', 6_000_001))}]}}"),
            "more than 6000000 values"),
        ["more bytes than any model"] = (() => new byte[ModelFileReader.MaxBytes + 1], "65 MB; at most 64 MB"),
    };

    public static TheoryData<string> Names() => [.. Files.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void What_is_no_model_file_is_refused_with_a_sentence(string what)
    {
        var message = Should.Throw<ModelFileException>(() => ModelFileReader.Read(Files[what].File(), Today)).Message;
        message.ShouldContain(Files[what].Sentence);
        message.Length.ShouldBeLessThan(300);
        message.ShouldEndWith(".");
    }

    [Fact]
    public void More_rows_than_any_model_are_refused()
    {
        var file = Utf8($"{{{Heading},\"decisionRights\":[{{\"decision\":\"D\",\"rights\":{Rights(1_000_001)}}}]}}");
        Should.Throw<ModelFileException>(() => ModelFileReader.Read(file, Today)).Message.ShouldContain("more than 1000000 rows");
    }

    [Fact]
    public void Rows_that_would_multiply_a_long_code_are_refused()
    {
        var file = Utf8($"{{{Heading},\"decisionRights\":[{{\"decision\":\"{new string('D', 4000)}\",\"rights\":{Rights(20_000)}}}]}}");
        Should.Throw<ModelFileException>(() => ModelFileReader.Read(file, Today)).Message.ShouldContain("codes too long");
    }

    [Fact]
    public void A_file_cut_anywhere_is_refused()
    {
        var whole = SampleModels.AirlineFile;
        for (var length = 1; length < whole.Length - 1; length += 1024)
        {
            Should.Throw<ModelFileException>(() => ModelFileReader.Read(whole.AsMemory(0, length), Today)).Message.ShouldContain("it ends too early");
        }
    }

    [Fact]
    public void Every_byte_may_be_wrong_without_another_exception()
    {
        var random = new Random(1);
        for (var i = 0; i < 300; i++)
        {
            var file = SampleModels.AirlineFile;
            file[random.Next(file.Length)] = (byte)random.Next(256);
            try
            {
                ModelFileReader.Read(file, Today);
            }
            catch (ModelFileException)
            {
                // Refused, which is one of the two right answers.
            }
        }
    }

    [Fact]
    public void A_byte_order_mark_is_no_mistake()
    {
        ModelFileReader.Read((byte[])[.. Encoding.UTF8.Preamble, .. SampleModels.AirlineFile], Today).Problems.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("no-such-folder/no-such-file.json", "There is no file")]
    [InlineData("no-such-file.json", "There is no file")]
    [InlineData(".", "is a folder")]
    [InlineData("", "cannot be read")]
    [InlineData("a\0b", "cannot be read")]
    public void A_path_without_a_file_is_told(string path, string sentence)
    {
        Should.Throw<ModelFileException>(() => ModelFileReader.ReadFile(path, Today)).Message.ShouldContain(sentence);
    }

    [Fact]
    public void A_device_that_never_ends_is_read_up_to_the_limit()
    {
        Assert.SkipUnless(File.Exists("/dev/zero"), "This system has no endless device.");
        Should.Throw<ModelFileException>(() => ModelFileReader.ReadFile("/dev/zero", Today)).Message.ShouldContain("at most 64 MB are read");
    }

    [Fact]
    public void A_file_that_is_too_large_is_refused_by_its_size_alone()
    {
        var path = Path.GetTempFileName();
        try
        {
            using (var file = File.OpenWrite(path))
            {
                file.SetLength(200L * 1024 * 1024);
            }

            var before = GC.GetAllocatedBytesForCurrentThread();
            Should.Throw<ModelFileException>(() => ModelFileReader.ReadFile(path, Today)).Message.ShouldContain("200 MB; at most 64 MB");
            (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(1024 * 1024);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static string Rights(int count) => $"{{{string.Join(',', Enumerable.Range(0, count).Select(i => $"\"{i}\":\"R\""))}}}";

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
