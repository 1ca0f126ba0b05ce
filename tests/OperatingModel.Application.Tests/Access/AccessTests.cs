using System.Text.Json;
using OperatingModel.Application.Access;
using OperatingModel.Application.Assessments;
using OperatingModel.Application.Collaboration;
using OperatingModel.Application.Undo;
using OperatingModel.Application.Workspaces;
using OperatingModel.Application.Writing;
using OperatingModel.Domain;
using OperatingModel.Domain.Access;
using OperatingModel.Domain.Portfolio;
using OperatingModel.Domain.Teams;
using OperatingModel.Domain.Workspaces;
using static OperatingModel.Application.Tests.TestStore;

namespace OperatingModel.Application.Tests.Access;

public sealed class AccessTests(TestStores stores) : IClassFixture<TestStores>
{
    private const long Canary = 987_654_321;

    private static readonly CurrentUser Viewer = new("vera", "Vera", ModelRoles.Viewer);

    private static readonly CurrentUser Architect = new("arthur", "Arthur", ModelRoles.Architect);

    private static readonly CurrentUser Portfolio = new("paula", "Paula", ModelRoles.PortfolioManager);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task A_write_with_one_forbidden_row_stores_nothing_and_names_the_row_and_who_may(StorageProvider provider)
    {
        var (store, id, model) = await NewAsync(provider);
        var (stage, review) = (model.Stages[0], model.Table<SecurityReview>()[0]);
        var denied = await Should.ThrowAsync<AccessDeniedException>(() => WriteAsync(store, id, Architect, _ =>
        [
            RowChange.Replace(stage, stage with { Name = "Other" }),
            RowChange.Replace(review, review with { Status = SecurityStatus.Cleared, Reason = "Lifted" }),
        ]));
        denied.Message.ShouldBe($"Only a security officer may change security review {review.Initiative}.");
        (await store.Catalog.SnapshotAsync(id, Ann, Cancel)).ShouldBeSameAs(model);
        (await store.Audit.AfterAsync(id, 1, 10, Ann, Cancel)).ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task A_step_cannot_be_undone_or_redone_by_one_who_may_not_do_it_any_more(StorageProvider provider)
    {
        var (store, id, model) = await NewAsync(provider);
        var stage = model.Stages[0];
        await WriteAsync(store, id, Architect, _ => [RowChange.Replace(stage, stage with { Name = "Other" })]);
        var history = store.Get<UndoHistory>();
        var withdrawn = new CurrentUser(Architect.Id, Architect.Name, ModelRoles.Viewer);

        var denied = await Should.ThrowAsync<AccessDeniedException>(() =>
            history.UndoAsync(id, withdrawn, Guid.NewGuid(), cancellationToken: Cancel));
        denied.Message.ShouldBe($"Only an architect or the CIO office may change stage {stage.Code}.");
        (await store.Catalog.SnapshotAsync(id, Ann, Cancel)).Stages[0].Name.ShouldBe("Other");

        await history.UndoAsync(id, Architect, Guid.NewGuid(), cancellationToken: Cancel);
        await Should.ThrowAsync<AccessDeniedException>(() => history.RedoAsync(id, withdrawn, Guid.NewGuid(), cancellationToken: Cancel));
        (await store.Catalog.SnapshotAsync(id, Ann, Cancel)).Stages[0].Name.ShouldBe(stage.Name);
    }

    [Theory, OnBothDatabases]
    public async Task Those_who_may_read_the_same_share_one_snapshot_and_whoever_may_read_all_has_the_model_itself(StorageProvider provider)
    {
        var (store, id, model) = await NewAsync(provider);
        (await store.Catalog.SnapshotAsync(id, new CurrentUser("o", "O", ModelRoles.CioOffice), Cancel)).ShouldBeSameAs(model);
        var seen = await store.Catalog.SnapshotAsync(id, Viewer, Cancel);
        seen.ShouldNotBeSameAs(model);
        var other = new CurrentUser("s", "S", ModelRoles.SecurityOfficer | ModelRoles.Assessor);
        (await store.Catalog.SnapshotAsync(id, other, Cancel)).ShouldBeSameAs(seen);
    }

    [Theory, OnBothDatabases]
    public async Task Somebody_without_a_role_knows_of_no_model(StorageProvider provider)
    {
        var (store, id, model) = await NewAsync(provider);
        var stranger = new CurrentUser("x", "X");
        (await store.Catalog.FindAsync(id, stranger, Cancel)).ShouldBeNull();
        (await store.Catalog.ListAsync(stranger, Cancel)).ShouldBeEmpty();
        (await store.Catalog.ListDeletedAsync(stranger, Cancel)).ShouldBeEmpty();
        (await store.Audit.LatestAsync(id, 10, stranger, Cancel)).ShouldBeEmpty();
        (await store.Get<AssessmentHistory>().OfAsync(id, "C1.1", "MAIN", null, stranger, Cancel)).ShouldBeEmpty();
        await Should.ThrowAsync<NotFoundException>(async () => await store.Catalog.SnapshotAsync(id, stranger, Cancel));
        await Should.ThrowAsync<NotFoundException>(() => store.Get<AssessmentHistory>().AsOfAsync(id, TestModels.Today, stranger, Cancel));
        await Should.ThrowAsync<NotFoundException>(() =>
            WriteAsync(store, id, stranger, _ => [RowChange.Replace(model.Stages[0], model.Stages[0] with { Name = "Other" })]));
    }

    [Theory, OnBothDatabases]
    public async Task Only_the_CIO_office_creates_deletes_takes_back_and_renames_models(StorageProvider provider)
    {
        var (store, id, model) = await NewAsync(provider);
        var most = new CurrentUser("m", "M", ModelRoles.All & ~ModelRoles.CioOffice);
        var office = new CurrentUser("o", "O", ModelRoles.CioOffice);
        (await DeniedAsync(store.Catalog.CreateAsync, most)).ShouldBe("Only the CIO office may create models.");
        (await Should.ThrowAsync<AccessDeniedException>(() => store.Catalog.DeleteAsync(id, most, Guid.NewGuid(), Cancel)))
            .Message.ShouldBe("Only the CIO office may delete models.");
        (await Should.ThrowAsync<AccessDeniedException>(() => store.Catalog.RenameAsync(id, "X", model.Meta.Version, most, Guid.NewGuid(), Cancel)))
            .Message.ShouldBe("Only the CIO office may change the model.");
        await store.Catalog.RenameAsync(id, "X", model.Meta.Version, office, Guid.NewGuid(), Cancel);
        await store.Catalog.DeleteAsync(id, office, Guid.NewGuid(), Cancel);
        (await Should.ThrowAsync<AccessDeniedException>(() => store.Catalog.RestoreAsync(id, most, Guid.NewGuid(), Cancel)))
            .Message.ShouldBe("Only the CIO office may take models back from the bin.");
        (await store.Catalog.RestoreAsync(id, office, Guid.NewGuid(), Cancel)).Name.ShouldBe("X");
        (await store.Catalog.CreateAsync(TestModels.Airline(), office, Guid.NewGuid(), Cancel)).Revision.ShouldBe(1);

        static async Task<string> DeniedAsync(
            Func<ModelSnapshot, CurrentUser, Guid, CancellationToken, Task<ModelSummary>> create, CurrentUser user) =>
            (await Should.ThrowAsync<AccessDeniedException>(() => create(TestModels.Airline(), user, Guid.NewGuid(), Cancel))).Message;
    }

    [Theory, OnBothDatabases]
    public async Task A_portfolio_manager_sets_the_budget_of_a_team_and_nothing_else_of_it(StorageProvider provider)
    {
        var (store, id, model) = await NewAsync(provider);
        var team = model.Table<Team>()[0];
        var result = await WriteAsync(store, id, Portfolio, _ => [RowChange.Replace(team, team with { AnnualBudget = Canary })]);
        result.Model.Table<Team>()[0].ShouldBe(team with { AnnualBudget = Canary });
        await Should.ThrowAsync<AccessDeniedException>(() =>
            WriteAsync(store, id, Portfolio, now => [RowChange.Replace(now.Table<Team>()[0], now.Table<Team>()[0] with { Name = "Other" })]));
    }

    [Theory, OnBothDatabases]
    public async Task Money_reaches_nobody_by_what_the_application_answers_who_may_not_read_it(StorageProvider provider)
    {
        var (store, id, model) = await NewAsync(provider);
        var heard = new List<ModelChanged>();
        using var subscription = store.Feed.Subscribe(id, Viewer, heard.Add);
        var (team, round) = (model.Table<Team>()[0], model.Table<FundingRound>()[0]);
        var words = $"Budget: {Canary}";
        await WriteAsync(store, id, Ann, _ => [RowChange.Replace(round, round with { Budget = Canary })], words);
        await WriteAsync(store, id, Ann, _ => [RowChange.Replace(team, team with { AnnualBudget = Canary })], words);
        await WriteAsync(
            store, id, Ann, now => [RowChange.Remove(now.Assessments[0]), RowChange.Remove(now.Table<FundingDecision>()[0])], words);
        store.Clock.Advance(TimeSpan.FromDays(1));
        var yesterday = store.Today.AddDays(-1);
        await WriteAsync(store, id, Ann, now => [RowChange.Replace(now.Meta, now.Meta with { Name = "Other" })], "End");

        var (history, undo, cell) = (store.Get<AssessmentHistory>(), store.Get<UndoHistory>(), model.Assessments[0]);
        var answers = new List<(string What, Func<CurrentUser, Task<string>> Of)>
        {
            ("snapshot", async user => TextOf(await store.Catalog.SnapshotAsync(id, user, Cancel))),
            ("past", async user => TextOf(await history.AsOfAsync(id, yesterday, user, Cancel))),
            ("past before", async user => TextOf(await history.AsOfAsync(id, yesterday.AddDays(-9), user, Cancel))),
            ("audit", async user => JsonSerializer.Serialize(await store.Audit.LatestAsync(id, 100, user, Cancel))),
            ("audit on", async user => JsonSerializer.Serialize(await store.Audit.AfterAsync(id, 1, 100, user, Cancel))),
            ("team", async user => string.Join("\n", await store.Audit.HistoryAsync<Team>(id, team.Key, user, Cancel))),
            ("assessment", async user => string.Join("\n", await history.OfAsync(id, cell.Capability, cell.BusinessUnit, cell.Stage, user, Cancel))),
            ("undo", async user => string.Join(
                "\n", (await undo.ListAsync(id, new CurrentUser(Ann.Id, "Ann", user.Roles), cancellationToken: Cancel)).Undo)),
            ("round", async user => string.Join("\n", await store.Audit.HistoryAsync<FundingRound>(id, round.Key, user, Cancel))),
        };
        foreach (var (what, answer) in answers)
        {
            (await answer(Viewer)).ShouldNotContain($"{Canary}", Case.Sensitive, what);
            (await answer(Ann)).Contains($"{Canary}", StringComparison.Ordinal).ShouldBe(what != "past before", what);
        }

        heard.Select(change => (change.Revision, change.Changes.Count)).ShouldBe([(3, 1), (4, 1), (5, 1)]);
        string.Join("\n", heard.SelectMany(change => change.Changes.Select(row => $"{change.What} {row.Before} {row.After}")))
            .ShouldNotContain($"{Canary}");
    }

    [Theory, OnBothDatabases]
    public async Task Money_is_not_in_the_answer_to_a_write_nor_in_that_to_a_repeated_one(StorageProvider provider)
    {
        var (store, id, model) = await NewAsync(provider);
        var (team, cell) = (model.Table<Team>()[0], model.Assessments[0]);
        await WriteAsync(store, id, Ann, _ => [RowChange.Replace(team, team with { AnnualBudget = Canary })]);
        var order = new WriteOrder(Guid.NewGuid(), new CurrentUser("a", "A", ModelRoles.Assessor), "Assess");
        var first = await store.Writer.WriteAsync(id, order, _ => [RowChange.Replace(cell, cell with { Note = "Other" })], Cancel);
        var again = await store.Writer.WriteAsync(id, order, _ => [], Cancel);
        first.Changes.ShouldHaveSingleItem().After.ShouldBe(cell with { Note = "Other" });
        again.IsRepeated.ShouldBeTrue();
        again.Changes.ShouldHaveSingleItem().After.ShouldBe(cell with { Note = "Other" });
        TextOf(first.Model).ShouldNotContain($"{Canary}");
        TextOf(again.Model).ShouldNotContain($"{Canary}");
        (await store.Catalog.SnapshotAsync(id, order.Who, Cancel)).ShouldBeSame(first.Model);

        // An operation of somebody with more rights is answered as far as the one who repeats it may read.
        var budget = new WriteOrder(Guid.NewGuid(), Ann, "Set a budget");
        await store.Writer.WriteAsync(id, budget, now => [RowChange.Replace(now.Table<Team>()[0], team with { AnnualBudget = Canary + 1 })], Cancel);
        var answer = await store.Writer.WriteAsync(id, budget with { Who = Viewer }, _ => [], Cancel);
        answer.Changes.ShouldHaveSingleItem().After.ShouldBe(team with { AnnualBudget = null });
    }

    [Theory, OnBothDatabases]
    public async Task A_conflict_shows_nothing_that_may_not_be_read(StorageProvider provider)
    {
        var (store, id, model) = await NewAsync(provider);
        var team = model.Table<Team>()[0];
        await WriteAsync(store, id, Ann, _ => [RowChange.Replace(team, team with { AnnualBudget = Canary })]);

        // What is wanted is what is stored, so that there is nothing to refuse but the version.
        var conflict = await Should.ThrowAsync<ConflictException>(() =>
            WriteAsync(store, id, Viewer, _ => [RowChange.Replace(team, team with { AnnualBudget = Canary })]));
        conflict.Conflicts.ShouldHaveSingleItem().Theirs.ShouldBe(team with { AnnualBudget = null });
    }

    private async Task<(TestStore Store, Guid Id, ModelSnapshot Model)> NewAsync(StorageProvider provider)
    {
        var store = await stores.OnAsync(provider);
        var id = await store.CreateAsync(TestModels.Airline());
        return (store, id, await store.Catalog.SnapshotAsync(id, Ann, Cancel));
    }

    private static Task<WriteResult> WriteAsync(
        TestStore store, Guid id, CurrentUser user, Func<ModelSnapshot, IReadOnlyList<RowChange>> decide, string what = "Test") =>
        store.Writer.WriteAsync(id, new WriteOrder(Guid.NewGuid(), user, what), decide, Cancel);

    private static string TextOf(ModelSnapshot model) =>
        string.Join("\n", ModelTables.All.SelectMany(table => model.Table(table).Rows).Select(row => row.ToString()));
}
