using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.JSInterop;
using OperatingModel.Application.Writing;
using OperatingModel.Domain;
using OperatingModel.Domain.Editing;
using OperatingModel.Domain.Technology;
using OperatingModel.Web.Components.Board;
using OperatingModel.Web.Components.Editing;
using OperatingModel.Web.Components.Layout;

namespace OperatingModel.Web.Tests.Components.Board;

public sealed class MoveBoardTests : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly SeenRow Book = new("BOOK", "Book", 7, "after PAY");

    private readonly BunitContext _window = new();
    private readonly ForgetfulBrowser _browser = new() { IsHere = true };
    private readonly Connection _connection;
    private readonly List<string> _moves = [];
    private RowChange[] _changes = [RowChange.Add(new Vendor("V1", "Vendor"))];
    private bool _fails;

    public MoveBoardTests()
    {
        _connection = new Connection(_browser);
        _window.Services.AddSingleton<IJSRuntime>(_browser).AddSingleton(_connection).AddSingleton(new Shell(_browser, _connection));
    }

    private static CancellationToken Cancel => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_moved_where_is_announced_in_the_words_of_the_edit()
    {
        var board = Render();
        (await board.InvokeAsync(() => board.Instance.Drop(1, Book, "SHIP", "before"))).ShouldBeTrue();
        board.Find("[role=status]").TextContent.ShouldBe("Book moved before SHIP.");
        (await board.InvokeAsync(() => board.Instance.Drop(2, Book, "SHIP", "after"))).ShouldBeTrue();
        (await board.InvokeAsync(() => board.Instance.Drop(3, Book, "JOURNEY", "into"))).ShouldBeTrue();
        (await board.InvokeAsync(() => board.Instance.Step(4, Book, "Left"))).ShouldBeTrue();
        board.Find("[role=status]").TextContent.ShouldBe("Book moved before PAY.");
        _moves.ShouldBe([
            "Book moved before SHIP, dragged",
            "Book moved after SHIP, dragged",
            "Book moved to the end of JOURNEY, dragged",
            "Book moved before PAY",
        ]);
    }

    [Fact]
    public async Task What_could_not_be_moved_is_not_announced_as_moved()
    {
        var board = Render();
        await board.InvokeAsync(() => board.Instance.Step(1, Book, "Left"));
        _fails = true;
        (await board.InvokeAsync(() => board.Instance.Step(2, Book, "Left"))).ShouldBeFalse();
        board.Find("[role=status]").TextContent.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_step_that_leads_nowhere_moves_nothing()
    {
        var board = Render();
        (await board.InvokeAsync(() => board.Instance.Step(1, Book, "Up"))).ShouldBeFalse();
        (await board.InvokeAsync(() => board.Instance.Step(2, null, "Left"))).ShouldBeFalse();
        _moves.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_item_that_the_keys_work_on_by_now_steps_also_where_the_browser_does_not_draw_it_as_that()
    {
        var board = Render(parameters => parameters.Add(one => one.Active, () => Book with { Name = "Book as it is" }));
        await board.InvokeAsync(() => board.Instance.Step(1, null, "Left"));
        await board.InvokeAsync(() => board.Instance.Step(2, new SeenRow("SHIP", "Ship", 7, "after BOOK"), "Left"));
        await board.InvokeAsync(() => board.Instance.Step(3, Book with { Name = "Book as seen" }, "Left"));
        _moves.ShouldBe(["Book as it is moved before PAY", "Book as it is moved before PAY", "Book as seen moved before PAY"]);
    }

    [Fact]
    public async Task What_is_asked_again_because_the_answer_got_lost_is_done_once()
    {
        var board = Render();
        for (var time = 0; time < 2; time++)
        {
            (await board.InvokeAsync(() => board.Instance.Step(1, Book, "Left"))).ShouldBeTrue();
        }

        _moves.Count.ShouldBe(1);
    }

    [Fact]
    public void An_item_says_what_its_user_sees_of_it()
    {
        var item = Render(parameters => parameters.Add(one => one.ChildContent, builder =>
        {
            builder.OpenElement(0, "li");
            builder.AddMultipleAttributes(1, MoveBoard.Item(Book));
            builder.CloseElement();
        })).Find("li");
        new[] { "data-item", "data-name", "data-version", "data-standing", "draggable" }.Select(name => item.GetAttribute(name))
            .ShouldBe(["BOOK", "Book", "7", "after PAY", "true"]);
    }

    [Fact]
    public async Task It_appears_after_the_reconnect_when_its_script_got_lost_and_is_ready_then()
    {
        _browser.IsHere = false;
        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var board = Render(parameters => parameters
            .Add(one => one.ChildContent, "<b>Chain</b>").Add(one => one.OnReady, ready.SetResult));
        await board.InvokeAsync(() => board.Instance.FocusAsync("JOURNEY"));
        board.FindAll("b").ShouldBeEmpty();
        ready.Task.IsCompleted.ShouldBeFalse();
        await _connection.OnConnectionDownAsync(null!, Cancel);
        _browser.IsHere = true;
        await _connection.OnConnectionUpAsync(null!, Cancel);
        await ready.Task.WaitAsync(Patience, Cancel);
        await board.InvokeAsync(() => board.FindAll("b").ShouldHaveSingleItem());
        _browser.Asked.Count(asked => asked.StartsWith("attach", StringComparison.Ordinal)).ShouldBe(2);
        _browser.Asked[^1].ShouldBe("focus JOURNEY");
    }

    [Fact]
    public async Task What_stands_there_already_is_not_announced_as_moved()
    {
        _changes = [];
        var board = Render();
        await board.InvokeAsync(() => board.Instance.Drop(1, Book, "SHIP", "before"));
        board.Find("[role=status]").TextContent.ShouldBe("It is there already.");
    }

    public async ValueTask DisposeAsync()
    {
        await _window.DisposeAsync();
        _connection.Dispose();
        await _browser.DisposeAsync();
    }

    private IRenderedComponent<MoveBoard> Render(Action<ComponentParameterCollectionBuilder<MoveBoard>>? more = null) =>
        _window.Render<MoveBoard>(parameters =>
        {
            parameters.Add(one => one.OnMove, Move).Add(one => one.StepTo, (_, step) => step == BoardStep.Left ? Place.Before("PAY") : null);
            more?.Invoke(parameters);
        });

    private Task<EditOutcome> Move(SeenRow item, Place place, bool isDragged)
    {
        var what = $"{item.Name} moved {place.Words(code => code)}";
        _moves.Add(isDragged ? $"{what}, dragged" : what);
        var outcome = _fails ? EditOutcome.Failed("Not saved.") : EditOutcome.Done(new WriteResult(Guid.NewGuid(), 1, _changes, null!));
        return Task.FromResult(outcome with { What = what });
    }
}
