using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using OperatingModel.Application.Access;
using OperatingModel.Application.Auditing;
using OperatingModel.Application.Collaboration;
using OperatingModel.Application.Persistence;
using OperatingModel.Application.Workspaces;
using OperatingModel.Application.Writing;
using OperatingModel.Domain.Access;
using OperatingModel.Domain.Assessments;
using OperatingModel.Domain.Editing;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Application.Tests;

/// <summary>The application on a database of its own, as the program would start it.</summary>
internal sealed class TestStore : IAsyncDisposable
{
    private readonly bool _ownsDatabase;
    private readonly ModelCheck? _check;
    private ServiceProvider _services;

    private TestStore(StorageSettings settings, bool ownsDatabase, FakeTimeProvider clock, ModelCheck? check) =>
        (Settings, _ownsDatabase, Clock, _check, _services) = (settings, ownsDatabase, clock, check, NewServices(settings, clock, check));

    public static CurrentUser Ann { get; } = new("ann", "Ann", ModelRoles.All);

    public static CurrentUser Bob { get; } = new("bob", "Bob", ModelRoles.All);

    public StorageSettings Settings { get; }

    public FakeTimeProvider Clock { get; }

    /// <summary>The day it is for the application.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Clock.GetUtcNow().DateTime);

    public Database Database => Get<Database>();

    public ModelCatalog Catalog => Get<ModelCatalog>();

    public ModelWriter Writer => Get<ModelWriter>();

    public ModelChangeFeed Feed => Get<ModelChangeFeed>();

    /// <param name="check">In place of the rules of the domain.</param>
    public static async Task<TestStore> StartAsync(StorageProvider provider, ModelCheck? check = null)
    {
        var store = await NewAsync(provider, check);
        await store.Database.PrepareAsync();
        return store;
    }

    /// <summary>An empty database, not prepared yet.</summary>
    public static async Task<TestStore> NewAsync(StorageProvider provider, ModelCheck? check = null) => new(
        new StorageSettings
        {
            Provider = provider,
            DataDirectory = Directory.CreateTempSubdirectory("operating-model-").FullName,
            ConnectionString = provider == StorageProvider.Postgres ? await PostgresServer.NewDatabaseAsync() : null,
        },
        ownsDatabase: true,
        NewClock(),
        check);

    /// <summary>Another application on a database that somebody else made, not prepared yet.</summary>
    public static TestStore On(StorageSettings settings) => new(settings, ownsDatabase: false, NewClock(), check: null);

    /// <summary>Another server on the same PostgreSQL database.</summary>
    public async Task<TestStore> SecondServerAsync()
    {
        var second = On(Settings);
        await second.Database.PrepareAsync();
        return second;
    }

    /// <summary>As at an orderly shutdown; <see cref="RestartAsync"/> starts again.</summary>
    public async Task StopAsync() => await _services.DisposeAsync();

    /// <summary>Everything in memory is gone; what is stored is read again.</summary>
    public async Task RestartAsync()
    {
        await _services.DisposeAsync();
        _services = NewServices(Settings, Clock, _check);
        await Database.PrepareAsync();
    }

    public async Task<Guid> CreateAsync(ModelSnapshot model) =>
        (await Catalog.CreateAsync(model, Ann, Guid.NewGuid(), TestContext.Current.CancellationToken)).Id;

    /// <summary>What was written to the model since it was made, in the order it was written.</summary>
    public async Task<IReadOnlyList<AuditEntry>> AuditAsync(Guid modelId, long afterRevision = 1)
    {
        await using var db = Database.CreateDbContext();
        return await db.AuditEntries.Where(entry => entry.ModelId == modelId && entry.Revision > afterRevision)
            .OrderBy(entry => entry.Revision).ThenBy(entry => entry.Sequence)
            .ToListAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>As screens do it.</summary>
    public Task<WriteResult> AssessAsync(Guid modelId, CurrentUser user, params CellScores[] cells) => Writer.WriteAsync(
        modelId,
        new WriteOrder(Guid.NewGuid(), user, "Assess"),
        model => AssessmentEdits.Assess(model, user.Name, cells),
        TestContext.Current.CancellationToken);

    /// <summary>As screens do it.</summary>
    public Task<WriteResult> RenameAsync(Guid modelId, ModelMeta seen, string name, CurrentUser user) => Writer.WriteAsync(
        modelId,
        new WriteOrder(Guid.NewGuid(), user, "Rename a model"),
        model => RowEdits.Change(model, seen, seen with { Name = name }),
        TestContext.Current.CancellationToken);

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        if (_ownsDatabase)
        {
            DeleteDirectory();
            if (Settings.ConnectionString is { } database)
            {
                await PostgresServer.DropAsync(database);
            }
        }
    }

    private static FakeTimeProvider NewClock() => new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    private void DeleteDirectory()
    {
        try
        {
            Directory.Delete(Settings.DataDirectory, recursive: true);
        }
        catch (IOException)
        {
            // A start that was given up after its deadline may still be closing the file.
        }
    }

    private static ServiceProvider NewServices(StorageSettings settings, TimeProvider clock, ModelCheck? check)
    {
        var services = new ServiceCollection().AddSingleton(clock).AddSingleton(typeof(ILogger<>), typeof(NullLogger<>));
        return (check is null ? services : services.AddSingleton(check)).AddOperatingModel(settings).BuildServiceProvider();
    }
}

/// <summary>One running application per database, shared by the tests of a class; each test works in models of its own.</summary>
public class TestStores : IAsyncLifetime
{
    private readonly ModelCheck? _check;

    public TestStores()
    {
    }

    private protected TestStores(ModelCheck check) => _check = check;

    private readonly Dictionary<StorageProvider, Task<TestStore>> _stores = [];

    internal Task<TestStore> OnAsync(StorageProvider provider)
    {
        lock (_stores)
        {
            if (!_stores.TryGetValue(provider, out var store))
            {
                _stores.Add(provider, store = TestStore.StartAsync(provider, _check));
            }

            return store;
        }
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        foreach (var store in _stores.Values)
        {
            await (await store).DisposeAsync();
        }
    }
}
