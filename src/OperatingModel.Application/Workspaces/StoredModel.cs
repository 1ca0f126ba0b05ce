namespace OperatingModel.Application.Workspaces;

/// <summary>The heading of a model in the database. Its revision row is what a write locks.</summary>
internal sealed record StoredModel
{
    public Guid Id { get; init; }

    /// <summary>Copied from the model's own heading, for lists of models.</summary>
    public required string Code { get; init; }

    public required string Name { get; init; }

    /// <summary>Counts the committed changes, from 1.</summary>
    public long Revision { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public required string CreatedBy { get; init; }

    public DateTimeOffset UpdatedAt { get; init; }

    public required string UpdatedBy { get; init; }

    /// <summary>Null unless the model is in the bin, from which it can be restored.</summary>
    public DateTimeOffset? DeletedAt { get; init; }

    public ModelSummary Summary => new(Id, Code, Name, Revision, CreatedAt, CreatedBy, UpdatedAt, UpdatedBy, DeletedAt);
}
