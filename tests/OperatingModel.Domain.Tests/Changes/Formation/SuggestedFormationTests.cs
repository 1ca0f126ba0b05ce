using OperatingModel.Domain.Changes;
using OperatingModel.Domain.Changes.Formation;
using OperatingModel.Domain.Organisation;
using OperatingModel.Domain.Teams;
using OperatingModel.Domain.Tests.Vectors;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.Tests.Changes.Formation;

public sealed class SuggestedFormationTests
{
    private static readonly SuggestedFormation Airline = Suggest(ExpectedFigures.Airline);

    [Fact]
    public void The_airline_suggestion_saves_at_least_what_its_own_target_design_saves()
    {
        var own = ChangeSimulation.Compute(ExpectedFigures.Airline);
        Airline.Before.ShouldBe(own.Before);
        Airline.After.Load.ShouldBeLessThanOrEqualTo(own.After.Load);
        Airline.After.HandOffs.ShouldBeLessThanOrEqualTo(own.After.HandOffs);
        Airline.After.WorstCaseLoad.ShouldBeLessThanOrEqualTo(own.After.WorstCaseLoad);

        // The same teams, and quality assurance a full member of T-CARE: 5 changes × (2 × 0.5 × 2) = 10 points less than 79.
        Airline.After.Load.ShouldBe(69, 1e-9);
        Airline.Teams.Select(team => (team.Charter.Code, Math.Round(team.EmbeddedFte, 9))).ShouldBe([("T-CARE", 7), ("T-PRE", 8)]);
    }

    [Fact]
    public void Each_move_is_told_with_what_it_saves_and_costs()
    {
        Airline.Moves.Select(move => move.Kind).ShouldBe([FormationMoveKind.Form, FormationMoveKind.Form]);
        Airline
            .Moves[1]
            .Sentence.ShouldBe(
                "Form Care and loyalty experience with Developer, Project / delivery manager, Product manager, Quality assurance engineer, "
                    + "Claims specialist, "
                    + "Loyalty specialist and Customer / user experience designer to lead Instant pay-out for simple delay claims: saves "
                        + "127.5 points a year and takes "
                    + "7 FTE out of IT application development, Project management, Customer experience and product, IT quality assurance, "
                        + "Customer relations and claims and Loyalty.");
        Airline.Explain().Terms.Sum(term => term.Amount).ShouldBe(Airline.Before.Load - Airline.After.Load, 1e-9);
    }

    [Fact]
    public void Applying_the_airline_suggestion_gives_exactly_the_load_it_promised()
    {
        var applied = ExpectedFigures.Airline.With(Airline.EditsOf(ExpectedFigures.Airline), 1);
        ChangeSimulation.Compute(applied).After.ShouldBe(Airline.After);
        TeamCoverage.Compute(applied).Single(team => team.Team == "T-CARE").IsComplete.ShouldBeTrue();
    }

    [Fact]
    public void A_suggestion_keeps_the_limits() =>
        Property.Holds(random =>
        {
            var formation = random.Next(2) == 0 ? Suggest(RandomDesigns.Model(random)) : Competing(random);
            var problem = formation.Problem;
            formation.Teams.ShouldAllBe(team =>
                team.EmbeddedFte >= problem.Limits.SmallestTeam - 1e-9 && team.EmbeddedFte <= problem.Limits.LargestTeam + 1e-9);
            formation.Teams.ShouldAllBe(team => team.DomainPoints <= problem.DomainCapacity + 1e-9 && team.Leads.Count > 0);
            formation.Teams.SelectMany(team => team.Leads).ShouldBeUnique();
            formation.Teams.ShouldAllBe(team =>
                problem.Changes.Any(change =>
                    team.Leads.Contains(change.Change.Code) && problem.Missions[change.Mission].Charter.Code == team.Charter.Code));
            foreach (var shares in formation.Teams.SelectMany(team => team.Members).GroupBy(member => member.Role))
            {
                shares.Key.CanJoin.ShouldBeTrue();
                shares.Sum(share => share.Fte).ShouldBeLessThanOrEqualTo(shares.Key.SupplyFte + 1e-9);
            }

            foreach (var team in formation.Teams)
            {
                team.Members.ShouldAllBe(member => member.Fte >= Neighbourhood.NeedOf(problem, member.Role, team) - 1e-9);
            }
        });

