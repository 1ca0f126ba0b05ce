using OperatingModel.Application;
using OperatingModel.Application.Access;
using OperatingModel.Exchange.Samples;

namespace OperatingModel.Web.Tests;

/// <summary>One program for the tests of a class; those that change something work in a model of their own.</summary>
public sealed class SharedServer : IAsyncLifetime
{
    public WorkbenchServer Server { get; private set; } = null!;

    public HttpClient Client { get; private set; } = null!;

    /// <summary>A new model with the contents of the sample.</summary>
    public async Task<Guid> NewModelAsync() => (await Server.Catalog.CreateAsync(
        SampleModels.Airline(new DateOnly(2026, 1, 1)), CurrentUser.Local, Guid.NewGuid(), TestContext.Current.CancellationToken)).Id;

    public async ValueTask InitializeAsync()
    {
        Server = await WorkbenchServer.StartAsync(StorageProvider.Sqlite);
        Client = new HttpClient { BaseAddress = Server.Address };
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Server.DisposeAsync();
    }
}
