using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Logging;

namespace OperatingModel.Application.Tests.Persistence;

public sealed class SuddenDeathTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task After_a_death_in_mid_migration_the_next_start_comes_up(StorageProvider provider)
    {
        await using var store = await TestStore.NewAsync(provider);
        var deaths = 0;
        foreach (var command in new[] { 2, 5, 9, 40 })
        {
            deaths += await DyingProcess.PrepareAsync(store.Settings, command) ? 1 : 0;
        }

        deaths.ShouldBe(4);
        await store.Database.PrepareAsync(Cancel);
        await using (var db = store.Database.CreateDbContext())
        {
            (await db.Database.GetPendingMigrationsAsync(Cancel)).ShouldBeEmpty();
        }

        var id = await store.CreateAsync(TestModels.Airline());
        (await store.Catalog.SnapshotAsync(id, TestStore.Ann, Cancel)).ShouldHaveRowsOf(TestModels.Airline());
    }

    [Theory, OnBothDatabases]
    public async Task What_was_acknowledged_before_a_death_is_stored_once_and_what_is_unknown_at_most_once(StorageProvider provider)
    {
        await using var store = await TestStore.StartAsync(provider);
        var id = await store.CreateAsync(TestModels.Airline());
        foreach (
            var (dieOn, dieAt) in new (EventId, int)[] { (RelationalEventId.TransactionCommitting, 13), (RelationalEventId.TransactionCommitted, 7) })
        {
            await store.StopAsync();
            (await DyingProcess.WriteAsync(store.Settings, id, dieOn, dieAt)).ShouldBeTrue();
            await store.RestartAsync();
            await LedgerShouldHoldAsync(store, id, isLastStored: dieOn == RelationalEventId.TransactionCommitted);
            File.Delete(DyingProcess.LedgerOf(store.Settings));
        }
    }

    private static async Task LedgerShouldHoldAsync(TestStore store, Guid id, bool isLastStored)
    {
        var ledger = (await File.ReadAllLinesAsync(DyingProcess.LedgerOf(store.Settings), Cancel))
            .Select(line => line.Split(' '))
            .ToLookup(line => line[0], line => Guid.Parse(line[1]));
        var acknowledged = ledger["acknowledged"].ToList();
        var unknown = ledger["sent"].Except(acknowledged).Single();
        acknowledged.Count.ShouldBeGreaterThan(4);
        (await store.Catalog.SnapshotAsync(id, TestStore.Ann, Cancel)).Meta.Name.ShouldBe((isLastStored ? unknown : acknowledged[^1]).ToString());

        (await DyingProcess.RenameAsync(store, id, unknown)).IsRepeated.ShouldBe(isLastStored);
        var stored = (await store.AuditAsync(id)).Select(entry => entry.OperationId).ToList();
        stored.TakeLast(acknowledged.Count + 1).ShouldBe([.. acknowledged, unknown]);
        stored.ShouldBeUnique();
    }
}
