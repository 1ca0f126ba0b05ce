using OperatingModel.Application.Assessments;
using OperatingModel.Application.Undo;
using OperatingModel.Application.Writing;
using OperatingModel.Domain;
using OperatingModel.Domain.Assessments;
using OperatingModel.Domain.Capabilities;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Application.Tests.Assessments;

public sealed class AssessmentWritesTests(TestStores stores) : IClassFixture<TestStores>
{
    private static readonly Scores Fine = new(5, 1, 4, Confidence.High, "Seen in the workshop", "https://example.org/a");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task Without_a_pinned_date_an_assessment_is_of_today(StorageProvider provider)
    {
        var (store, id, model) = await AirlineAsync(provider);
        await store.Writer.WriteAsync(
            id,
            new WriteOrder(Guid.NewGuid(), TestStore.Ann, "Unpin"),
            m => [RowChange.Replace(m.Meta, m.Meta with { AsOf = null })],
            Cancel);
        var result = await store.AssessAsync(id, TestStore.Bob, Cell(model.Assessments[0], Fine));
        ((Assessment)result.Changes.ShouldHaveSingleItem().After!).AssessedOn.ShouldBe(store.Today);
    }

    [Theory, OnBothDatabases]
    public async Task An_assessment_is_cleared_given_anew_and_keeps_its_history(StorageProvider provider)
    {
        var (store, id, model) = await AirlineAsync(provider);
        var old = model.Assessments[0];
        (await store.AssessAsync(id, TestStore.Ann, Cell(old, null))).Changes.ShouldHaveSingleItem().After.ShouldBeNull();
        (await store.AssessAsync(id, TestStore.Ann, Cell(old, null))).Changes.ShouldBeEmpty();
        var anew = await store.AssessAsync(id, TestStore.Bob, Cell(old, Fine) with { SeenVersion = 0 });
        var history = await store.Get<AssessmentHistory>()
            .OfAsync(id, old.Capability, old.BusinessUnit, old.Stage, TestStore.Ann, Cancel);
        history.Select(value => (value.Revision, value.Who.Name, value.Assessment)).ShouldBe(
            [(3, "Bob", (Assessment?)anew.Changes[0].After), (2, "Ann", null), (1, "Ann", old)]);
    }

    [Theory, OnBothDatabases]
    public async Task The_same_scores_again_change_nothing(StorageProvider provider)
    {
        var (store, id, model) = await AirlineAsync(provider);
        var cell = Cell(model.Assessments[0], Fine);
        await store.AssessAsync(id, TestStore.Bob, cell);
        var second = await store.AssessAsync(id, TestStore.Bob, cell with { SeenVersion = 2 });
        (second.Revision, second.Changes.Count).ShouldBe((2, 0));
    }

    [Theory, OnBothDatabases]
    public async Task A_stale_assessment_is_a_conflict_with_both_values(StorageProvider provider)
    {
        var (store, id, model) = await AirlineAsync(provider);
        var cell = Cell(model.Assessments[0], Fine);
        var bobs = (await store.AssessAsync(id, TestStore.Bob, cell)).Changes[0].After;
        foreach (var wanted in new[] { Fine with { Current = 2 }, null })
        {
            foreach (var seen in new[] { 0, 1 })
            {
                var conflict = (await Should.ThrowAsync<ConflictException>(() =>
                    store.AssessAsync(id, TestStore.Ann, cell with { Scores = wanted, SeenVersion = seen }))).Conflicts.Single();
                (((Assessment?)conflict.Yours)?.Current, conflict.Theirs, conflict.ChangedBy).ShouldBe((wanted?.Current, bobs, "Bob"));
            }
        }
    }

    [Theory, OnBothDatabases]
    public async Task Many_cells_are_assessed_in_one_step(StorageProvider provider)
    {
        var (store, id, model) = await AirlineAsync(provider);
        CellScores[] missing = [.. model.Cube.MissingScores(2).Select(score => new CellScores(score.Capability, score.BusinessUnit, null, Fine, 0))];
        CellScores[] cells =
        [
            missing[0],
            Cell(model.Assessments[0], Fine with { Importance = 1 }),
            Cell(model.Assessments[1], null),
            missing[1] with { Scores = null },
        ];
        var result = await store.AssessAsync(id, TestStore.Bob, cells);
        result.Revision.ShouldBe(2);
        cells.Select(cell => result.Model.Assessments.Find(cell.Key)?.Importance).ShouldBe([5, 1, null, null]);
        await store.Get<UndoHistory>().UndoAsync(id, TestStore.Bob, Guid.NewGuid(), cancellationToken: Cancel);
        (await store.Catalog.SnapshotAsync(id, TestStore.Ann, Cancel)).ShouldHaveRowsOf(model);
    }