    [Fact]
    public void A_suggestion_is_never_worse_than_today_and_its_moves_add_up() => Property.Holds(random =>
    {
        var formation = Suggest(RandomDesigns.Model(random));
        formation.After.Load.ShouldBeLessThanOrEqualTo(formation.Before.Load + 1e-9);
        formation.Moves.ShouldAllBe(move => move.LoadSaved > (move.Kind == FormationMoveKind.Leave ? -1e-9 : 0));
        formation.Moves.Sum(move => move.LoadSaved).ShouldBe(formation.Before.Load - formation.After.Load, 1e-6);
        formation.Moves.Sum(move => move.WorstCaseSaved).ShouldBe(formation.Before.WorstCaseLoad - formation.After.WorstCaseLoad, 1e-6);
        formation.Changes.ShouldAllBe(change => change.Lead == null == (change.Remark != null));
    });

    [Fact]
    public void Neither_merging_two_teams_nor_moving_one_role_improves_a_suggestion() => Property.Holds(random =>
    {
        var formation = Competing(random);
        foreach (var (move, load) in Neighbourhood.Of(formation))
        {
            load.ShouldBeGreaterThanOrEqualTo(formation.After.Load - 1e-6, move);
        }
    });

    [Fact]
    public void Nobody_joins_a_team_for_nothing() => Property.Holds(random =>
    {
        var formation = Competing(random);
        var problem = formation.Problem;
        foreach (var (role, team, load) in Neighbourhood.Leaving(formation).Where(place => !RequiredIn(place.Team).Contains(place.Role)))
        {
            load.ShouldBeGreaterThan(formation.After.Load + 1e-9, $"{role} in {team}");
        }

        foreach (var move in formation.Moves.Where(move => move.Kind == FormationMoveKind.Form))
        {
            var used = problem
                .Changes.Where(change => move.Changes.Contains(change.Change.Code))
                .SelectMany(change => change.Steps)
                .Select(step => step.Role);
            move.Roles.ShouldBeSubsetOf(used.Concat(RequiredIn(move.Team)));
        }

        IReadOnlySet<string> RequiredIn(string team) => problem.Missions.Single(mission => mission.Charter.Code == team).Required;
    });

    [Fact]
    public void Applying_a_suggestion_gives_the_paths_it_promised() => Property.Holds(random =>
    {
        var model = RandomDesigns.Model(random);
        var formation = Suggest(model);
        var edited = model.With(formation.EditsOf(model), 1);
        var applied = ChangeSimulation.Compute(edited).Changes.ToDictionary(change => change.Change.Code);
        foreach (var change in formation.Changes.Where(change => change.Lead is not null))
        {
            applied[change.Change.Code].Change.LeadTeam.ShouldBe(change.Lead);
            applied[change.Change.Code].After.Load.ShouldBe(change.After.Load, 1e-9);
            applied[change.Change.Code].After.HandOffs.ShouldBe(change.After.HandOffs);
        }

        var allocations = edited.Table<Allocation>().Where(a => a.Mode == ParticipationMode.Embedded).ToLookup(a => (a.Team, a.Role));
        foreach (var (team, member) in formation.Teams.SelectMany(team => team.Members.Select(member => (team.Charter.Code, member))))
        {
            allocations[(team, member.Role.Code)].Sum(a => a.Fte).ShouldBe(member.Fte, 1e-9);
        }
    });

