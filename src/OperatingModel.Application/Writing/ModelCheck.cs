using OperatingModel.Domain;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Application.Writing;

/// <summary>What would be wrong with a model after these changes. Whatever is returned keeps the changes from being stored.</summary>
/// <param name="before">Null for a model that is new as a whole.</param>
public delegate IEnumerable<ModelProblem> ModelCheck(ModelSnapshot? before, ModelSnapshot after, IReadOnlyList<RowChange> changes);
