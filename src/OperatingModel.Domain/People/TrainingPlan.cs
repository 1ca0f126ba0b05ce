using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.People;

/// <summary>A training with the share of the need in its skill that it has to meet.</summary>
/// <param name="Days">Working days over all people; several trainings in one skill meet equal parts of the need.</param>
public sealed record PlannedTraining(Training Training, double Days);

/// <summary>The trainings of one quarter.</summary>
/// <param name="Quarter">Null for trainings without a date.</param>
public sealed record TrainingQuarter(Quarter? Quarter, double Days, IReadOnlyList<PlannedTraining> Trainings);

/// <summary>A skill that people lack and nobody is trained in.</summary>
public sealed record UnplannedSkill(string Skill, double Days);

/// <summary>When the training that F18 asks for takes place, in days by quarter, and which gaps no training closes.</summary>
/// <param name="Quarters">In time order, those without a date last.</param>
/// <param name="Unplanned">Most days first, then by skill.</param>
public sealed record TrainingPlan(IReadOnlyList<TrainingQuarter> Quarters, IReadOnlyList<UnplannedSkill> Unplanned)
{
    public static TrainingPlan Compute(ModelSnapshot snapshot)
    {
        var need = Readiness.Compute(snapshot).SelectMany(team => team.Rows)
            .GroupBy(row => row.Requirement.Skill, StringComparer.Ordinal)
            .ToDictionary(skill => skill.Key, skill => skill.Sum(row => row.TrainingDays), StringComparer.Ordinal);
        var trainings = snapshot.Table<Training>().ToLookup(training => training.Skill);
        var planned = trainings.SelectMany(skill => skill.Select(training =>
            new PlannedTraining(training, need.GetValueOrDefault(skill.Key) / skill.Count())));
        return new TrainingPlan(
            [
                .. planned.GroupBy(p => p.Training.Quarter)
                    .OrderBy(quarter => quarter.Key is null).ThenBy(quarter => quarter.Key)
                    .Select(quarter => new TrainingQuarter(quarter.Key, quarter.Sum(p => p.Days), [.. quarter])),
            ],
            [
                .. need.Where(skill => skill.Value > 0 && !trainings.Contains(skill.Key))
                    .Select(skill => new UnplannedSkill(skill.Key, skill.Value))
                    .OrderByDescending(skill => skill.Days).ThenBy(skill => skill.Skill, StringComparer.Ordinal),
            ]);
    }
}
