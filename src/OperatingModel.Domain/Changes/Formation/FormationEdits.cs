using OperatingModel.Domain.Organisation;
using OperatingModel.Domain.Teams;
using OperatingModel.Domain.ValueChains;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.Changes.Formation;

/// <summary>Turns a suggested formation into edits of the model it was made for.</summary>
internal sealed class FormationEdits
{
    private readonly ModelSnapshot _snapshot;
    private readonly FormationProblem _problem;
    private readonly ILookup<(string Team, string Role), Allocation> _allocations;
    private readonly List<RowChange> _edits = [];
    private readonly Dictionary<Type, int> _lastPositions = [];

    public FormationEdits(ModelSnapshot snapshot, SuggestedFormation formation)
    {
        (_snapshot, _problem) = (snapshot, formation.Problem);
        _allocations = snapshot.Table<Allocation>().ToLookup(allocation => (allocation.Team, allocation.Role));
        foreach (var team in formation.Teams)
        {
            if (team.IsNew)
            {
                AddTeam(team, _problem.Missions.Single(mission => mission.Charter.Code == team.Charter.Code));
            }

            PlaceMembers(team);
            PlaceServices(team);
        }

        foreach (var change in formation.Changes.Where(change => change.Lead is not null && change.Lead != change.Change.LeadTeam))
        {
            _edits.Add(RowChange.Replace(change.Change, change.Change with { LeadTeam = change.Lead }));
        }

        foreach (var team in Dissolved(formation))
        {
            foreach (var role in _problem.Roles.Where(role => role.CanJoin))
            {
                Remove(_allocations[(team, role.Code)].Where(allocation => allocation.Mode == ParticipationMode.Embedded));
            }
        }
    }

    public IReadOnlyList<RowChange> Edits => _edits;

    private void AddTeam(SuggestedTeam team, FormationMission mission)
    {
        var code = team.Charter.Code;
        var charter = team.Charter;
        Add(new Team(code, charter.Name, TeamType.StreamAligned, charter.BudgetOwner, charter.Cadence, charter.ResponseDays, null, null));
        foreach (var goal in _snapshot.Table<OrganisationUnitGoal>().Where(goal => goal.Unit == mission.Model))
        {
            Add(new TeamGoal(code, goal.Kpi, goal.Weight));
        }

        foreach (var priority in _snapshot.Table<OrganisationUnitPriority>().Where(priority => priority.Unit == mission.Model))
        {
            Add(new TeamPriority(code, priority.Objective));
        }

        var led = _problem.Changes.Where(change => team.Leads.Contains(change.Change.Code)).ToList();
        foreach (var stage in led.Select(change => change.Change.Stage).OfType<string>().Distinct())
        {
            Add(new TeamStage(code, stage));
        }

        foreach (var domain in led.Where(change => _problem.Missions[change.Mission].IsNew).DistinctBy(change => change.Mission))
        {
            Add(new TeamDomain(code, DomainName(domain.Change), _problem.Limits.UsualComplexity));
        }
    }

    private void PlaceMembers(SuggestedTeam team)
    {
        foreach (var role in _problem.Roles.Where(role => role.CanJoin))
        {
            var now = _allocations[(team.Charter.Code, role.Code)].ToList();
            var embedded = now.Where(allocation => allocation.Mode == ParticipationMode.Embedded).ToList();
            var wanted = team.Members.FirstOrDefault(member => member.Role.Code == role.Code)?.Fte ?? 0;
            if (wanted > 0 && Tolerance.Same(embedded.Sum(allocation => allocation.Fte), wanted))
            {
                // The same people, named ones among them, stay.
                Remove(now.Except(embedded));
                continue;
            }

            var unnamed = wanted > 0 ? embedded.Find(allocation => allocation is { Person: null, Provider: null }) : null;
            Remove(now.Where(allocation => allocation != unnamed));
            if (unnamed is not null)
            {
                _edits.Add(RowChange.Replace(unnamed, unnamed with { Fte = wanted }));
            }
            else if (wanted > 0)
            {
                Add(new Allocation(team.Charter.Code, role.Code, wanted, ParticipationMode.Embedded, null, null));
            }
        }
    }

    private void PlaceServices(SuggestedTeam team)
    {
        var used = _problem.Changes.Where(change => team.Leads.Contains(change.Change.Code))
            .SelectMany(change => change.Steps).Select(step => step.Role).ToHashSet(StringComparer.Ordinal);
        foreach (var role in _problem.Roles.Where(role => !role.CanJoin && used.Contains(role.Code)))
        {
            var now = _allocations[(team.Charter.Code, role.Code)].ToList();
            var served = now.Where(allocation => allocation.Mode == role.Service?.Mode && allocation.Provider == role.Service.Unit.Code).ToList();
            Remove(now.Except(served));
            if (role.Service is { } service && served.Count == 0)
            {
                Add(new Allocation(team.Charter.Code, role.Code, UsualFte(role.Code, service.Mode), service.Mode, service.Unit.Code, null));
            }
        }
    }

    // Teams whose changes all went to other teams give their people away.
    private IEnumerable<string> Dissolved(SuggestedFormation formation) =>
        formation.Changes.Zip(_problem.Changes).GroupBy(change => change.Second.Mission)
            .Where(mission => mission.All(change => change.First.Lead is not null))
            .Select(mission => _problem.Missions[mission.Key].Charter.Code)
            .Where(code => formation.Teams.All(team => team.Charter.Code != code));

    private double UsualFte(string role, ParticipationMode mode) =>
        _snapshot.Table<Allocation>().Where(allocation => allocation.Role == role && allocation.Mode == mode).Min(allocation => allocation.Fte);

    private string DomainName(CustomerChange change) =>
        change.Stage is { } stage ? _snapshot.Table<Stage>().Find(stage)?.Name ?? stage : change.Name[..Math.Min(change.Name.Length, 120)];

    private void Remove(IEnumerable<Allocation> allocations) => _edits.AddRange(allocations.Select(RowChange.Remove));

    private void Add<T>(T row) where T : ModelRow
    {
        var table = _snapshot.Table<T>();
        var position = _lastPositions.GetValueOrDefault(typeof(T), table.Count == 0 ? 0 : table[^1].Position) + 1;
        _lastPositions[typeof(T)] = position;
        _edits.Add(RowChange.Add(row with { Position = position }));
    }
}
