using OperatingModel.Domain.Organisation;
using OperatingModel.Domain.Teams;
using OperatingModel.Domain.ValueChains;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.Changes.Formation;

/// <summary>Reads the question of a suggested formation from a model; the assumptions stand at <see cref="FormationProblem"/>.</summary>
internal sealed class FormationReading
{
    private const string NewTeamPrefix = "NEW-";

    private readonly ModelSnapshot _snapshot;
    private readonly FormationLimits _limits;
    private readonly DesignUnits _units;
    private readonly ILookup<string, ChangeStep> _steps;
    private readonly ILookup<string, Allocation> _allocations;
    private readonly ILookup<string, RequiredRole> _required;
    private readonly Dictionary<string, RoleSupply> _supplies;
    private readonly IReadOnlyList<CustomerChange> _changes;
    private readonly List<FormationMission> _missions = [];
    private readonly List<string?> _missionTeams = [];
    private readonly Dictionary<(string Kind, string Code), int> _missionOf = [];

    public FormationReading(ModelSnapshot snapshot, FormationRequest request)
    {
        (_snapshot, _limits, _units) = (snapshot, request.Limits ?? FormationLimits.Default, DesignUnits.Of(snapshot));
        _steps = snapshot.Table<ChangeStep>().OrderBy(step => step.Order).ToLookup(step => step.Change);
        _allocations = snapshot.Table<Allocation>().ToLookup(allocation => allocation.Role);
        _required = snapshot.Table<RequiredRole>().Where(r => r.Fte > 0 && r.Allows(ParticipationMode.Embedded)).ToLookup(r => r.Role);
        _supplies = (request.Supplies ?? []).ToDictionary(supply => supply.Role, StringComparer.Ordinal);
        var asked = request.Changes?.ToHashSet(StringComparer.Ordinal);
        _changes =
        [
            .. snapshot.Table<CustomerChange>().Where(change => (asked is null || asked.Contains(change.Code)) && _steps[change.Code].Any())
                .OrderBy(change => change.Code, StringComparer.Ordinal),
        ];
    }

    public FormationProblem Read()
    {
        FormationChange[] changes = [.. _changes.Select(change => new FormationChange(change, [.. _steps[change.Code]], MissionOf(change)))];
        var redesigned = _missionTeams.OfType<string>().ToHashSet(StringComparer.Ordinal);
        FormationRole[] roles =
        [
            .. changes.SelectMany(change => change.Steps).Select(step => step.Role)
                .Concat(_missions.SelectMany(mission => mission.Required))
                .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
                .Select(role => RoleOf(role, redesigned)),
        ];
        var needs = new double[roles.Length, _missions.Count];
        for (var role = 0; role < roles.Length; role++)
        {
            var usual = UsualNeedOf(roles[role].Code);
            for (var mission = 0; mission < _missions.Count; mission++)
            {
                needs[role, mission] = Math.Min(NeedOf(roles[role].Code, _missionTeams[mission]) ?? usual, roles[role].SupplyFte);
            }
        }

        return new FormationProblem(roles, _missions, changes, needs, _limits, _snapshot.Settings, Coordination.VetoRolesOf(_snapshot));
    }

    private int MissionOf(CustomerChange change)
    {
        var team = TeamFor(change);
        var key = team is not null ? ("team", team) : change.Stage is { } stage ? ("stage", stage) : ("change", change.Code);
        if (!_missionOf.TryGetValue(key, out var mission))
        {
            _missionOf[key] = mission = _missions.Count;
            _missions.Add(team is not null ? MissionOf(team) : NewMission(key, change));
            _missionTeams.Add(team);
        }

        return mission;
    }

    private string? TeamFor(CustomerChange change)
    {
        if (_units.Team(change.LeadTeam) is { } lead)
        {
            return lead.Code;
        }

        var serving = _snapshot.Table<TeamStage>().Where(service => service.Stage == change.Stage).Select(service => service.Team).ToHashSet();
        return _snapshot.Table<Team>().FirstOrDefault(team => team.Type == TeamType.StreamAligned && serving.Contains(team.Code))?.Code;
    }

    private FormationMission MissionOf(string team)
    {
        var points = _snapshot.Table<TeamDomain>().Where(domain => domain.Team == team)
            .Sum(domain => CognitiveLoad.PointsOf(domain.Complexity, _snapshot.Settings));
        return new FormationMission(
            _units.Team(team)!,
            false,
            null,
            points > 0 ? points : UsualPoints,
            _required.SelectMany(role => role).Where(role => role.Team == team && IsEmbedded(role.Role)).Select(role => role.Role).ToHashSet());
    }

