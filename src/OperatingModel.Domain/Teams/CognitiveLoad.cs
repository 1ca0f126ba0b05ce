using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.Teams;

/// <summary>Whether a team can keep its domains in its heads.</summary>
public enum CognitiveStatus
{
    Ok,
    Full,
    Overloaded,
}

/// <summary>Advice about the shape of a team.</summary>
public enum TeamShapeWarning
{
    TeamSizeOutside5to9,
    MoreThanOneCollaboration,
}

/// <summary>
/// Cognitive load of a team (F15). The points are a convention that reproduces the published heuristics (Skelton and Pais 2019):
/// two to three simple domains, not two complicated ones, nothing beside a complex one, one collaboration at a time.
/// </summary>
/// <param name="Points">Sum over domains: by default simple 1, complicated 2, complex 3.</param>
/// <param name="Ratio">Points ÷ what a team can carry; above 1 it is overloaded.</param>
/// <param name="EmbeddedFte">Size of the team: its full members.</param>
public sealed record CognitiveLoad(
    string Team,
    double Points,
    double Ratio,
    CognitiveStatus Status,
    double EmbeddedFte,
    IReadOnlyList<TeamShapeWarning> Warnings,
    IReadOnlyList<TeamDomain> Domains)
{
    public const double SmallestTeam = 5;
    public const double LargestTeam = 9;

    /// <summary>All teams, in the order of their list.</summary>
    public static IReadOnlyList<CognitiveLoad> Compute(ModelSnapshot snapshot)
    {
        var domains = snapshot.Table<TeamDomain>().ToLookup(domain => domain.Team);
        var embedded = snapshot.Table<Allocation>().Where(a => a.Mode == ParticipationMode.Embedded).ToLookup(a => a.Team);
        var collaborations = snapshot.Table<Interaction>().Where(i => i.Mode == InteractionMode.Collaboration).ToLookup(i => i.Team);
        return
        [
            .. snapshot.Table<Team>().Select(team => Of(
                team.Code, [.. domains[team.Code]], embedded[team.Code].Sum(a => a.Fte), collaborations[team.Code].Count(), snapshot.Settings)),
        ];
    }

    /// <param name="collaborations">Interactions in the mode Collaboration in the team's own list.</param>
    public static CognitiveLoad Of(string team, IReadOnlyList<TeamDomain> domains, double embeddedFte, int collaborations, ModelSettings settings)
    {
        var points = domains.Sum(domain => PointsOf(domain.Complexity, settings));
        var ratio = points / settings.DomainCapacity;
        (TeamShapeWarning Warning, bool Applies)[] warnings =
        [
            (TeamShapeWarning.TeamSizeOutside5to9, !IsGoodSize(embeddedFte)),
            (TeamShapeWarning.MoreThanOneCollaboration, collaborations > 1),
        ];
        return new CognitiveLoad(
            team,
            points,
            ratio,
            Tolerance.Greater(ratio, 1) ? CognitiveStatus.Overloaded : Tolerance.Same(ratio, 1) ? CognitiveStatus.Full : CognitiveStatus.Ok,
            embeddedFte,
            [.. warnings.Where(w => w.Applies).Select(w => w.Warning)],
            domains);
    }

    public static double PointsOf(Complexity complexity, ModelSettings settings) => complexity switch
    {
        Complexity.Simple => settings.DomainSimple,
        Complexity.Complicated => settings.DomainComplicated,
        Complexity.Complex => settings.DomainComplex,
        _ => throw new ArgumentOutOfRangeException(nameof(complexity)),
    };

    /// <summary>Five to nine full members: advice for specialist teams.</summary>
    public static bool IsGoodSize(double embeddedFte) => Tolerance.AtLeast(embeddedFte, SmallestTeam) && !Tolerance.Greater(embeddedFte, LargestTeam);

    public Explanation Explain(ModelSettings settings) => new(
        $"Cognitive load of {Team}",
        $"Points of its domains ÷ {FigureText.Of(settings.DomainCapacity)} a team can carry = {FigureText.Of(Ratio, 2)}",
        Ratio,
        [.. Domains.Select(domain => new ExplanationTerm(
            domain.Name, [Team], PointsOf(domain.Complexity, settings) / settings.DomainCapacity, $"{domain.Complexity}: {FigureText.Of(PointsOf(domain.Complexity, settings))} points"))],
        ["People feel load, points do not: pair this with a survey of the team.", .. Warnings.Select(Sentence)],
        Status == CognitiveStatus.Overloaded
            ? [$"Giving away {FigureText.Of(Points - settings.DomainCapacity)} points of domains would make the team full, not overloaded."]
            : []);

    private string Sentence(TeamShapeWarning warning) => warning switch
    {
        TeamShapeWarning.TeamSizeOutside5to9 => $"The team has {FigureText.Of(EmbeddedFte, 2)} full members; five to nine work best.",
        _ => "The team collaborates closely with more than one other; one at a time is enough.",
    };
}
