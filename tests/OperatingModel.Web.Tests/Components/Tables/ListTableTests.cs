using System.Globalization;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.Extensions.DependencyInjection;
using OperatingModel.Domain;
using OperatingModel.Web.Components.Layout;
using OperatingModel.Web.Components.Tables;
using OperatingModel.Web.Tests.Components.Editing;

namespace OperatingModel.Web.Tests.Components.Tables;

public sealed class ListTableTests : IAsyncLifetime
{
    private static readonly Plane[] Fleet =
    [
        new("P10", "Öland", 3, ""), new("P2", "zephyr", null, "b"), new("P1", "Zürich", 12, "a"), new("P3", "Adler", 3, null),
    ];

    private readonly BunitContext _window = new();
    private readonly CultureInfo _culture = CultureInfo.CurrentCulture;

    public ValueTask InitializeAsync()
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
        _window.JSInterop.Mode = JSRuntimeMode.Loose;
        _window.Services.AddSingleton<Shell>().AddSingleton(new Connection(new TestBrowser("here")));
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        CultureInfo.CurrentCulture = _culture;
        return _window.DisposeAsync();
    }

    [Fact]
    public void Text_is_sorted_as_people_read_it_up_then_down_then_as_it_comes()
    {
        var list = Show();
        Codes(list).ShouldBe(["P10", "P2", "P1", "P3"]);
        Sort(list, "Name").ShouldBe(["P3", "P10", "P2", "P1"]);
        SortOf(list, "Name").ShouldBe("ascending");
        SortOf(list, "Seats").ShouldBe("none");
        Sort(list, "Name").ShouldBe(["P1", "P2", "P10", "P3"]);
        SortOf(list, "Name").ShouldBe("descending");
        Sort(list, "Name").ShouldBe(["P10", "P2", "P1", "P3"]);
        Sort(list, "Code").ShouldBe(["P1", "P2", "P3", "P10"]);
    }

    [Fact]
    public void Numbers_are_sorted_by_their_size_equals_stay_as_they_came_and_what_is_empty_is_last_both_ways()
    {
        var list = Show();
        Sort(list, "Seats").ShouldBe(["P10", "P3", "P1", "P2"]);
        Sort(list, "Seats").ShouldBe(["P1", "P10", "P3", "P2"]);
        Sort(list, "Note").ShouldBe(["P1", "P2", "P10", "P3"]);
        Sort(list, "Note").ShouldBe(["P2", "P1", "P10", "P3"]);
    }

    [Fact]
    public void A_list_that_is_read_follows_its_order_when_a_row_changes()
    {
        var list = Show();
        Sort(list, "Name");
        Change(list, [Fleet[0], Fleet[1], Fleet[2] with { Name = "Aachen" }, Fleet[3]]);
        Codes(list).ShouldBe(["P1", "P3", "P10", "P2"]);
    }

    [Fact]
    public void A_row_that_is_edited_stays_where_it_is_also_under_another_code_and_what_is_new_comes_last()
    {
        var list = Show(table => table.Add(one => one.IsEdited, true));
        Sort(list, "Name").ShouldBe(["P3", "P10", "P2", "P1"]);
        Change(list, [Fleet[0] with { Name = "Zzz" }, Fleet[1], Fleet[2], Fleet[3]]);
        Codes(list).ShouldBe(["P3", "P10", "P2", "P1"]);
        Change(list, [Fleet[0] with { Code = "P77", Name = "Zzz" }, Fleet[1], Fleet[2], Fleet[3]]);
        Codes(list).ShouldBe(["P3", "P77", "P2", "P1"]);
        Change(list, [new Plane("P0", "Aachen", 1, null), Fleet[0] with { Code = "P77", Name = "Zzz" }, Fleet[1], Fleet[2], Fleet[3]]);
        Codes(list).ShouldBe(["P3", "P77", "P2", "P1", "P0"]);
        Sort(list, "Name").ShouldBe(["P77", "P1", "P2", "P3", "P0"]);
    }

    [Fact]
    public void Rows_that_a_filter_left_out_are_sorted_in_when_they_are_back()
    {
        var list = Show(table => table.Add(one => one.IsEdited, true));
        Change(list, [Fleet[1]]);
        Sort(list, "Name");
        Change(list, Fleet);
        Codes(list).ShouldBe(["P3", "P10", "P2", "P1"]);
    }

    [Fact]
    public void A_row_under_another_code_keeps_its_elements()
    {
        var list = Show(table => table.Add(one => one.IsEdited, true), builder =>
        {
            builder.OpenComponent<ListColumn<Plane>>(0);
            builder.AddAttribute(1, nameof(ListColumn<Plane>.Title), "Code");
            builder.AddAttribute(2, nameof(ListColumn<Plane>.ChildContent), (RenderFragment<Plane>)(_ => cell =>
            {
                cell.OpenComponent<Once>(0);
                cell.CloseComponent();
            }));
            builder.CloseComponent();
        });
        var before = list.FindComponents<Once>().Select(cell => cell.Instance).ToList();
        Change(list, [Fleet[0] with { Code = "P77" }, .. Fleet[1..]]);
        list.FindComponents<Once>().Select(cell => cell.Instance).ShouldBe(before);
        Change(list, [Fleet[0] with { Code = "P78" }, Fleet[1] with { Code = "P79" }, .. Fleet[2..]]);
        list.FindComponents<Once>().Select(cell => cell.Instance).ShouldNotBe(before);
    }

    [Fact]
    public void Values_of_any_type_are_sorted()
    {
        var list = Show(columns: builder => Column(
            builder, "Quarter", plane => plane.Seats is { } seats ? new Quarter(2020 + seats, 1) : null, namesRow: true));
        Sort(list, "Quarter").ShouldBe(["P10", "P3", "P1", "P2"]);
    }

    [Fact]
    public void What_is_told_of_a_row_follows_it()
    {
        var list = Show(table => table.Add(one => one.Notes, plane => plane.Seats is null ? ["It has no seats."] : []));
        Sort(list, "Name");
        list.FindAll("tbody tr").Select(row => row.TextContent.Trim()).ElementAt(3).ShouldBe("It has no seats.");
    }

    [Fact]
    public void A_row_opens_by_its_name_and_arrow_keys_walk_only_where_nothing_is_edited()
    {
        string? chosen = null;
        var list = Show(table => table.Add(one => one.OnChosen, key => chosen = key).Add(one => one.Selected, "P2"));
        list.FindAll("tbody th button")[2].Click();
        chosen.ShouldBe("P1");
        list.FindAll("tr[aria-current=true]").Single().GetAttribute("data-row").ShouldBe("P2");
        list.FindAll("table[data-rows]").Count.ShouldBe(1);
        list.Render(table => table.Add(one => one.IsEdited, true));
        list.FindAll("table[data-rows]").ShouldBeEmpty();
    }

    [Fact]
    public void Without_rows_it_says_what_is_missing()
    {
        var list = Show(table => table.Add(one => one.EmptyTitle, "No planes").Add(one => one.EmptyText, "Buy one."));
        Change(list, []);
        list.FindAll("table").ShouldBeEmpty();
        list.Find(".empty").TextContent.ShouldBe("No planesBuy one.");
    }

    [Fact]
    public void Columns_are_left_out_and_kept_by_the_browser()
    {
        var module = _window.JSInterop.SetupModule("./js/shell.js");
        module.Mode = JSRuntimeMode.Loose;
        module.Setup<string?>("recall", "columns-planes").SetResult("Seats\nGone meanwhile");
        var list = Show(table => table.Add(one => one.Remember, "planes"));
        list.WaitForAssertion(() => Heads(list).ShouldBe(["Code", "Name", "Note"]));
        list.FindAll(".columns label").Select(label => label.TextContent).ShouldBe(["Name", "Seats", "Note"]);
        list.FindAll(".columns input")[2].Change(false);
        Heads(list).ShouldBe(["Code", "Name"]);
        list.FindAll("tbody tr:first-child > :is(th, td)").Count.ShouldBe(3, "with the place below the choice");

        // What is not shown does not sort.
        Sort(list, "Name").ShouldBe(["P3", "P10", "P2", "P1"]);
        list.FindAll(".columns input")[0].Change(false);
        Codes(list).ShouldBe(["P10", "P2", "P1", "P3"]);
        module.Invocations["keep"][0].Arguments.ShouldBe(["columns-planes", "Seats\nGone meanwhile\nNote"]);
    }

    private IRenderedComponent<ListTable<Plane>> Show(
        Action<ComponentParameterCollectionBuilder<ListTable<Plane>>>? more = null, RenderFragment? columns = null) =>
        _window.Render<ListTable<Plane>>(table =>
        {
            table.Add(one => one.Rows, Fleet).Add(one => one.Key, plane => plane.Code).Add(one => one.Name, "Planes")
                .Add(one => one.ChildContent, columns ?? Columns);
            more?.Invoke(table);
        });

    private static void Change(IRenderedComponent<ListTable<Plane>> list, Plane[] rows) => list.Render(table => table.Add(one => one.Rows, rows));

    private static void Columns(RenderTreeBuilder builder)
    {
        Column(builder, "Code", plane => plane.Code, namesRow: true);
        Column(builder, "Name", plane => plane.Name);
        Column(builder, "Seats", plane => plane.Seats);
        Column(builder, "Note", plane => plane.Note);
    }

    private static void Column(RenderTreeBuilder builder, string title, Func<Plane, object?> by, bool namesRow = false)
    {
        builder.OpenComponent<ListColumn<Plane>>(0);
        builder.AddAttribute(1, nameof(ListColumn<Plane>.Title), title);
        builder.AddAttribute(2, nameof(ListColumn<Plane>.By), by);
        builder.AddAttribute(3, nameof(ListColumn<Plane>.NamesRow), namesRow);
        builder.AddAttribute(4, nameof(ListColumn<Plane>.ChildContent), (RenderFragment<Plane>)(plane => cell => cell.AddContent(0, by(plane))));
        builder.CloseComponent();
    }

    private static List<string> Sort(IRenderedComponent<ListTable<Plane>> list, string title)
    {
        list.FindAll("thead .sort").Single(button => button.TextContent == title).Click();
        return Codes(list);
    }

    private static List<string> Codes(IRenderedComponent<ListTable<Plane>> list) =>
        [.. list.FindAll("tr[data-row]").Select(row => row.GetAttribute("data-row")!)];

    private static List<string> Heads(IRenderedComponent<ListTable<Plane>> list) => [.. list.FindAll("thead .sort").Select(head => head.TextContent)];

    private static string? SortOf(IRenderedComponent<ListTable<Plane>> list, string title) =>
        list.FindAll("thead th").Single(head => head.TextContent == title).GetAttribute("aria-sort");

    private sealed class Once : ComponentBase;

    private sealed record Plane(string Code, string Name, int? Seats, string? Note);
}
