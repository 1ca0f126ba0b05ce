using Bunit;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using OperatingModel.Application.Workspaces;
using OperatingModel.Exchange.Samples;
using OperatingModel.Web.Components.Layout;
using OperatingModel.Web.Features.Search;
using OperatingModel.Web.Tests.Components.Editing;

namespace OperatingModel.Web.Tests.Features.Search;

public sealed class SearchDialogTests
{
    [Fact]
    public async Task The_text_belongs_to_the_browser_and_a_miss_names_a_code_of_this_model()
    {
        await using var context = new BunitContext();
        var (bench, model) = (TestWindows.NewBench(), SampleModels.Airline(new DateOnly(2026, 1, 1)));
        context.Services.AddSingleton(bench);
        context.Services.AddScoped<Connection>().AddScoped<Shell>();
        context.JSInterop.Mode = JSRuntimeMode.Loose;
        bench.Set(new ModelSummary(Guid.NewGuid(), "M", "Model", 1, default, "", default, "", null), model, []);
        var dialog = context.Render<SearchDialog>();
        var field = dialog.Find("input");
        field.Input("disruption");
        dialog.FindAll("[role=option]").ShouldNotBeEmpty();
        field.Input("zzqx");
        field.HasAttribute("value").ShouldBeFalse("an answer must not overwrite what was typed since");
        dialog
            .Find(".none")
            .TextContent.ShouldContain($"a code such as {model.Tree[Enumerable.Range(0, model.Tree.Count).First(model.Tree.IsLeaf)].Code}");
    }

    [Fact]
    public async Task Enter_pressed_twice_chooses_once()
    {
        await using var context = new BunitContext();
        context.Services.AddSingleton(TestWindows.NewBench());
        context.Services.AddScoped<Connection>().AddScoped<Shell>();
        context.JSInterop.SetupModule("./js/shell.js").Mode = JSRuntimeMode.Loose;
        var dialog = context.Render<SearchDialog>();
        dialog.Find("input").Input("theme");
        await dialog.Find("input").KeyDownAsync(new KeyboardEventArgs { Key = "Enter" });
        await dialog.Find("input").KeyDownAsync(new KeyboardEventArgs { Key = "Enter" });
        context.JSInterop.Invocations.Count(call => call.Identifier == "run").ShouldBe(1);
    }
}