    [Theory, OnBothDatabases]
    public async Task Scores_and_cells_that_do_not_apply_are_one_step_and_those_said_before_keep_their_reason(StorageProvider provider)
    {
        var (store, id, model) = await AirlineAsync(provider);
        var (absent, before) = (model.Assessments.Where(a => a.Stage is null).Skip(1).Take(2).ToList(), model.Table<NotApplicable>()[0]);
        NotApplicable[] said = [.. absent.Select(a => new NotApplicable(a.Capability, a.BusinessUnit, "Not done")), before with { Reason = "Other" }];
        var cell = Cell(model.Assessments[0], Fine);
        var written = await store.Writer.WriteAsync(
            id,
            new WriteOrder(Guid.NewGuid(), TestStore.Bob, "Paste 3 scores"),
            now => [.. AssessmentEdits.Assess(now, "Bob", cell), .. ApplicabilityEdits.SetMany(now, said, applies: false)],
            Cancel);
        written.Revision.ShouldBe(2);
        absent.ShouldAllBe(a =>
            written.Model.Table<NotApplicable>().Find(RowKey.Of(a.Capability, a.BusinessUnit))!.Reason == "Not done"
            && written.Model.Assessments.Contains(a));
        written.Model.Table<NotApplicable>().Find(before.Key)!.Reason.ShouldBe(before.Reason);
        written.Model.Table<NotApplicable>().Select(row => row.Position).ShouldBeUnique();
        await store.Get<UndoHistory>().UndoAsync(id, TestStore.Bob, Guid.NewGuid(), cancellationToken: Cancel);
        (await store.Catalog.SnapshotAsync(id, TestStore.Ann, Cancel)).ShouldHaveRowsOf(model);
    }

    [Theory, OnBothDatabases]
    public async Task Of_many_cells_every_conflict_is_reported_and_none_is_stored(StorageProvider provider)
    {
        var (store, id, model) = await AirlineAsync(provider);
        CellScores[] cells = [.. model.Assessments.Take(3).Select(old => Cell(old, Fine))];
        await store.AssessAsync(id, TestStore.Ann, cells[..2]);
        (await Should.ThrowAsync<ConflictException>(() => store.AssessAsync(id, TestStore.Bob, cells)))
            .Conflicts.Select(conflict => (conflict.Key, conflict.ChangedBy)).ShouldBe(cells[..2].Select(cell => (cell.Key, "Ann")));
        (await store.Catalog.FindAsync(id, TestStore.Ann, Cancel))!.Revision.ShouldBe(2);
    }

    [Theory, OnBothDatabases]
    public async Task Scores_that_nobody_may_give_are_refused_whatever_others_did_meanwhile(StorageProvider provider)
    {
        var (store, id, model) = await AirlineAsync(provider);
        var cell = Cell(model.Assessments[0], Fine);
        await store.AssessAsync(id, TestStore.Ann, cell);
        (await Should.ThrowAsync<ModelRuleException>(() => store.AssessAsync(id, TestStore.Bob, cell with { Scores = Fine with { Target = 6 } })))
            .Problems.ShouldHaveSingleItem().Field.ShouldBe("target");
    }

    private static CellScores Cell(Assessment seen, Scores? scores) => new(seen.Capability, seen.BusinessUnit, seen.Stage, scores, seen.Version);

    private async Task<(TestStore Store, Guid Id, ModelSnapshot Model)> AirlineAsync(StorageProvider provider)
    {
        var store = await stores.OnAsync(provider);
        var id = await store.CreateAsync(TestModels.Airline());
        return (store, id, await store.Catalog.SnapshotAsync(id, TestStore.Ann, Cancel));
    }
}
