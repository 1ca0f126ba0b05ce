using OperatingModel.Application.Assessments;
using OperatingModel.Application.Writing;
using OperatingModel.Domain;
using OperatingModel.Domain.Assessments;
using OperatingModel.Domain.Capabilities;
using OperatingModel.Domain.Editing;
using OperatingModel.Domain.Workspaces;
using static OperatingModel.Application.Tests.TestStore;

namespace OperatingModel.Application.Tests.Assessments;

public sealed class AssessmentHistoryTests
{
    private static readonly DateOnly Today = new(2026, 3, 1);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task The_past_of_a_value_goes_on_through_a_split_and_a_new_code(StorageProvider provider)
    {
        await using var store = await StartAsync(provider);
        var id = await store.CreateAsync(TestModels.Airline());
        var first = (await store.Catalog.SnapshotAsync(id, Ann, Cancel)).Assessments.Find(Assessment.KeyOf("C1.1", "MAIN", null))!;
        await AssessAsync(store, id, "C1.1", 2);
        await WriteAsync(store, id, model => CapabilityEdits.SetCode(model, "C1.1", "NEW"));
        await WriteAsync(store, id, model => CapabilityParts.Split(model, "NEW", ["A", "B"], SplitInto.Children));
        await AssessAsync(store, id, "NEW.2", 5);

        var past = await store.Get<AssessmentHistory>().OfAsync(id, "NEW.2", "MAIN", null, Ann, Cancel);
        past.Select(value => (value.Revision, value.Who.Name, value.Assessment?.Capability, value.Assessment?.Current)).ShouldBe(
            [(5, "Ann", "NEW.2", 5), (4, "Ann", "NEW.2", 2), (3, "Ann", "NEW", 2), (2, "Ann", "C1.1", 2), (1, "Ann", "C1.1", first.Current)]);
    }

    [Theory, OnBothDatabases]
    public async Task The_model_as_of_a_day_is_as_it_was_stored_at_its_end(StorageProvider provider)
    {
        await using var store = await StartAsync(provider);
        var id = await store.CreateAsync(TestModels.Airline());
        var states = new List<ModelSnapshot> { await store.Catalog.SnapshotAsync(id, Ann, Cancel) };
        foreach (var edit in new Func<ModelSnapshot, IReadOnlyList<RowChange>>[]
        {
            model => [RowChange.Replace(model.Meta, model.Meta with { AsOf = null })],
            model => CapabilityParts.Split(model, "C1.1", ["A", "B"], SplitInto.Children),
            model => CapabilityEdits.Delete(model, "C2"),
            model => CapabilityEdits.Move(model, "C8.5", Place.FirstIn("C1")),
        })
        {
            store.Clock.Advance(TimeSpan.FromDays(1));
            await WriteAsync(store, id, edit);
            store.Clock.Advance(TimeSpan.FromMinutes(1));
            states.Add(
                await WriteAsync(store, id, model => [RowChange.Replace(model.Settings, model.Settings with { TopK = model.Settings.TopK + 1 })]));
        }

        for (var day = 0; day < states.Count; day++)
        {
            var then = await store.Get<AssessmentHistory>().AsOfAsync(id, Today.AddDays(day), Ann, Cancel);
            var meta = states[day].Meta;
            then.ShouldHaveRowsOf(states[day].With([RowChange.Replace(meta, meta with { AsOf = Today.AddDays(day) })], 1));
            then.AsOf.ShouldBe(Today.AddDays(day));
        }
    }

    [Theory, OnBothDatabases]
    public async Task Before_the_model_was_made_only_judgements_of_that_time_are_there(StorageProvider provider)
    {
        await using var store = await StartAsync(provider);
        var model = TestModels.Airline();
        var id = await store.CreateAsync(model);
        await AssessAsync(store, id, "C1.1", 2);
        var day = model.Assessments.Min(a => a.AssessedOn);

        var then = await store.Get<AssessmentHistory>().AsOfAsync(id, day, Ann, Cancel);
        then.Assessments.ShouldBe(model.Assessments.Where(a => a.AssessedOn <= day));
        then.Assessments.Count.ShouldBeInRange(1, model.Assessments.Count - 1);
        then.Capabilities.ShouldBe(model.Capabilities);
    }

    [Fact]
    public async Task A_day_is_the_installations_also_where_its_midnight_comes_twice()
    {
        await using var store = await StartAsync(StorageProvider.Sqlite);
        var id = await store.CreateAsync(TestModels.Airline());
        await WriteAsync(store, id, model => [RowChange.Replace(model.Meta, model.Meta with { AsOf = null })]);
        store.Clock.SetLocalTimeZone(TimeZoneInfo.FindSystemTimeZoneById("America/Havana"));

        // On 1 November 2026 the clocks of Havana go from 01:00 back to 00:00: it is 00:30 for the first time.
        store.Clock.Advance(new DateTimeOffset(2026, 11, 1, 4, 30, 0, TimeSpan.Zero) - store.Clock.GetUtcNow());
        await AssessAsync(store, id, "C1.1", 2);

        var key = Assessment.KeyOf("C1.1", "MAIN", null);
        (await store.Catalog.SnapshotAsync(id, Ann, Cancel)).Assessments.Find(key)!.AssessedOn.ShouldBe(new DateOnly(2026, 11, 1));
        (await store.Get<AssessmentHistory>().AsOfAsync(id, new DateOnly(2026, 10, 31), Ann, Cancel)).Assessments.Find(key)!.AssessedOn
            .ShouldBeLessThan(new DateOnly(2026, 10, 31));
    }

    private static async Task<ModelSnapshot> WriteAsync(TestStore store, Guid id, Func<ModelSnapshot, IReadOnlyList<RowChange>> edit) =>
        (await store.Writer.WriteAsync(id, new WriteOrder(Guid.NewGuid(), Ann, "Edit"), edit, Cancel)).Model;

    private static async Task AssessAsync(TestStore store, Guid id, string capability, int current)
    {
        var old = (await store.Catalog.SnapshotAsync(id, Ann, Cancel)).Assessments.Find(Assessment.KeyOf(capability, "MAIN", null));
        await store.AssessAsync(
            id, Ann, new CellScores(capability, "MAIN", null, new Scores(3, current, 5, Confidence.Low), old?.Version ?? 0));
    }
}
