using OperatingModel.Application.Access;
using OperatingModel.Application.Assessments;
using OperatingModel.Application.Undo;
using OperatingModel.Application.Writing;
using OperatingModel.Domain;
using OperatingModel.Domain.Access;
using OperatingModel.Domain.Assessments;
using OperatingModel.Domain.Capabilities;
using OperatingModel.Domain.Workspaces;
using static OperatingModel.Application.Tests.TestStore;

namespace OperatingModel.Application.Tests.Assessments;

public sealed class CampaignWritesTests(TestStores stores) : IClassFixture<TestStores>
{
    private static readonly Scores Low = new(3, 1, 4, Confidence.Medium, "Seen");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task Two_assessors_judge_apart_differ_agree_and_the_assessment_says_who_agreed(StorageProvider provider)
    {
        var (store, id, campaign) = await StartAsync(provider);
        var before = await store.Catalog.SnapshotAsync(id, Ann, Cancel);
        var cell = CampaignEdits.Scope(before, campaign).First();
        await ScoreAsync(store, id, campaign, cell, Low, Ann);
        await ScoreAsync(store, id, campaign, cell, Low with { Current = 3, Confidence = Confidence.Low }, Bob);

        var now = await store.Catalog.SnapshotAsync(id, Ann, Cancel);
        now.Assessments.ShouldBe(before.Assessments);
        var status = CampaignStatus.Of(now, campaign);
        (status.Cells.Count, status.Disagreements, status.Agreed, status.Assessors[0].Given).ShouldBe((4, 1, 0, 1));
        status.Progress.ShouldBe(2 / 8.0);
        status.Cells[0].Spread.ShouldBe(2);
        status.Cells[0].Proposal.ShouldBe(new Proposal(3, 1, 4, Confidence.Low, ProposalRule.LowerOfTwo));
        CampaignReminder.For(now, Ann.Id).ShouldHaveSingleItem().Missing.ShouldBe(3);

        var seen = status.Cells[0].Assessment?.Version ?? 0;
        await WriteAsync(store, id, Bob, model => CampaignEdits.Agree(
            model, campaign, ["Ann", "Bob"], new CellScores(cell.Capability, cell.BusinessUnit, null, Low with { Current = 2 }, seen)));

        var agreed = CampaignStatus.Of(await store.Catalog.SnapshotAsync(id, Ann, Cancel), campaign);
        (agreed.Disagreements, agreed.Agreed).ShouldBe((0, 1));
        (agreed.Cells[0].Assessment!.Current, agreed.Cells[0].Assessment!.Assessor, agreed.Cells[0].Agreement!.AgreedBy).ShouldBe(
            (2, "Ann, Bob", "Ann, Bob"));

        // Who differed by how much stays to be read, beside what was agreed and how it was proposed.
        (agreed.Cells[0].Spread, agreed.Cells[0].Scores.Count).ShouldBe((2, 2));
        agreed.Cells[0].Agreement.ShouldBe(new CampaignAgreement(
            campaign, cell.Capability, cell.BusinessUnit, "Ann, Bob", now.Today, 3, 2, 4, Confidence.Medium, ProposalRule.LowerOfTwo));

        await store.Get<UndoHistory>().UndoAsync(id, Bob, Guid.NewGuid(), cancellationToken: Cancel);
        (await store.Catalog.SnapshotAsync(id, Ann, Cancel)).ShouldHaveRowsOf(now);
    }