    private FormationMission NewMission((string Kind, string Code) key, CustomerChange change)
    {
        var name = key.Kind == "stage" ? _snapshot.Table<Stage>().Find(key.Code)?.Name ?? key.Code : change.Name;
        var anchor = _changes.Where(c => TeamFor(c) is null && (key.Kind == "stage" ? c.Stage == key.Code : c.Code == key.Code))
            .SelectMany(c => _steps[c.Code].Select(step => (step.Role, Days: step.TouchDays * c.PerYear)))
            .Where(work => IsEmbedded(work.Role))
            .GroupBy(work => HomeOf(work.Role).Code, StringComparer.Ordinal)
            .OrderByDescending(home => home.Sum(work => work.Days)).ThenBy(home => home.Key, StringComparer.Ordinal)
            .Select(home => HomeOf(home.First().Role))
            .FirstOrDefault(DesignUnit.UnknownHomeOf(key.Code));
        return new FormationMission(
            anchor with { Code = NewCode(key.Code), Name = $"Team for {name}", IsTeam = true, ResponseDays = 0 },
            true,
            _units.Unit(anchor.Code)?.Code,
            UsualPoints,
            new HashSet<string>());
    }

    private string NewCode(string of)
    {
        var code = NewTeamPrefix + of;
        code = code.Length <= CodeAttribute.MaxLength ? code : code[..CodeAttribute.MaxLength].TrimEnd();
        for (var i = 2; _snapshot.Table<Team>().Contains(code) || _missions.Any(mission => mission.Charter.Code == code); i++)
        {
            var suffix = $"-{i}";
            code = string.Concat(code.AsSpan(0, Math.Min(code.Length, CodeAttribute.MaxLength - suffix.Length)), suffix);
        }

        return code;
    }

    private FormationRole RoleOf(string code, HashSet<string> redesigned)
    {
        var role = _snapshot.Table<Role>().Find(code);
        var supply = SupplyOf(code, redesigned);
        return new FormationRole(
            code, role?.Name ?? code, HomeOf(code), IsEmbedded(code) && supply > 0, role is null ? null : ServiceOf(role), supply);
    }

    private Position? ServiceOf(Role role) =>
        role.DefaultMode is ParticipationMode.Embedded or ParticipationMode.External
            ? null
            : _allocations[role.Code].Where(allocation => allocation.Mode == role.DefaultMode)
                .Select(allocation => _units.Team(allocation.Provider)).OfType<DesignUnit>()
                .Select(provider => new Position(provider, role.DefaultMode)).FirstOrDefault();

    private double SupplyOf(string role, HashSet<string> redesigned)
    {
        if (_supplies.TryGetValue(role, out var given))
        {
            return given.SupplyFte;
        }

        return _allocations[role].Any()
            ? _allocations[role].Where(a => a.Mode != ParticipationMode.Embedded || redesigned.Contains(a.Team)).Sum(a => a.Fte)
            : _snapshot.Table<OrganisationUnit>().Find(HomeOf(role).Code)?.HeadFte ?? double.PositiveInfinity;
    }

    private double? NeedOf(string role, string? team) => _supplies.GetValueOrDefault(role)?.ShareFte
        ?? _required[role].FirstOrDefault(required => required.Team == team)?.Fte;

    private double UsualNeedOf(string role) => MedianOf(_required[role].Select(required => required.Fte))
        ?? MedianOf(_allocations[role].Where(allocation => allocation.Mode == ParticipationMode.Embedded).Select(allocation => allocation.Fte))
        ?? _limits.UsualShareFte;

    private static double? MedianOf(IEnumerable<double> figures)
    {
        double[] sorted = [.. figures.Order()];
        return sorted.Length == 0 ? null : (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    private double UsualPoints => CognitiveLoad.PointsOf(_limits.UsualComplexity, _snapshot.Settings);

    private bool IsEmbedded(string role) => _snapshot.Table<Role>().Find(role)?.DefaultMode == ParticipationMode.Embedded;

    private DesignUnit HomeOf(string role) => _units.Unit(_snapshot.Table<Role>().Find(role)?.HomeUnit) ?? DesignUnit.UnknownHomeOf(role);
}
