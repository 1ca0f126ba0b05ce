using OperatingModel.Application.Assessments;
using OperatingModel.Application.Undo;
using OperatingModel.Application.Writing;
using OperatingModel.Domain;
using OperatingModel.Domain.Assessments;
using OperatingModel.Domain.Capabilities;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Application.Tests.Assessments;

public sealed class AssessmentServiceTests(TestStores stores) : IClassFixture<TestStores>
{
    private static readonly Scores Fine = new(5, 1, 4, Confidence.High, "Seen in the workshop", "https://example.org/a");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task An_assessment_carries_the_assessor_and_the_date_the_model_speaks_of(StorageProvider provider)
    {
        var (store, id, model) = await AirlineAsync(provider);
        var old = model.Assessments.First(a => a.Stage is null);
        var assessed = await store.Assessments.AssessAsync(Order(id, old) with { Scores = Fine, SeenVersion = old.Version }, TestStore.Bob, Cancel);
        assessed.Revision.ShouldBe(2);
        assessed.Assessment.ShouldBe(new Assessment(
            old.Capability, old.BusinessUnit, null, 5, 1, 4, Confidence.High, model.Meta.AsOf!.Value, Fine.Note, "Bob", Fine.EvidenceLink));
        assessed.Assessment!.Version.ShouldBe(2);
        assessed.Assessment.Position.ShouldBe(old.Position);
        (await store.Catalog.SnapshotAsync(id, TestStore.Ann, Cancel)).Assessments.Find(old.Key).ShouldBeSameAs(assessed.Assessment);
    }

    [Theory, OnBothDatabases]
    public async Task Without_a_pinned_date_an_assessment_is_of_today(StorageProvider provider)
    {
        var (store, id, model) = await AirlineAsync(provider);
        await store.Writer.WriteAsync(
            id,
            new WriteOrder(Guid.NewGuid(), TestStore.Ann, "Unpin"),
            m => [RowChange.Replace(m.Meta, m.Meta with { AsOf = null })],
            Cancel);
        var old = model.Assessments[0];
        var assessed = await store.Assessments.AssessAsync(Order(id, old) with { Scores = Fine, SeenVersion = old.Version }, TestStore.Bob, Cancel);
        assessed.Assessment!.AssessedOn.ShouldBe(store.Today);
    }

    [Theory, OnBothDatabases]
    public async Task An_assessment_is_cleared_given_anew_and_keeps_its_history(StorageProvider provider)
    {
        var (store, id, model) = await AirlineAsync(provider);
        var old = model.Assessments[0];
        var order = Order(id, old);
        (await store.Assessments.AssessAsync(order with { SeenVersion = old.Version }, TestStore.Ann, Cancel)).Assessment.ShouldBeNull();
        (await store.Assessments.AssessAsync(order with { OperationId = Guid.NewGuid() }, TestStore.Ann, Cancel)).ShouldBe(new Assessed(null, 2));
        var anew = await store.Assessments.AssessAsync(order with { Scores = Fine, OperationId = Guid.NewGuid() }, TestStore.Bob, Cancel);
        var history = await store.Audit.HistoryAsync<Assessment>(id, old.Key, TestStore.Ann, Cancel);
        history.Select(entry => (entry.Revision, entry.Who.Name, entry.What, entry.Before, entry.After)).ShouldBe(
        [
            (3, "Bob", "Assess a capability", null, anew.Assessment),
            (2, "Ann", "Clear an assessment", old, null),
            (1, "Ann", "Create a model", null, old),
        ]);
    }

