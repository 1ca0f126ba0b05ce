using OperatingModel.Domain.Organisation;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.Teams;

/// <summary>Whether a team has a role it needs.</summary>
public enum RoleStatus
{
    Covered,
    Partial,

    /// <summary>People have the role, but only in modes that do not count.</summary>
    WrongMode,
    Missing,
}

/// <summary>A role a team needs and what it has of it (F14).</summary>
/// <param name="Coverage">FTE in allowed modes ÷ required FTE, 0..1; 1 when nothing is required.</param>
/// <param name="ShortfallFte">Full-time equivalents missing, 0 or more.</param>
public sealed record RoleCoverage(RequiredRole Required, double Coverage, double ShortfallFte, RoleStatus Status);

/// <summary>How far a team has the roles it cannot do without (F14).</summary>
/// <param name="Coverage">Mean over required roles, critical ones counting double, 0..1; null when none is required.</param>
/// <param name="IsComplete">Every required role is covered.</param>
/// <param name="EmbeddedFte">Full members, in full-time equivalents.</param>
/// <param name="Rows">In the order of the list of required roles.</param>
public sealed record TeamCoverage(string Team, double? Coverage, bool IsComplete, double EmbeddedFte, IReadOnlyList<RoleCoverage> Rows)
{
    /// <summary>All teams, in the order of their list.</summary>
    public static IReadOnlyList<TeamCoverage> Compute(ModelSnapshot snapshot)
    {
        var required = snapshot.Table<RequiredRole>().ToLookup(role => role.Team);
        var allocations = snapshot.Table<Allocation>().ToLookup(allocation => allocation.Team);
        return [.. snapshot.Table<Team>().Select(team => Of(team.Code, [.. required[team.Code]], [.. allocations[team.Code]]))];
    }

    public static TeamCoverage Of(string team, IReadOnlyList<RequiredRole> required, IReadOnlyList<Allocation> allocations)
    {
        RoleCoverage[] rows = [.. required.Select(role => Row(role, allocations))];
        var weight = rows.Sum(row => WeightOf(row.Required));
        return new TeamCoverage(
            team,
            weight > 0 ? rows.Sum(row => WeightOf(row.Required) * row.Coverage) / weight : null,
            rows.All(row => row.Status == RoleStatus.Covered),
            allocations.Where(a => a.Mode == ParticipationMode.Embedded).Sum(a => a.Fte),
            rows);
    }

    public Explanation Explain(ModelSnapshot? model = null)
    {
        var weight = Rows.Sum(row => WeightOf(row.Required));
        var title = $"Role coverage of {ModelInput.NameOf<Team>(model, Team)}";
        return Coverage is not { } coverage
            ? Explanation.Unknown(title, "No role is required of this team yet.", FigureUnit.Share)
            : new Explanation(
                title,
                "Mean coverage of the required roles, critical ones counting double.",
                coverage,
                FigureUnit.Share,
                [.. Rows.Select(row => Term(model, row, weight))],
                IsComplete ? [] : ["A team is complete only when every required role is covered."],
                [.. Rows.Where(row => row.Status != RoleStatus.Covered).Select(row =>
                    $"{FigureText.Of(row.ShortfallFte, 2)} FTE {ModelInput.NameOf<Role>(model, row.Required.Role)} as {row.Required.Modes} "
                    + "would cover the role.")]);
    }

    private static ExplanationTerm Term(ModelSnapshot? model, RoleCoverage row, int weight)
    {
        var role = ModelInput.Of<Role>(model, row.Required.Role);
        return new ExplanationTerm(
            role.Name,
            [role],
            WeightOf(row.Required) * row.Coverage / weight,
            $"{EnumWords.Of(row.Status)}: {FigureText.Percent(row.Coverage)} of {FigureText.Of(row.Required.Fte, 2)} FTE"
                + $"{(row.Required.Critical ? ", critical" : "")}")
        {
            Formula = Formula.Of("weight", WeightOf(row.Required)) * Formula.Of("coverage", row.Coverage, FigureUnit.Share)
                / Formula.Of("all weights", weight),
        };
    }

    private static int WeightOf(RequiredRole role) => role.Critical ? 2 : 1;

    private static RoleCoverage Row(RequiredRole required, IReadOnlyList<Allocation> allocations)
    {
        var given = allocations.Where(a => a.Role == required.Role).ToList();
        var counted = given.Where(a => required.Allows(a.Mode)).Sum(a => a.Fte);
        var coverage = required.Fte > 0 ? Math.Min(1, counted / required.Fte) : 1;
        var status = Tolerance.AtLeast(coverage, 1) ? RoleStatus.Covered
            : counted > 0 ? RoleStatus.Partial
            : given.Count > 0 ? RoleStatus.WrongMode
            : RoleStatus.Missing;
        return new RoleCoverage(required, coverage, Math.Max(0, required.Fte - counted), status);
    }
}
