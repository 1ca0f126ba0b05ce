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
    public void Rows_of_every_list_with_a_page_lead_there(string kind, string address)
    {
        var found = SearchIndex.Find("", SampleModels.Airline(new DateOnly(2026, 1, 1)), Model, limit: 10_000).Where(entry => entry.Kind == kind).ToList();
        found.ShouldNotBeEmpty();
        found.ShouldAllBe(entry => entry.Url!.Contains(address, StringComparison.Ordinal));
    }

    [Fact]
    public void Without_a_model_pages_and_commands_are_found() =>
        SearchIndex.Find("", null, null).Select(entry => entry.Kind).Distinct().ShouldBe(["Page", "Command"]);

    [Fact]
    public void Nothing_is_found_for_nonsense() => SearchIndex.Find("zzqx", SampleModels.Airline(new DateOnly(2026, 1, 1)), Model).ShouldBeEmpty();
}
