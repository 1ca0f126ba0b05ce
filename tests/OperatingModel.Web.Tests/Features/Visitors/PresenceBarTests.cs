using Bunit;
using Microsoft.Extensions.DependencyInjection;
using OperatingModel.Application.Access;
using OperatingModel.Application.Workspaces;
using OperatingModel.Domain.Access;
using OperatingModel.Web.Components.Layout;
using OperatingModel.Web.Features.Visitors;
using OperatingModel.Web.Tests.Components.Editing;

namespace OperatingModel.Web.Tests.Features.Visitors;

public sealed class PresenceBarTests
{
    private static readonly Guid Model = Guid.NewGuid();

    [Theory]
    [InlineData(new string[0], "You are here")]
    [InlineData(new[] { "root" }, "You (2 windows) are here")]
    [InlineData(new[] { "Anna Berg", "Anna Berg" }, "You, Anna Berg (2 windows) are here")]
    public async Task The_user_of_the_window_is_called_you(string[] others, string sentence)
    {
        await using var context = new BunitContext();
        var (board, bench) = (new PresenceBoard(), TestWindows.NewBench());
        context.Services.AddSingleton(board);
        context.Services.AddSingleton(bench);
        context.Services.AddSingleton(new CurrentUser("local:root", "root", ModelRoles.All));
        context.Services.AddSingleton(new Connection(context.JSInterop.JSRuntime));
        foreach (var other in others)
        {
            board.Enter(Model, other);
        }

        bench.Set(new ModelSummary(Model, "M", "Model", 1, default, "", default, "", null), null, []);
        var bar = context.Render<PresenceBar>();
        await bar.WaitForStateAsync(() => bar.FindAll(".presence").Count > 0);
        bar.Find(".presence").GetAttribute("title").ShouldBe(sentence);
        bar.FindAll(".avatar").ShouldAllBe(avatar => avatar.TextContent.All(char.IsAsciiLetter));
    }
}
