using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using OperatingModel.Application.Assessments;
using OperatingModel.Application.Collaboration;
using OperatingModel.Application.Drafts;
using OperatingModel.Application.Persistence;
using OperatingModel.Application.Undo;
using OperatingModel.Application.Workspaces;
using OperatingModel.Application.Writing;

namespace OperatingModel.Application;

/// <summary>Registers storage and use cases.</summary>
public static class ApplicationSetup
{
    /// <summary>
    /// Adds everything but logging. At start the host calls <see cref="Database.PrepareAsync"/> once, before it serves.
    /// </summary>
    /// <exception cref="SettingsException">Names every setting that is wrong.</exception>
    public static IServiceCollection AddOperatingModel(this IServiceCollection services, StorageSettings settings)
    {
        settings.Check();
        services.AddSingleton(settings);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<Database>(provider =>
            settings.Provider switch
            {
                StorageProvider.Sqlite => new SqliteDatabase(
                    settings,
                    provider.GetRequiredService<TimeProvider>(),
                    provider.GetRequiredService<ILogger<Database>>()),
                StorageProvider.Postgres => new PostgresDatabase(settings, provider.GetRequiredService<TimeProvider>()),
                _ => throw new InvalidOperationException($"No database for {settings.Provider}."),
            });

        services.TryAddSingleton<ModelCheck>(RowChecks.Check);
        services.AddSingleton<ModelChangeFeed>();
        services.AddSingleton<SnapshotCache>();
        services.AddSingleton(provider => new ModelWriter(
            provider.GetRequiredService<Database>(),
            provider.GetRequiredService<SnapshotCache>(),
            provider.GetRequiredService<ModelCheck>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new ModelCatalog(
            provider.GetRequiredService<Database>(),
            provider.GetRequiredService<SnapshotCache>(),
            provider.GetRequiredService<ModelChangeFeed>(),
            provider.GetRequiredService<ModelCheck>(),
            provider.GetRequiredService<TimeProvider>()));

        services.AddSingleton<UndoHistory>();
        services.AddSingleton<DraftStore>();
        services.AddSingleton<AssessmentHistory>();
        return services;
    }
}