    [Theory, OnBothDatabases]
    public async Task What_was_judged_before_an_agreement_stays_as_it_was_and_is_asked_no_more(StorageProvider provider)
    {
        var (store, id, campaign) = await StartAsync(provider);
        var model = await store.Catalog.SnapshotAsync(id, Ann, Cancel);
        var cell = CampaignEdits.Scope(model, campaign).First();
        await ScoreAsync(store, id, campaign, cell, Low, Ann);
        await AgreeAsync(store, id, campaign, cell, Low);

        var judged = await store.Catalog.SnapshotAsync(id, Ann, Cancel);
        (await RefusedAsync(() => ScoreAsync(store, id, campaign, cell, Low with { Current = 4 }, Ann))).Message
            .ShouldStartWith("Trip management self-service in Mainline is agreed on");
        (await RefusedAsync(() => ScoreAsync(store, id, campaign, cell, Low, Bob))).Field.ShouldBe("capability");
        (await store.Catalog.SnapshotAsync(id, Ann, Cancel)).ShouldHaveRowsOf(judged);
        CampaignReminder.For(judged, Ann.Id).ShouldHaveSingleItem().Missing.ShouldBe(3);
        CampaignReminder.For(judged, Bob.Id).ShouldHaveSingleItem().Missing.ShouldBe(3);
        var status = CampaignStatus.Of(judged, campaign);
        status.Assessors.Select(assessor => (assessor.Given, assessor.Asked)).ShouldBe([(1, 4), (0, 3)]);
        status.Progress.ShouldBe(1 / 7.0);
    }

    [Theory, OnBothDatabases]
    public async Task What_happens_in_a_campaign_is_dated_by_the_calendar_and_the_assessment_by_the_day_of_the_model(StorageProvider provider)
    {
        var (store, id, campaign) = await StartAsync(provider);
        var pinned = new DateOnly(2025, 12, 31);
        await WriteAsync(store, id, Ann, now => [RowChange.Replace(now.Meta, now.Meta with { AsOf = pinned })]);
        var cell = CampaignEdits.Scope(await store.Catalog.SnapshotAsync(id, Ann, Cancel), campaign).First();
        await ScoreAsync(store, id, campaign, cell, Low, Ann);
        await AgreeAsync(store, id, campaign, cell, Low);
        await WriteAsync(store, id, Ann, now => CampaignEdits.Close(now, campaign));

        var model = await store.Catalog.SnapshotAsync(id, Ann, Cancel);
        var status = CampaignStatus.Of(model, campaign);
        model.Today.ShouldNotBe(pinned);
        (status.Cells[0].Scores[0].GivenOn, status.Cells[0].Agreement!.AgreedOn, status.Campaign.ClosedOn)
            .ShouldBe((model.Today, model.Today, model.Today));
        status.Cells[0].Assessment!.AssessedOn.ShouldBe(pinned);
        (await store.Get<AssessmentHistory>().OfAsync(id, cell.Capability, cell.BusinessUnit, null, Ann, Cancel))[0].Campaign.ShouldBe(campaign);
    }

    [Theory, OnBothDatabases]
    public async Task The_history_of_an_assessment_names_the_campaign_that_a_value_comes_from(StorageProvider provider)
    {
        var (store, id, campaign) = await StartAsync(provider);
        var cell = CampaignEdits.Scope(await store.Catalog.SnapshotAsync(id, Ann, Cancel), campaign).First();
        await ScoreAsync(store, id, campaign, cell, Low, Ann);
        await AgreeAsync(store, id, campaign, cell, Low);
        var agreed = (await store.Catalog.SnapshotAsync(id, Ann, Cancel))
            .Assessments.Find(Assessment.KeyOf(cell.Capability, cell.BusinessUnit, null))!;
        await store.AssessAsync(id, Bob, new CellScores(cell.Capability, cell.BusinessUnit, null, Low with { Current = 3 }, agreed.Version));

        var past = await store.Get<AssessmentHistory>().OfAsync(id, cell.Capability, cell.BusinessUnit, null, Ann, Cancel);
        past.Take(3).Select(value => (value.Assessment!.Current, value.Campaign))
            .ShouldBe([(3, null), (1, campaign), (past[2].Assessment!.Current, null)]);
    }

