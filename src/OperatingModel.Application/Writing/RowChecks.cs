using OperatingModel.Domain;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Application.Writing;

/// <summary>What must hold before anything is stored: the integrity rules of the domain that block, and a model that keeps its heading.</summary>
internal static class RowChecks
{
    public static IEnumerable<ModelProblem> Check(ModelSnapshot? before, ModelSnapshot after, IReadOnlyList<RowChange> changes) =>
        after.Table<ModelMeta>().Count == 1
            ? (before is null ? ModelRules.Check(after) : ModelRules.CheckChanges(after, changes)).Where(problem => problem.Blocks)
            :
            [
                new(
                    "no-heading",
                    Severity.Error,
                    ModelTables.Of<ModelMeta>().Name,
                    null,
                    "A model has exactly one heading; change it instead of adding or removing it."),
            ];
}
