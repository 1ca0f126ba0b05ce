using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.Teams;

/// <summary>How busy a shared specialist is.</summary>
public enum UtilisationStatus
{
    /// <summary>Up to 80 %.</summary>
    Ok,

    /// <summary>Up to 100 %.</summary>
    Tight,
    Overloaded,
}

/// <summary>Over how many teams a specialist is spread.</summary>
public enum Fragmentation
{
    /// <summary>One or two teams.</summary>
    Ok,

    /// <summary>Three teams.</summary>
    Warning,

    /// <summary>More than three teams.</summary>
    Error,
}

/// <summary>
/// Load of a shared specialist (F14). Waiting explodes as utilisation nears one (Kingman 1961); every team beyond the first costs
/// part of the time in switching.
/// </summary>
/// <param name="Utilisation">FTE requested ÷ capacity, 0 or more; 1 is fully used.</param>
/// <param name="OverloadFte">Full-time equivalents requested beyond capacity, 0 or more.</param>
/// <param name="Teams">Number of allocations.</param>
/// <param name="EffectiveFte">Full-time equivalents left for work after switching, 0 or more.</param>
/// <param name="QueueFactor">Utilisation ÷ free share: how many times its own length work waits; null from full utilisation on.</param>
/// <param name="QueueFactorWithOneMore">The same with one more full-time equivalent of capacity.</param>
/// <param name="Requests">Which team asks for how much.</param>
public sealed record PersonLoad(
    Person Person,
    double Utilisation,
    double OverloadFte,
    int Teams,
    double EffectiveFte,
    double? QueueFactor,
    double? QueueFactorWithOneMore,
    UtilisationStatus Status,
    Fragmentation Fragmentation,
    IReadOnlyList<Allocation> Requests)
{
    private const double OkUpTo = 0.8;

    /// <summary>Everybody in the list of people, in its order.</summary>
    public static IReadOnlyList<PersonLoad> Compute(ModelSnapshot snapshot)
    {
        var requests = snapshot.Table<Allocation>().Where(a => a.Person is not null).ToLookup(a => a.Person!);
        var switching = snapshot.Settings.SwitchLossPerExtraTeam;
        return [.. snapshot.Table<Person>().Select(person => Of(person, [.. requests[person.Code]], switching))];
    }

    /// <param name="switchLoss">Share of time lost per team beyond the first, 0..1.</param>
    public static PersonLoad Of(Person person, IReadOnlyList<Allocation> requests, double switchLoss)
    {
        var used = requests.Sum(request => request.Fte);
        var utilisation = used / person.CapacityFte;
        return new PersonLoad(
            person,
            utilisation,
            Math.Max(0, used - person.CapacityFte),
            requests.Count,
            Math.Min(used, person.CapacityFte) * Math.Max(0, 1 - (switchLoss * (requests.Count - 1))),
            QueueFactorOf(utilisation),
            QueueFactorOf(used / (person.CapacityFte + 1)),
            Tolerance.Greater(utilisation, 1) ? UtilisationStatus.Overloaded
                : Tolerance.Greater(utilisation, OkUpTo) ? UtilisationStatus.Tight
                : UtilisationStatus.Ok,
            requests.Count > 3 ? Fragmentation.Error : requests.Count > 2 ? Fragmentation.Warning : Fragmentation.Ok,
            requests);
    }

    public Explanation Explain(ModelSnapshot? model = null) =>
        new(
            $"Utilisation of {Person.Name}",
            "What the teams ask for divided by what the person can give.",
            Utilisation,
            FigureUnit.Share,
            [.. Requests.Select(request => Term(model, request))],
            [
                $"Work waits {(QueueFactor is { } factor ? $"{FigureText.Of(factor)} times its own length" : "without end")}.",
                $"Spread over {Teams} teams, {FigureText.Of(EffectiveFte, 2)} FTE are left for work; the loss by switching is a convention.",
            ],
            [
                QueueFactorWithOneMore is { } better
                    ? $"One more FTE would bring the wait to {FigureText.Of(better)} times its own length."
                    : "One more FTE would not be enough.",
            ])
        {
            Formula =
                Formula.Of("FTE asked for", Requests.Sum(request => request.Fte), FigureUnit.Fte)
                / Formula.Of("capacity", Person.CapacityFte, FigureUnit.Fte),
        };

    private ExplanationTerm Term(ModelSnapshot? model, Allocation request)
    {
        var team = ModelInput.Of<Team>(model, request.Team);
        return new ExplanationTerm(team.Name, [team], request.Fte / Person.CapacityFte, $"as {EnumWords.Of(request.Mode)}")
        {
            Formula = Formula.Of("FTE", request.Fte, FigureUnit.Fte) / Formula.Of("capacity", Person.CapacityFte, FigureUnit.Fte),
        };
    }

    private static double? QueueFactorOf(double utilisation) => Tolerance.AtLeast(utilisation, 1) ? null : utilisation / (1 - utilisation);
}
