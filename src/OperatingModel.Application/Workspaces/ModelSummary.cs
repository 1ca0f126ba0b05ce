namespace OperatingModel.Application.Workspaces;

/// <summary>A model as lists of models show it.</summary>
/// <param name="Revision">Counts the committed changes, from 1.</param>
/// <param name="DeletedAt">Null unless the model is in the bin.</param>
public sealed record ModelSummary(
    Guid Id,
    string Code,
    string Name,
    long Revision,
    DateTimeOffset CreatedAt,
    string CreatedBy,
    DateTimeOffset UpdatedAt,
    string UpdatedBy,
    DateTimeOffset? DeletedAt);
