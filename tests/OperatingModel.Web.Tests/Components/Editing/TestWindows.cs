using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.JSInterop;
using OperatingModel.Application.Access;
using OperatingModel.Application.Collaboration;
using OperatingModel.Application.Drafts;
using OperatingModel.Application.Undo;
using OperatingModel.Application.Writing;
using OperatingModel.Web.Components.Editing;
using OperatingModel.Web.Components.Layout;

namespace OperatingModel.Web.Tests.Components.Editing;

/// <summary>What a browser window has of its own, on a server.</summary>
internal static class TestWindows
{
    /// <summary>A workbench without a server, which shows what it is given.</summary>
    public static Workbench NewBench() => new(null!, null!, CurrentUser.Local, NullLogger<Workbench>.Instance);

    /// <summary>A workbench that no model is open at.</summary>
    public static Workbench NewBench(this WorkbenchServer server) =>
        new(server.Catalog, server.Services.GetRequiredService<ModelChangeFeed>(), server.User, NullLogger<Workbench>.Instance);

    /// <summary>A workbench with a model for a page that shows nothing.</summary>
    public static async Task<Workbench> OpenAsync(this WorkbenchServer server, Guid model)
    {
        var bench = server.NewBench();
        await bench.OpenAsync(model, new Workbench.View(work => work(), null));
        return bench;
    }

    /// <summary>Waits until the workbench has heard of everything that was committed.</summary>
    public static async Task CatchUpAsync(this WorkbenchServer server, Workbench bench, CancellationToken cancellationToken)
    {
        var revision = (await server.Catalog.SnapshotAsync(bench.Model!.Id, CurrentUser.Local, cancellationToken)).Revision;
        var reached = new TaskCompletionSource();
        void Look(IReadOnlyList<ModelChanged> changes)
        {
            if (bench.Snapshot!.Revision >= revision)
            {
                reached.TrySetResult();
            }
        }

        bench.Changed += Look;
        Look([]);
        await reached.Task.WaitAsync(cancellationToken);
        bench.Changed -= Look;
    }

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
