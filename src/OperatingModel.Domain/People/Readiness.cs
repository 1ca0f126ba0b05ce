using OperatingModel.Domain.Teams;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.People;

/// <summary>A skill a team needs and what it takes to get there (F18).</summary>
/// <param name="Gap">Levels missing per person, 0..4; a surplus is no gap and offsets none.</param>
/// <param name="TrainingDays">People × gap × days per level.</param>
/// <param name="Priority">Weight × people × gap.</param>
/// <param name="IsBarrier">Decisive (weight 3) and two or more levels short.</param>
public sealed record SkillGap(SkillRequirement Requirement, int Gap, double TrainingDays, long Priority, bool IsBarrier);

/// <summary>How far the people of a team can do what their work needs (F18; gap analysis against role profiles, as with SFIA).</summary>
/// <param name="Share">Weighted levels reached ÷ weighted levels required, 0..1; null when nothing is required.</param>
/// <param name="TrainingDays">Days of training for the whole team.</param>
/// <param name="Rows">In the order of the list of requirements.</param>
public sealed record Readiness(string Team, double? Share, double TrainingDays, IReadOnlyList<SkillGap> Rows)
{
    private const int DecisiveWeight = 3;
    private const int BarrierGap = 2;

    /// <summary>Codes of the skills that are barriers.</summary>
    public IReadOnlyList<string> Barriers { get; } = [.. Rows.Where(row => row.IsBarrier).Select(row => row.Requirement.Skill)];

    /// <summary>Every team that has requirements, in the order of the list of teams.</summary>
    public static IReadOnlyList<Readiness> Compute(ModelSnapshot snapshot)
    {
        var skills = snapshot.Table<Skill>();
        var requirements = snapshot.Table<SkillRequirement>().ToLookup(requirement => requirement.Team);
        return
        [
            .. snapshot.Table<Team>().Where(team => requirements.Contains(team.Code))
                .Select(team => Of(team.Code, [.. requirements[team.Code]], skill => skills.Find(skill)?.DaysPerLevel ?? 0)),
        ];
    }

    /// <param name="daysPerLevel">Training days for one person to gain one level of a skill.</param>
    public static Readiness Of(string team, IReadOnlyList<SkillRequirement> requirements, Func<string, double> daysPerLevel)
    {
        SkillGap[] rows = [.. requirements.Select(requirement => Row(requirement, daysPerLevel(requirement.Skill)))];
        var required = requirements.Sum(LevelsRequired);
        return new Readiness(
            team,
            required > 0 ? Math.Clamp((double)requirements.Sum(LevelsReached) / required, 0, 1) : null,
            rows.Sum(row => row.TrainingDays),
            rows);
    }

    public Explanation Explain(ModelSnapshot? model = null)
    {
        var required = Rows.Sum(row => LevelsRequired(row.Requirement));
        var title = $"Readiness of {ModelInput.NameOf<Team>(model, Team)}";
        return Share is not { } share
            ? Explanation.Unknown(title, "No level of any skill is required yet.", FigureUnit.Share)
            : new Explanation(
                title,
                "Levels reached, at most those required, divided by levels required; each level counts weight times people.",
                share,
                FigureUnit.Share,
                [.. Rows.Select(row => Term(model, row.Requirement, required))],
                ["Self-rated skills are inflated; ask who rated them."],
                [
                    .. Rows.Where(row => row.Gap > 0).OrderByDescending(row => row.Priority).Take(3).Select(row =>
                        $"{FigureText.Of(row.TrainingDays)} days of training in {ModelInput.NameOf<Skill>(model, row.Requirement.Skill)} "
                        + $"would bring readiness to {FigureText.Percent(share + ((double)row.Priority / required))}."),
                ])
            {
                Formula = Formula.Of("reached", Rows.Sum(row => LevelsReached(row.Requirement))) / Formula.Of("required", required),
            };
    }

    private static ExplanationTerm Term(ModelSnapshot? model, SkillRequirement r, long required)
    {
        var skill = ModelInput.Of<Skill>(model, r.Skill);
        return new ExplanationTerm(skill.Name, [skill], (double)LevelsReached(r) / required, $"level {r.Current} of {r.Required}")
        {
            Formula = Formula.Of("weight", r.Weight) * Formula.Of("people", r.People) * Formula.Of("level", Math.Min(r.Current, r.Required))
                / Formula.Of("required", required),
        };
    }

    private static long LevelsRequired(SkillRequirement r) => (long)r.Weight * r.People * r.Required;

    private static long LevelsReached(SkillRequirement r) => (long)r.Weight * r.People * Math.Min(r.Current, r.Required);

    private static SkillGap Row(SkillRequirement requirement, double daysPerLevel)
    {
        var gap = Math.Max(0, requirement.Required - requirement.Current);
        return new SkillGap(
            requirement,
            gap,
            requirement.People * gap * daysPerLevel,
            (long)requirement.Weight * requirement.People * gap,
            requirement.Weight >= DecisiveWeight && gap >= BarrierGap);
    }
}