    [Theory, OnBothDatabases]
    public async Task A_stage_specific_assessment_stands_beside_the_general_one(StorageProvider provider)
    {
        var (store, id, model) = await AirlineAsync(provider);
        var link = model.StageLinks.First(l => model.Assessments.Any(a => a.Capability == l.Capability && a.Stage is null)
            && !model.Assessments.Any(a => a.Capability == l.Capability && a.Stage == l.Stage));
        var general = model.Assessments.First(a => a.Capability == link.Capability && a.Stage is null);
        await store.Assessments.AssessAsync(Order(id, general) with { Stage = link.Stage, Scores = Fine }, TestStore.Bob, Cancel);
        var after = await store.Catalog.SnapshotAsync(id, TestStore.Ann, Cancel);
        after.Assessments.Count.ShouldBe(model.Assessments.Count + 1);
        after.Assessments.Find(general.Key).ShouldBe(general);
        after.Assessments[after.Assessments.Count - 1].Stage.ShouldBe(link.Stage);
    }

    [Theory, OnBothDatabases]
    public async Task The_same_scores_again_change_nothing(StorageProvider provider)
    {
        var (store, id, model) = await AirlineAsync(provider);
        var order = Order(id, model.Assessments[0]) with { Scores = Fine, SeenVersion = 1 };
        var first = await store.Assessments.AssessAsync(order, TestStore.Bob, Cancel);
        var second = await store.Assessments.AssessAsync(order with { OperationId = Guid.NewGuid(), SeenVersion = 2 }, TestStore.Bob, Cancel);
        second.ShouldBe(first);
        (await store.Assessments.AssessAsync(order, TestStore.Bob, Cancel)).ShouldBe(first);
    }

    [Theory, OnBothDatabases]
    public async Task A_stale_assessment_is_a_conflict_with_both_values(StorageProvider provider)
    {
        var (store, id, model) = await AirlineAsync(provider);
        var order = Order(id, model.Assessments[0]) with { Scores = Fine, SeenVersion = 1 };
        var bobs = await store.Assessments.AssessAsync(order, TestStore.Bob, Cancel);
        foreach (var seen in new[] { 0, 1 })
        {
            var conflict = (
                await Should.ThrowAsync<ConflictException>(() =>
                    store.Assessments.AssessAsync(
                        order with
                        {
                            OperationId = Guid.NewGuid(),
                            Scores = Fine with { Current = 2 },
                            SeenVersion = seen,
                        },
                        TestStore.Ann,
                        Cancel))).Conflicts.Single();
            (((Assessment)conflict.Yours!).Current, conflict.Theirs, conflict.ChangedBy).ShouldBe((2, bobs.Assessment, "Bob"));
        }
    }

    [Theory, OnBothDatabases]
    public async Task Everything_wrong_with_the_scores_is_told_at_its_field(StorageProvider provider)
    {
        var (store, id, model) = await AirlineAsync(provider);
        var bad = new Scores(0, 6, -1, (Confidence)9, new string('x', 2001), "\u0007");
        var refused = await Should.ThrowAsync<ModelRuleException>(() =>
            store.Assessments.AssessAsync(
                Order(id, model.Assessments[0]) with
                {
                    Scores = bad,
                    Capability = "",
                    SeenVersion = -1,
                    OperationId = Guid.Empty,
                },
                TestStore.Bob,
                Cancel));
        refused.Problems.ShouldBe(
        [
            new("OperationId", "The operation id is missing; make a new one for each order."),
            new("SeenVersion", "The version seen is negative; give the one that was shown, or 0."),
            new("capability", "A code is missing; give 1 to 32 characters."),
            new("Importance", "0 is outside the scale; give 1 to 5."),
            new("Current", "6 is outside the scale; give 0 to 5."),
            new("Target", "-1 is outside the scale; give 0 to 5."),
            new("Confidence", "Say how sure you are: Low, Medium or High."),
            new("Note", "The text has 2001 characters; use at most 2000."),
            new("EvidenceLink", "The text holds a control character; remove it."),
        ],
        ignoreOrder: true);
    }

