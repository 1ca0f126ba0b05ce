using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.JSInterop;
using OperatingModel.Application.Drafts;
using OperatingModel.Application.Undo;
using OperatingModel.Application.Writing;
using OperatingModel.Web.Components.Editing;
using OperatingModel.Web.Components.Layout;

namespace OperatingModel.Web.Tests.Components.Editing;

/// <summary>What a browser window has of its own, on a server.</summary>
internal static class TestWindows
{
    public static DraftShelf ShelfOf(this WorkbenchServer server, Workbench bench, Connection connection, IJSRuntime browser) => new(
        server.Services.GetRequiredService<DraftStore>(),
        server.Services.GetRequiredService<OpenTabs>(),
        connection,
        bench,
        server.User,
        new Shell(browser, connection),
        TimeProvider.System);

    public static ModelEditor EditorOf(this WorkbenchServer server, Workbench bench, DraftShelf shelf) => new(
        server.Services.GetRequiredService<ModelWriter>(),
        server.Services.GetRequiredService<UndoHistory>(),
        bench,
        server.User,
        shelf,
        server.Services.GetRequiredService<TabSteps>(),
        NullLogger<ModelEditor>.Instance);
}
