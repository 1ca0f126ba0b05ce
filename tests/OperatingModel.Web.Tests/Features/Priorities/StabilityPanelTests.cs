using Bunit;
using OperatingModel.Domain.Workspaces;
using OperatingModel.Web.Features.Priorities;

namespace OperatingModel.Web.Tests.Features.Priorities;

public sealed class StabilityPanelTests
{
    [Fact]
    public async Task In_an_empty_model_nothing_is_called_assessed()
    {
        await using var window = new BunitContext();
        var model = NewModels.Empty("Empty", "E", new DateOnly(2026, 1, 1));
        var panel = window.Render<StabilityPanel>(parameters => parameters.Add(one => one.Model, model).Add(one => one.Cube, model.Cube));
        panel.Find("section p").TextContent.ShouldContain("There is nothing to assess yet");
    }
}
