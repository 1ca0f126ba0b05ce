using OperatingModel.Exchange.Samples;
using OperatingModel.Web.Features.Search;

namespace OperatingModel.Web.Tests.Features.Search;

public sealed class SearchIndexTests
{
    private static readonly Guid Model = Guid.NewGuid();

    [Theory]
    [InlineData("c4.3", "C4.3")]
    [InlineData("rebook disrup", "C4.3")]
    [InlineData("PREP", "PREP")]
    [InlineData("regional", "REG")]
    public void Elements_are_found_by_code_and_by_words_in_any_order(string text, string code) =>
        SearchIndex.Find(text, SampleModels.Airline(new DateOnly(2026, 1, 1)), Model)[0].Code.ShouldBe(code);

    [Theory]
    [InlineData("Touchpoint", "/value-chains?stage=")]
    [InlineData("Segment", "/expectations?segment=")]
    [InlineData("Application", "/technology?row=")]
    [InlineData("Vendor", "/technology?tab=Vendors&q=")]
    [InlineData("Objective", "/objectives?row=")]
    [InlineData("KPI", "/objectives?tab=kpis&row=")]
    [InlineData("Setting", "/settings?section=")]
    [InlineData("Scenario", "?scenario=")]
    public void Rows_of_every_list_with_a_page_lead_there(string kind, string address)
    {
        var found = SearchIndex
            .Find("", SampleModels.Airline(new DateOnly(2026, 1, 1)), Model, limit: 10_000)
            .Where(entry => entry.Kind == kind)
            .ToList();
        found.ShouldNotBeEmpty();
        found.ShouldAllBe(entry => entry.Url!.Contains(address, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("disruption rebooking", "C4.3")]
    [InlineData("rebooking DISRUPTION", "C4.3")]
    [InlineData("réböoking", "C4.3")]
    [InlineData("4.3", "C4.3")]
    public void Words_are_found_in_any_order_whatever_the_case_and_the_accents(string text, string code) => First(text).Code.ShouldBe(code);

    [Theory]
    [InlineData("mainline disruption", "Cell", "?row=C4.3&unit=MAIN")]
    [InlineData("disruption mainline", "Cell", "?row=C4.3&unit=MAIN")]
    [InlineData("heat regional", "Heat map", "?unit=REG")]
    public void Words_of_two_elements_find_where_they_meet(string text, string kind, string query)
    {
        var first = First(text);
        first.Kind.ShouldBe(kind);
        first.Url.ShouldBe(Urls.HeatMap(Model, query));
    }

    [Theory]
    [InlineData("theme", "Switch between light and dark")]
    [InlineData("weights", "Try other weights")]
    [InlineData("export", "Export the priorities as a spreadsheet")]
    [InlineData("excel", "Export the priorities as a spreadsheet")]
    [InlineData("backup", "Export the model as a file")]
    [InlineData("help", "Keys and words")]
    [InlineData("new model", "New model")]
    [InlineData("burns", "Heat map")]
    public void Commands_and_pages_are_found_by_the_words_people_have_for_them(string text, string name) =>
        SearchIndex.Find(text, SampleModels.Airline(new DateOnly(2026, 1, 1)), Model).Select(entry => entry.Name).ShouldContain(name);

    [Fact]
    public void What_gives_a_file_is_no_page() =>
        SearchIndex.Find("export", SampleModels.Airline(new DateOnly(2026, 1, 1)), Model).Where(entry => entry.Kind == "Command")
            .ShouldAllBe(entry => entry.IsFile && entry.Url!.StartsWith("/api/", StringComparison.Ordinal));

    [Fact]
    public void Without_a_model_pages_and_commands_are_found() =>
        SearchIndex.Find("", null, null).Select(entry => entry.Kind).Distinct().ShouldBe(["Page", "Command"]);

    [Fact]
    public void Nothing_is_found_for_nonsense() => SearchIndex.Find("zzqx", SampleModels.Airline(new DateOnly(2026, 1, 1)), Model).ShouldBeEmpty();

    private static SearchEntry First(string text) => SearchIndex.Find(text, SampleModels.Airline(new DateOnly(2026, 1, 1)), Model)[0];
}
