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
/// <param name="EmbeddedFte">Size of the team: its full members, in full-time equivalents.</param>
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

    public Explanation Explain(ModelSettings settings, ModelSnapshot? model = null) => new(
        $"Cognitive load of {ModelInput.NameOf<Team>(model, Team)}",
        "Points of its domains divided by the points a team can carry; above 100% it is overloaded.",
        Ratio,
        FigureUnit.Share,
        [
            .. Domains.Select(domain => new ExplanationTerm(
                domain.Name, [], PointsOf(domain.Complexity, settings) / settings.DomainCapacity, EnumWords.Of(domain.Complexity))
            {
                Formula = Formula.Of("points", PointsOf(domain.Complexity, settings), FigureUnit.Plain)
                    / Formula.Of("capacity", settings.DomainCapacity, FigureUnit.Plain),
            }),
        ],
        ["People feel load, points do not: pair this with a survey of the team.", .. Warnings.Select(Sentence)],
        Status == CognitiveStatus.Overloaded
            ? [$"Giving away {FigureText.Of(Points - settings.DomainCapacity)} points of domains would make the team full, not overloaded."]
            : [])
    {
        Formula = Formula.Of("points", Points, FigureUnit.Plain) / Formula.Of("capacity", settings.DomainCapacity, FigureUnit.Plain),
        Inputs = [ModelInput.OfSetting(nameof(ModelSettings.DomainCapacity), "points of domains a team can carry")],
    };

    private string Sentence(TeamShapeWarning warning) => warning switch
    {
        TeamShapeWarning.TeamSizeOutside5to9 => $"The team has {FigureText.Of(EmbeddedFte, 2)} full members; five to nine work best.",
        _ => "The team collaborates closely with more than one other; one at a time is enough.",
    };
}
