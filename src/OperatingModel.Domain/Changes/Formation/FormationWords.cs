namespace OperatingModel.Domain.Changes.Formation;

/// <summary>Describes a move of the search in words, with what it saves and what it costs.</summary>
internal sealed class FormationWords
{
    private readonly FormationProblem _problem;
    private readonly List<(int Role, int Mission)> _joined;
    private readonly List<(int Role, int Mission)> _left;
    private readonly int[] _led;
    private readonly int[] _roles;
    private readonly int _gaining;
    private readonly int _losing;

    private FormationWords(FormationProblem problem, FormationMoveKind kind, FormationState before, FormationState after)
    {
        _problem = problem;
        var shares = Enumerable.Range(0, problem.Missions.Count)
            .SelectMany(mission => Enumerable.Range(0, problem.Roles.Count).Select(role => (Role: role, Mission: mission)))
            .Where(share => after.Members[share.Mission][share.Role] != before.Members[share.Mission][share.Role])
            .ToLookup(share => after.Members[share.Mission][share.Role]);
        (_joined, _left) = ([.. shares[true]], [.. shares[false]]);
        _roles = [.. _joined.Concat(_left).Select(share => share.Role).Distinct().Order()];
        _led = [.. Enumerable.Range(0, after.Leads.Length).Where(change => after.Leads[change] != before.Leads[change])];
        (_gaining, _losing) = kind switch
        {
            FormationMoveKind.Form or FormationMoveKind.Lead or FormationMoveKind.Merge => (after.Leads[_led[0]], before.Leads[_led[0]]),
            FormationMoveKind.Leave => (_left[0].Mission, _left[0].Mission),
            FormationMoveKind.Transfer => (_joined[0].Mission, _left[0].Mission),
            _ => (_joined[0].Mission, _joined[0].Mission),
        };
    }

    public static FormationMove Describe(
        FormationProblem problem, FormationCosts costs, FormationMoveKind kind, FormationState before, FormationState after)
    {
        var words = new FormationWords(problem, kind, before, after);
        var saved = costs.LoadOf(before) - costs.LoadOf(after);
        return new FormationMove(
            kind,
            problem.Missions[words._gaining >= 0 ? words._gaining : words._losing].Charter.Code,
            [.. words._roles.Select(role => problem.Roles[role].Code)],
            [.. words._led.Select(change => problem.Changes[change].Change.Code)],
            saved,
            costs.LoadOf(before, worstCase: true) - costs.LoadOf(after, worstCase: true),
            words.Fte,
            $"{words.What(kind)}: saves {FigureText.Of(saved)} points a year{words.Cost(kind)}.");
    }

    private double Fte => _roles.Sum(role => Math.Max(FteOf(_joined, role), FteOf(_left, role)));

    private string What(FormationMoveKind kind) => kind switch
    {
        FormationMoveKind.Form => $"Form {TeamName(_gaining)} with {Names(_joined)} to lead {Changes}",
        FormationMoveKind.Join => $"Let {Names(_joined)} join {TeamName(_gaining)}",
        FormationMoveKind.Leave => $"Send {Names(_left)} of {TeamName(_gaining)} home",
        FormationMoveKind.Transfer => $"Move {Names(_joined)} from {TeamName(_losing)} to {TeamName(_gaining)}",
        FormationMoveKind.Exchange => $"Let {Names(_joined)} take the place of {Names(_left)} in {TeamName(_gaining)}",
        FormationMoveKind.Merge => $"Merge {TeamName(_losing)} into {TeamName(_gaining)}, which then leads {Changes} too",
        _ when _gaining < 0 => $"Let no team lead {Changes}, as today",
        _ => $"Let {TeamName(_gaining)} lead {Changes}",
    };

    private string Cost(FormationMoveKind kind) =>
        Fte <= 0
            ? ""
            : kind switch
            {
                FormationMoveKind.Form or FormationMoveKind.Join =>
                    $" and takes {FigureText.Of(Fte, 2)} FTE out of "
                        + $"{NameList.All([.. _joined.Select(share => _problem.Roles[share.Role].Home.Name).Distinct()])}",
                _ => $"; {FigureText.Of(Fte, 2)} FTE change place",
            };

    private string Changes => NameList.All([.. _led.Select(change => _problem.Changes[change].Change.Name)]);

    private double FteOf(IEnumerable<(int Role, int Mission)> shares, int role) =>
        shares.Where(share => share.Role == role).Sum(share => _problem.NeedFte(share.Role, share.Mission));

    private string TeamName(int mission) => _problem.Missions[mission].Charter.Name;

    private string Names(IEnumerable<(int Role, int Mission)> shares) =>
        NameList.All([.. shares.Select(share => _problem.Roles[share.Role].Name).Distinct()]);
}
