using OperatingModel.Domain.HeatMaps;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.Leadership;

/// <summary>How close the CIO is to one way of leading.</summary>
/// <param name="Score">100 × mean rating ÷ 4, 0..100.</param>
public sealed record ArchetypeAffinity(CioArchetype Archetype, double Score);

/// <summary>
/// Present leaning of the CIO and the way to the desired one (F21). A self-assessment for conversation, without a claim to validity.
/// </summary>
/// <param name="Affinities">Highest first, ties by name; archetypes without a rated statement are left out.</param>
/// <param name="Lead">The highest; null when nothing is rated.</param>
/// <param name="Margin">Lead over the second in points; null with fewer than two.</param>
/// <param name="IsAmbiguous">The margin is below 10 points.</param>
/// <param name="NextSteps">The three lowest-rated statements of the desired archetype.</param>
public sealed record CioAffinity(
    IReadOnlyList<ArchetypeAffinity> Affinities,
    CioArchetype? Lead,
    double? Margin,
    bool IsAmbiguous,
    CioArchetype? Desired,
    CioStance? Stance,
    IReadOnlyList<CioStatement> NextSteps)
{
    private const int HighestRating = 4;
    private const double ClearMargin = 10;
    private const int StepCount = 3;

    public static CioAffinity Compute(ModelSnapshot snapshot)
    {
        var statements = snapshot.Table<CioStatement>();
        var profile = snapshot.Table<CioProfile>() is { Count: > 0 } profiles ? profiles[0] : null;
        var affinities = TieOrder.Sort(
            statements.GroupBy(statement => statement.Archetype)
                .Select(group => new ArchetypeAffinity(group.Key, 100 * group.Average(statement => statement.Rating) / HighestRating)),
            affinity => affinity.Archetype.ToString(),
            affinity => affinity.Score);
        double? margin = affinities.Count > 1 ? affinities[0].Score - affinities[1].Score : null;
        return new CioAffinity(
            affinities,
            affinities.Count > 0 ? affinities[0].Archetype : null,
            margin,
            margin is { } points && Tolerance.Greater(ClearMargin, points),
            profile?.Desired,
            profile?.Stance,
            [.. statements.Where(statement => statement.Archetype == profile?.Desired).OrderBy(statement => statement.Rating).Take(StepCount)]);
    }

    public Explanation Explain() => Lead is not { } lead
        ? Explanation.Unknown("Leaning of the CIO", "No statement is rated yet.", new FigureUnit("of 100", 1))
        : new Explanation(
            "Leaning of the CIO",
            $"Mean rating of the statements for the highest, {EnumWords.Label(lead)}, on a scale to 100"
                + $"{(IsAmbiguous ? $"; ambiguous, only {FigureText.Of(Margin)} ahead" : "")}.",
            Affinities[0].Score,
            new FigureUnit("of 100", 1),
            [new ExplanationTerm(EnumWords.Label(lead), [], Affinities[0].Score)],
            [
                "A self-assessment for conversation; it claims no validity.",
                .. Affinities.Skip(1).Select(affinity => $"{EnumWords.Label(affinity.Archetype)}: {FigureText.Of(affinity.Score)}."),
                .. Stance == CioStance.ChangeForced ? ["Change is forced from outside: room to shape the role shrinks."] : (string[])[],
            ],
            [.. NextSteps.Select(step => $"{step.Statement} (now {step.Rating} of {HighestRating}).")])
        {
            Formula = 100 * Formula.Of("mean rating", Affinities[0].Score * HighestRating / 100, FigureUnit.Plain) / HighestRating,
        };
}
