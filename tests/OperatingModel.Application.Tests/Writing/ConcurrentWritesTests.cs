using System.Globalization;
using OperatingModel.Application.Auditing;
using OperatingModel.Application.Persistence;
using OperatingModel.Application.Writing;
using OperatingModel.Domain;
using OperatingModel.Domain.Assessments;
using OperatingModel.Domain.Scenarios;

namespace OperatingModel.Application.Tests.Writing;

public sealed class ConcurrentWritesTests
{
    private const int Writers = 8;
    private const int EditsEach = 50;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task No_edit_of_one_cell_is_lost_and_every_conflict_is_told(StorageProvider provider)
    {
        await using var store = await TestStore.StartAsync(provider);
        await EditOneCellAsync(await store.CreateAsync(TestModels.Airline()), store, store);
    }

    [Fact]
    public async Task No_edit_is_lost_when_two_servers_write_to_one_database()
    {
        Assert.SkipWhen(PostgresServer.WhyNone is not null, PostgresServer.WhyNone ?? "");
        await using var store = await TestStore.StartAsync(StorageProvider.Postgres);
        await using var second = await store.SecondServerAsync();
        var id = await store.CreateAsync(TestModels.Airline());
        await second.Catalog.SnapshotAsync(id, TestStore.Ann, Cancel);
        await EditOneCellAsync(id, store, second);
        await store.Catalog.CatchUpAsync(Cancel);
        await second.Catalog.CatchUpAsync(Cancel);
        (await second.Catalog.SnapshotAsync(id, TestStore.Ann, Cancel)).ShouldBeSame(await store.Catalog.SnapshotAsync(id, TestStore.Ann, Cancel));
    }

    [Theory, OnBothDatabases]
    public async Task Edits_of_different_rows_never_conflict(StorageProvider provider)
    {
        await using var store = await TestStore.StartAsync(provider);
        var id = await store.CreateAsync(TestModels.Airline());
        var cells = (await store.Catalog.SnapshotAsync(id, TestStore.Ann, Cancel)).Assessments.Take(40).ToList();
        await Task.WhenAll(cells.Select(cell => store.AssessAsync(id, TestStore.Bob, Noted(cell, "changed"))));
        var model = await store.Catalog.SnapshotAsync(id, TestStore.Ann, Cancel);
        model.Revision.ShouldBe(1 + cells.Count);
        cells.ShouldAllBe(cell => model.Assessments.Find(cell.Key)!.Note == "changed");
        await store.RestartAsync();
        (await store.Catalog.SnapshotAsync(id, TestStore.Ann, Cancel)).ShouldBeSame(model);
    }

    [Theory, OnBothDatabases]
    public async Task A_model_read_while_it_is_written_is_of_one_revision(StorageProvider provider)
    {
        await using var store = await TestStore.StartAsync(provider);
        var id = await store.CreateAsync(TestModels.Airline());
        var writing = Task.Run(
            async () =>
            {
                for (var i = 0; i < 60; i++)
                {
                    // The first and the last list that are read.
                    await store.Writer.WriteAsync(
                        id,
                        new WriteOrder(Guid.NewGuid(), TestStore.Ann, "Rename both"),
                        model =>
                        [
                            RowChange.Replace(model.Meta, model.Meta with { Name = $"Name {i}" }),
                            RowChange.Replace(model.Table<Scenario>()[0], model.Table<Scenario>()[0] with { Name = $"Name {i}" }),
                        ],
                        Cancel);
                }
            },
            Cancel);
        var revisions = new HashSet<long>();
        while (!writing.IsCompleted)
        {
            var read = await SnapshotReader.ReadAsync(store.Database, id, store.Today, Cancel);
            revisions.Add(read.Revision);
            (read.Meta.Version, read.Table<Scenario>()[0].Version).ShouldBe((read.Revision, read.Revision));
        }

        await writing;
        revisions.Count.ShouldBeGreaterThan(1, "Nothing was read in between; the test shows nothing.");
    }

    private static async Task EditOneCellAsync(Guid id, params TestStore[] servers)
    {
        var cell = (await servers[0].Catalog.SnapshotAsync(id, TestStore.Ann, Cancel)).Assessments[0];
        var conflicts = 0;
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(
            async () =>
            {
                var server = servers[writer % servers.Length];
                for (var edit = 0; edit < EditsEach; edit++)
                {
                    var note = string.Create(CultureInfo.InvariantCulture, $"{writer}/{edit}");
                    while (!await TryEditAsync(server, id, cell, note))
                    {
                        Interlocked.Increment(ref conflicts);
                        await server.Catalog.CatchUpAsync(Cancel);
                    }
                }
            },
            Cancel)));

        conflicts.ShouldBeGreaterThan(0, "Nobody met anybody; the test shows nothing.");
        var history = await servers[0].AuditAsync(id);
        history.Select(entry => entry.Revision).ShouldBe(Enumerable.Range(0, history.Count).Select(i => 2L + i));
        List<RowChange> changes = [.. history.Select(ChangeLog.ChangeOf)];
        changes.Select(change => ((Assessment)change.After!).Note).Order()
            .ShouldBe(Enumerable.Range(0, Writers).SelectMany(w => Enumerable.Range(0, EditsEach).Select(e => $"{w}/{e}")).Order());
        changes.Select(change => change.Before).ShouldBe([cell, .. changes.SkipLast(1).Select(change => change.After)]);
        changes.Select(change => change.Before!.Version).ShouldBe([1, .. history.SkipLast(1).Select(entry => entry.Revision)]);
    }

    private static async Task<bool> TryEditAsync(TestStore server, Guid id, Assessment cell, string note)
    {
        try
        {
            var seen = (await server.Catalog.SnapshotAsync(id, TestStore.Ann, Cancel)).Assessments.Find(cell.Key)!;
            await server.AssessAsync(id, TestStore.Ann, Noted(seen, note));
            return true;
        }
        catch (ConflictException)
        {
            return false;
        }
    }

    private static CellScores Noted(Assessment seen, string note) => new(
        seen.Capability,
        seen.BusinessUnit,
        seen.Stage,
        new Scores(seen.Importance, seen.Current, seen.Target, seen.Confidence, note),
        seen.Version);
}