    [Fact]
    public void A_team_whose_changes_all_went_elsewhere_gives_its_people_away()
    {
        // T2 has nobody but B; T1 has A. Together they reach the smallest size, alone they do not.
        var model = Models.Of(
            NewUnit("U1"),
            NewUnit("U2"),
            new Role("A", "A", null, ParticipationMode.Embedded, "U1"),
            new Role("B", "B", null, ParticipationMode.Embedded, "U2"),
            new Team("T1", "Team 1", TeamType.StreamAligned, null, null, null, null, null),
            new Team("T2", "Team 2", TeamType.StreamAligned, null, null, null, null, null),
            new TeamDomain("T1", "D1", Complexity.Simple),
            new TeamDomain("T2", "D2", Complexity.Simple),
            new Allocation("T1", "A", 3, ParticipationMode.Embedded, null, null),
            new Allocation("T2", "B", 3, ParticipationMode.Embedded, null, null),
            new CustomerChange("CH1", "Change 1", null, "T1", 1),
            new ChangeStep("CH1", 1, "1", "A", 1, StepLink.Sequential),
            new ChangeStep("CH1", 2, "2", "B", 1, null),
            new CustomerChange("CH2", "Change 2", null, "T2", 1),
            new ChangeStep("CH2", 1, "1", "B", 1, StepLink.Reciprocal),
            new ChangeStep("CH2", 2, "2", "A", 1, null));
        var formation = Suggest(model);
        formation.After.Load.ShouldBe(0);
        var team = formation.Teams.ShouldHaveSingleItem();
        var edited = model.With(formation.EditsOf(model), 1);
        edited.Table<CustomerChange>().ShouldAllBe(change => change.LeadTeam == team.Charter.Code);
        edited
            .Table<Allocation>()
            .Select(a => (a.Team, a.Role, a.Fte))
            .ShouldBe([(team.Charter.Code, "A", 3), (team.Charter.Code, "B", 3)], ignoreOrder: true);
    }

    [Fact]
    public void Every_kind_of_move_is_of_use() =>
        Enumerable.Range(1, 300).SelectMany(seed => Competing(new Random(seed)).Moves.Select(move => move.Kind)).Distinct()
            .ShouldBe(Enum.GetValues<FormationMoveKind>(), ignoreOrder: true);

    [Fact]
    public void A_required_role_goes_home_when_it_only_adds_a_border()
    {
        // A and B hand over twice across a border; X hands over to Y, who stays in the unit both share today.
        var formation = Suggest(Models.Of(
            NewUnit("U1"),
            NewUnit("U2"),
            new Role("A", "A", null, ParticipationMode.Embedded, "U2"),
            new Role("B", "B", null, ParticipationMode.Embedded, "U1"),
            new Role("X", "X", null, ParticipationMode.Embedded, "U1"),
            new Role("Y", "Y", null, ParticipationMode.External, "U1"),
            new Team("T", "Team", TeamType.StreamAligned, null, null, null, null, null),
            new RequiredRole("T", "X", 0.5, ParticipationModes.Embedded, true),
            new CustomerChange("CH", "Change", null, "T", 1),
            new ChangeStep("CH", 1, "1", "A", 1, StepLink.Sequential),
            new ChangeStep("CH", 2, "2", "B", 1, StepLink.Sequential),
            new ChangeStep("CH", 3, "3", "A", 1, StepLink.Pooled),
            new ChangeStep("CH", 4, "4", "X", 1, StepLink.Sequential),
            new ChangeStep("CH", 5, "5", "Y", 1, null)));
        formation.Moves.Select(move => (move.Kind, move.LoadSaved)).ShouldBe([(FormationMoveKind.Form, 5.0), (FormationMoveKind.Leave, 5.0)]);
        formation.Moves[1].Sentence.ShouldBe("Send X of Team home: saves 5 points a year; 0.5 FTE change place.");
        formation.After.Load.ShouldBe(0);
    }

    [Fact]
    public void Of_small_problems_nearly_every_suggestion_is_the_best_of_all_cuts()
    {
        var small = Enumerable
            .Range(1, 500)
            .Select(seed => Suggest(RandomDesigns.Model(new Random(seed))))
            .Where(f => EveryCut.IsSmall(f.Problem))
            .ToList();
        var best = small.Count(formation => formation.After.Load <= EveryCut.LowestLoad(formation.Problem) + 1e-6);
        small.Count.ShouldBeGreaterThan(200);
        ((double)best / small.Count).ShouldBeGreaterThan(0.98, $"{best} of {small.Count}");
    }