    [Theory, OnBothDatabases]
    public async Task An_agreement_that_was_kept_without_its_value_is_read_as_one(StorageProvider provider)
    {
        var (store, id, campaign) = await StartAsync(provider);
        var cell = CampaignEdits.Scope(await store.Catalog.SnapshotAsync(id, Ann, Cancel), campaign).First();
        var kept = new CampaignAgreement(campaign, cell.Capability, cell.BusinessUnit, "Ann", new DateOnly(2026, 2, 1));
        await WriteAsync(store, id, Ann, _ => [RowChange.Add(kept)]);
        await store.RestartAsync();
        CampaignStatus.Of(await store.Catalog.SnapshotAsync(id, Ann, Cancel), campaign).Cells[0].Agreement.ShouldBe(kept);
    }

    [Theory, OnBothDatabases]
    public async Task A_sheet_filled_in_for_another_is_hers_and_the_audit_names_who_typed(StorageProvider provider)
    {
        var (store, id, campaign) = await StartAsync(provider);
        var cell = CampaignEdits.Scope(await store.Catalog.SnapshotAsync(id, Ann, Cancel), campaign).First();
        await ScoreAsync(store, id, campaign, cell, Low, Ann, Bob);

        CampaignStatus.Of(await store.Catalog.SnapshotAsync(id, Ann, Cancel), campaign)
            .Cells[0].Scores.ShouldHaveSingleItem().Assessor.ShouldBe(Bob.Id);
        (await store.AuditAsync(id))[^1].UserName.ShouldBe(Ann.Name);
    }

    [Theory, OnBothDatabases]
    public async Task A_difference_of_one_is_no_disagreement(StorageProvider provider)
    {
        var (store, id, campaign) = await StartAsync(provider);
        var cell = CampaignEdits.Scope(await store.Catalog.SnapshotAsync(id, Ann, Cancel), campaign).First();
        await ScoreAsync(store, id, campaign, cell, Low, Ann);
        await ScoreAsync(store, id, campaign, cell, new Scores(4, 2, 5, Confidence.High), Bob);
        CampaignStatus.Of(await store.Catalog.SnapshotAsync(id, Ann, Cancel), campaign).Disagreements.ShouldBe(0);
    }