    [Theory, OnBothDatabases]
    public async Task What_cannot_be_assessed_is_refused_with_the_remedy(StorageProvider provider)
    {
        var (store, id, model) = await AirlineAsync(provider);
        var absent = model.Table<NotApplicable>()[0];
        var parent = model.Tree[0].Code;
        var order = Order(id, model.Assessments[0]) with { Scores = Fine };
        (await RefusedAsync(store, order with { Capability = parent })).ShouldBe([
            new("Capability", $"{parent} is made up of other capabilities; assess these instead, {model.Tree[1].Code} first."),
        ]);
        (await RefusedAsync(store, order with { Capability = absent.Capability, BusinessUnit = absent.BusinessUnit }))
            .Single()
            .ShouldSatisfyAllConditions(
                problem => problem.Field.ShouldBe("businessUnit"),
                problem =>
                    problem.Message.ShouldStartWith(
                        $"{absent.Capability} does not apply in {absent.BusinessUnit} ({absent.Reason}); mark it as applicable first"));
        (await RefusedAsync(store, order with { Capability = "C?", BusinessUnit = "B?", Stage = "S?" }))
            .Select(problem => (problem.Field, problem.Message))
            .ShouldBe([
                ("capability", "There is no capability C?; it may have been removed."),
                ("businessUnit", "There is no business unit B?; it may have been removed."),
                ("stage", "There is no stage S?; choose one of the value chain, or assess in general."),
            ]);
        (await store.Catalog.FindAsync(id, TestStore.Ann, Cancel))!.Revision.ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task Many_cells_are_assessed_in_one_step(StorageProvider provider)
    {
        var (store, id, model) = await AirlineAsync(provider);
        var old = model.Assessments[0];
        CellScores[] missing = [.. model.Cube.MissingScores(2).Select(score => new CellScores(score.Capability, score.BusinessUnit, null, Fine, 0))];
        CellScores[] cells =
        [
            missing[0],
            new(old.Capability, old.BusinessUnit, old.Stage, Fine with { Importance = 1 }, old.Version),
            Cell(model.Assessments[1]) with { Scores = null },
            missing[1] with { Scores = null },
        ];
        var order = new AssessManyOrder(id, cells, Guid.NewGuid());
        var assessed = await store.Assessments.AssessManyAsync(order, TestStore.Bob, Cancel);

        assessed.Revision.ShouldBe(2);
        assessed.Assessments.Select(a => a?.Importance).ShouldBe([5, 1, null, null]);
        assessed.Assessments[0]!.Assessor.ShouldBe("Bob");
        (await store.Assessments.AssessManyAsync(order, TestStore.Bob, Cancel)).Assessments.ShouldBe(assessed.Assessments);
        await store.Get<UndoHistory>().UndoAsync(id, TestStore.Bob, Guid.NewGuid(), cancellationToken: Cancel);
        (await store.Catalog.SnapshotAsync(id, TestStore.Ann, Cancel)).ShouldHaveRowsOf(model);
    }

    [Theory, OnBothDatabases]
    public async Task Scores_and_cells_that_do_not_apply_are_one_step_and_those_said_before_keep_their_reason(StorageProvider provider)
    {
        var (store, id, model) = await AirlineAsync(provider);
        var (old, absent, before) = (
            model.Assessments[0],
            model.Assessments.Where(a => a.Stage is null).Skip(1).Take(2).ToList(),
            model.Table<NotApplicable>()[0]);
        var order = new AssessManyOrder(id, [Cell(old) with { Scores = Fine }], Guid.NewGuid())
        {
            NotApplicable =
            [
                .. absent.Select(a => new NotApplicable(a.Capability, a.BusinessUnit, "Not done")),
                before with
                {
                    Reason = "Another reason",
                },
            ],
        };
        var written = await store.Assessments.WriteAsync(order, "Paste 3 scores", TestStore.Bob, Cancel);
        written.Revision.ShouldBe(2);
        absent.ShouldAllBe(a =>
            written.Model.Table<NotApplicable>().Find(RowKey.Of(a.Capability, a.BusinessUnit))!.Reason == "Not done"
            && written.Model.Assessments.Contains(a));
        written.Model.Table<NotApplicable>().Find(before.Key)!.Reason.ShouldBe(before.Reason);
        written.Model.Table<NotApplicable>().Select(row => row.Position).ShouldBeUnique();
        await store.Get<UndoHistory>().UndoAsync(id, TestStore.Bob, Guid.NewGuid(), cancellationToken: Cancel);
        (await store.Catalog.SnapshotAsync(id, TestStore.Ann, Cancel)).ShouldHaveRowsOf(model);

        await store.Assessments.WriteAsync(order with { Cells = [], OperationId = Guid.NewGuid() }, "Paste 2 scores", TestStore.Bob, Cancel);
        (
            await Should.ThrowAsync<ModelRuleException>(() =>
                store.Assessments.WriteAsync(new(id, [], Guid.NewGuid()), "Paste nothing", TestStore.Bob, Cancel)))
            .Problems.ShouldHaveSingleItem()
            .Field.ShouldBe("cells");
    }

    [Theory, OnBothDatabases]
    public async Task Of_many_cells_every_conflict_and_every_problem_is_told_and_none_is_stored(StorageProvider provider)
    {
        var (store, id, model) = await AirlineAsync(provider);
        var cells = model.Assessments.Take(3).Select(old => Cell(old) with { Scores = Fine }).ToArray();
        await store.Assessments.AssessManyAsync(new(id, cells[..2], Guid.NewGuid()), TestStore.Ann, Cancel);

        var conflicts = (
            await Should.ThrowAsync<ConflictException>(() => store.Assessments.AssessManyAsync(new(id, cells, Guid.NewGuid()), TestStore.Bob, Cancel))
        ).Conflicts;
        conflicts.Select(conflict => (conflict.Key, conflict.ChangedBy)).ShouldBe(cells[..2].Select(cell => (cell.Key, "Ann")));

        CellScores[] wrong = [cells[2], cells[1] with { Scores = Fine with { Importance = 6 } }, cells[0] with { Capability = "C1" }];
        (await Should.ThrowAsync<ModelRuleException>(() => store.Assessments.AssessManyAsync(new(id, wrong, Guid.NewGuid()), TestStore.Bob, Cancel)))
            .Problems.ShouldHaveSingleItem()
            .Field.ShouldBe("cells[1].importance");
        (
            await Should.ThrowAsync<ModelRuleException>(() =>
                store.Assessments.AssessManyAsync(new(id, [wrong[0], wrong[2]], Guid.NewGuid()), TestStore.Bob, Cancel)))
            .Problems.ShouldHaveSingleItem()
            .Field.ShouldBe("cells[1].capability");
        (
            await Should.ThrowAsync<ModelRuleException>(() =>
                store.Assessments.AssessManyAsync(new(id, [cells[0], cells[0]], Guid.NewGuid()), TestStore.Bob, Cancel)))
            .Problems.ShouldHaveSingleItem()
            .Field.ShouldBe("cells");
        (await store.Catalog.FindAsync(id, TestStore.Ann, Cancel))!.Revision.ShouldBe(2);
    }

    private static async Task<IReadOnlyList<FieldProblem>> RefusedAsync(TestStore store, AssessOrder order) =>
        (await Should.ThrowAsync<ModelRuleException>(() => store.Assessments.AssessAsync(order, TestStore.Bob, Cancel))).Problems;

    private static CellScores Cell(Assessment seen) => new(seen.Capability, seen.BusinessUnit, seen.Stage, null, seen.Version);

    private static AssessOrder Order(Guid id, Assessment cell) => new(id, cell.Capability, cell.BusinessUnit, cell.Stage, null, 0, Guid.NewGuid());

    private async Task<(TestStore Store, Guid Id, ModelSnapshot Model)> AirlineAsync(StorageProvider provider)
    {
        var store = await stores.OnAsync(provider);
        var id = await store.CreateAsync(TestModels.Airline());
        return (store, id, await store.Catalog.SnapshotAsync(id, TestStore.Ann, Cancel));
    }
}
