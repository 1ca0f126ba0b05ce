using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.Extensions.DependencyInjection;
using OperatingModel.Domain;
using OperatingModel.Web.Components.Controls;
using OperatingModel.Web.Components.Layout;
using OperatingModel.Web.Tests.Components.Editing;

namespace OperatingModel.Web.Tests.Components.Controls;

/// <summary>What stands in the frame asks for the model, so it may be drawn only when there is one.</summary>
public sealed class ModelFrameTests(SharedServer shared) : IClassFixture<SharedServer>, IAsyncLifetime
{
    private readonly BunitContext _window = new();
    private readonly WorkbenchServer _server = shared.Server;

    public ValueTask InitializeAsync()
    {
        _window.Services.AddSingleton(_server.NewBench()).AddSingleton(TimeProvider.System).AddSingleton(_server.User);
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => _window.DisposeAsync();

    [Fact]
    public async Task The_content_is_drawn_with_the_model_and_below_its_name()
    {
        var page = Open(await shared.NewModelAsync());
        page.WaitForAssertion(() => page.Find("main").TextContent.ShouldNotBeEmpty());
        page.Find("h1").TextContent.ShouldBe("Plain");
        var name = page.Find("main").TextContent;
        page.FindAll(".crumbs > *").Select(crumb => crumb.TextContent).ShouldBe([name, "/", "Between", "/", "Plain"]);
        page.Find(".on-paper").TextContent.ShouldContain($"paper of {name}");
    }

    [Fact]
    public void Where_there_is_no_such_model_it_says_so()
    {
        var page = Open(Guid.NewGuid());
        page.WaitForAssertion(() => page.Find("h1").TextContent.ShouldBe("There is no such model"));
        page.FindAll("main").ShouldBeEmpty();
    }

    [Fact]
    public async Task Until_the_page_is_ready_it_says_that_the_model_is_being_opened()
    {
        var model = await shared.NewModelAsync();
        var page = Open(model, isReady: false);
        page.WaitForAssertion(() => _window.Services.GetRequiredService<Workbench>().Snapshot.ShouldNotBeNull());
        page.Render();
        page.Find("p[role=status]").TextContent.ShouldBe("Opening the model…");
        page.FindAll("main, h1").ShouldBeEmpty();
    }

    private IRenderedComponent<PlainPage> Open(Guid model, bool isReady = true) =>
        _window.Render<PlainPage>(page => page.Add(one => one.Model, model).Add(one => one.Ready, isReady));

    private sealed class PlainPage : ModelPage
    {
        [Parameter]
        public bool Ready { get; set; }

        protected internal override bool IsReady => base.IsReady && Ready;

        protected override Task ShowAsync(IReadOnlyList<RowChange>? changes) => Task.CompletedTask;

        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            builder.OpenComponent<ModelFrame>(0);
            builder.AddAttribute(1, nameof(ModelFrame.Page), this);
            builder.AddAttribute(2, nameof(ModelFrame.Title), "Plain");
            builder.AddAttribute(3, nameof(ModelFrame.Crumbs), (IReadOnlyList<(string, string)>)[("Between", "/between")]);
            builder.AddAttribute(4, nameof(ModelFrame.OnPaper), (Func<IReadOnlyList<string?>>)(() => [$"paper of {Snapshot.Meta.Name}"]));
            builder.AddAttribute(5, nameof(ModelFrame.ChildContent), (RenderFragment)(content =>
            {
                content.OpenElement(0, "main");
                content.AddContent(1, Snapshot.Meta.Name);
                content.CloseElement();
            }));
            builder.CloseComponent();
        }
    }
}