    [Fact]
    public void Other_starts_find_better_designs_than_the_first() => Enumerable.Range(1, 100).Count(seed =>
    {
        var formation = Competing(new Random(seed));
        var costs = new FormationCosts(formation.Problem);
        var first = new FormationDescent(formation.Problem, costs);
        first.Run(TestContext.Current.CancellationToken);
        formation.After.Load.ShouldBeLessThanOrEqualTo(costs.LoadOf(first.State) + 1e-9);
        return formation.After.Load < costs.LoadOf(first.State) - 1e-9;
    }).ShouldBeGreaterThan(5);

    [Fact]
    public void The_same_model_gives_the_same_suggestion() => Property.Holds(random =>
    {
        var model = RandomDesigns.Model(random);
        Suggest(model).Moves.Select(move => move.Sentence).ShouldBe(Suggest(model).Moves.Select(move => move.Sentence));
    });

    [Fact]
    public void A_stopped_search_gives_no_suggestion()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Should.Throw<OperationCanceledException>(() => SuggestedFormation.Compute(ExpectedFigures.Airline, cancellation: stop.Token));
    }

    [Fact]
    public void Progress_tells_the_load_from_today_downwards()
    {
        var told = new List<FormationProgress>();
        SuggestedFormation.Compute(ExpectedFigures.Airline, progress: new Told(told), cancellation: TestContext.Current.CancellationToken);
        told[0].ShouldBe(new FormationProgress(0, 0, 636));
        told[^1].YearlyLoad.ShouldBe(Airline.After.Load, 1e-9);
        told.Zip(told.Skip(1)).ShouldAllBe(pair => pair.Second.YearlyLoad <= pair.First.YearlyLoad && pair.Second.Done == pair.First.Done + 1);
        told[^1].Done.ShouldBe(told[^1].Starts);
    }

    [Fact]
    public void Only_the_changes_asked_for_count_and_supplies_given_replace_the_model()
    {
        var one = Suggest(
            ExpectedFigures.Airline,
            new FormationRequest(Changes: ["CH3"], Supplies: [new RoleSupply("DEV", 2, 2), new RoleSupply("QA", 0)]));
        one.Changes.Select(change => change.Change.Code).ShouldBe(["CH3"]);
        var members = one.Teams.Single().Members;
        members.Single(member => member.Role.Code == "DEV").Fte.ShouldBe(2, 1e-9);
        members.ShouldNotContain(member => member.Role.Code == "QA");
    }

    [Fact]
    public void A_change_that_no_team_can_lead_says_why()
    {
        var tooFew = Suggest(ExpectedFigures.Airline, new FormationRequest(Changes: ["CH3"], Limits: new FormationLimits(SmallestTeam: 8.5)));
        tooFew.Teams.ShouldBeEmpty();
        tooFew.Changes.Single().Remark.ShouldBe("its roles have only 7 FTE; a team needs 8.5.");
        var heavy = ExpectedFigures.Airline.With([RowChange.Add(new TeamDomain("T-CARE", "Refunds", Complexity.Complex) { Position = 999 })], 1);
        Suggest(heavy, new FormationRequest(Changes: ["CH3"])).Changes.Single().Remark!.ShouldStartWith("the domains of Care and loyalty experience");
    }

    private static OrganisationUnit NewUnit(string code) => new(code, code, OrganisationUnitKind.Silo, null, null, null, null, null, null);

    private static SuggestedFormation Competing(Random random)
    {
        var model = RandomDesigns.Model(random, roles: 10, changes: 7, teams: 4);
        return Suggest(model, RandomDesigns.Scarce(random, model));
    }

    private static SuggestedFormation Suggest(ModelSnapshot model, FormationRequest? request = null) =>
        SuggestedFormation.Compute(model, request, null, CancellationToken.None);

    private sealed class Told(List<FormationProgress> told) : IProgress<FormationProgress>
    {
        public void Report(FormationProgress value) => told.Add(value);
    }
}