    [Theory, OnBothDatabases]
    public async Task Only_assessors_judge_only_what_is_asked_and_only_while_it_runs(StorageProvider provider)
    {
        var (store, id, campaign) = await StartAsync(provider);
        var cell = CampaignEdits.Scope(await store.Catalog.SnapshotAsync(id, Ann, Cancel), campaign).First();

        (await RefusedAsync(() => ScoreAsync(store, id, campaign, cell, Low, new("eve", "Eve", ModelRoles.Assessor)))).ShouldBe(
            new FieldProblem("campaign", "Eve is no assessor of Spring round; have yourself added to it first."));
        var outside = await RefusedAsync(() => ScoreAsync(store, id, campaign, ("C8.5", cell.BusinessUnit), Low, Ann));
        (outside.Field, outside.Message).ShouldBe((
            "capability",
            "Finance & revenue accounting in Mainline is not asked for in Spring round; it may not apply, have been split or removed."));
        (await RefusedAsync(() => ScoreAsync(store, id, campaign, cell, Low with { Target = 7 }, Ann))).Field.ShouldBe("target");
        await WriteAsync(store, id, Ann, now => CampaignEdits.Close(now, campaign));
        (await RefusedAsync(() => ScoreAsync(store, id, campaign, cell, Low, Ann))).Message
            .ShouldBe("The campaign Spring round is closed; start another one.");
        CampaignReminder.For(await store.Catalog.SnapshotAsync(id, Ann, Cancel), Ann.Id).ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task Who_agrees_on_an_assessment_that_somebody_changed_meanwhile_is_told(StorageProvider provider)
    {
        var (store, id, campaign) = await StartAsync(provider);
        var model = await store.Catalog.SnapshotAsync(id, Ann, Cancel);
        var cell = CampaignStatus.Of(model, campaign).Cells.First(c => c.Assessment is not null);
        CellScores agreed = new(cell.Capability, cell.BusinessUnit, null, Low, cell.Assessment!.Version);
        await store.AssessAsync(id, Ann, agreed);
        var conflict = await Should.ThrowAsync<ConflictException>(() =>
            WriteAsync(store, id, Bob, now => CampaignEdits.Agree(now, campaign, ["Bob"], agreed)));
        conflict.Conflicts.ShouldHaveSingleItem().ChangedBy.ShouldBe("Ann");
    }

    [Theory, OnBothDatabases]
    public async Task A_campaign_follows_a_new_code_and_a_split_of_what_it_covers(StorageProvider provider)
    {
        var (store, id, campaign) = await StartAsync(provider);
        var cell = CampaignEdits.Scope(await store.Catalog.SnapshotAsync(id, Ann, Cancel), campaign).First();
        await ScoreAsync(store, id, campaign, cell, Low, Ann);
        await WriteAsync(store, id, Ann, model => CapabilityEdits.SetCode(model, cell.Capability, "NEW"));
        var model = (await WriteAsync(store, id, Ann, model => CapabilityParts.Split(model, "NEW", ["A", "B"], SplitInto.Children))).Model;

        var status = CampaignStatus.Of(model, campaign);
        status.Cells.Count.ShouldBe(6);
        status.Cells.Where(c => c.Scores.Count > 0).Select(c => c.Capability).ShouldBe(["NEW.1", "NEW.2"]);
    }

    private static async Task<FieldProblem> RefusedAsync(Func<Task> act) =>
        (await Should.ThrowAsync<ModelRuleException>(act)).Problems.ShouldHaveSingleItem();

    private static Task<WriteResult> ScoreAsync(
        TestStore store,
        Guid id,
        string campaign,
        (string Capability, string BusinessUnit) cell,
        Scores scores,
        CurrentUser user,
        CurrentUser? assessor = null) =>
        WriteAsync(store, id, user, model => CampaignEdits.Judge(
            model,
            campaign,
            (user.Id, user.Name),
            (assessor ?? user).Id,
            new CellScores(cell.Capability, cell.BusinessUnit, null, scores, 0)));

    private static async Task AgreeAsync(TestStore store, Guid id, string campaign, (string Capability, string BusinessUnit) cell, Scores scores)
    {
        var model = await store.Catalog.SnapshotAsync(id, Ann, Cancel);
        var seen = model.Assessments.Find(Assessment.KeyOf(cell.Capability, cell.BusinessUnit, null))?.Version ?? 0;
        CellScores agreed = new(cell.Capability, cell.BusinessUnit, null, scores, seen);
        await WriteAsync(store, id, Bob, now => CampaignEdits.Agree(now, campaign, ["Ann", "Bob"], agreed));
    }

    private static Task<WriteResult> WriteAsync(
        TestStore store, Guid id, CurrentUser user, Func<ModelSnapshot, IReadOnlyList<RowChange>> edit) =>
        store.Writer.WriteAsync(id, new WriteOrder(Guid.NewGuid(), user, "Edit"), edit, Cancel);

    private async Task<(TestStore Store, Guid Id, string Campaign)> StartAsync(StorageProvider provider)
    {
        var store = await stores.OnAsync(provider);
        var id = await store.CreateAsync(TestModels.Airline());
        var started = await WriteAsync(store, id, Ann, model => CampaignEdits.Start(
            model,
            "Spring round",
            new DateOnly(2026, 3, 31),
            null,
            ["C4.3", "C4.1"],
            ["MAIN", "LCC"],
            [(Ann.Id, Ann.Name), (Bob.Id, Bob.Name)]));
        var campaign = started.Model.Table<Campaign>()[0];
        (campaign.Code, campaign.ClosedOn).ShouldBe(("C1", null));
        return (store, id, campaign.Code);
    }
}
