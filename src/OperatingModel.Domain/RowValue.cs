namespace OperatingModel.Domain;

/// <summary>
/// A row of some list as the value of a field of another row: its contents and its place, whatever its version. Two are equal when contents
/// and place are.
/// </summary>
public sealed record RowValue
{
    public RowValue(ModelRow row) => Row = row with { Version = 0 };

    /// <summary>Of version 0.</summary>
    public ModelRow Row { get; }

    public ModelTable Table => ModelTables.Of(Row.GetType());

    public static RowValue? Of(ModelRow? row) => row is null ? null : new(row);

    public bool Equals(RowValue? other) => other is not null && Row == other.Row && Row.Position == other.Row.Position;

    public override int GetHashCode() => Row.GetHashCode();

    public override string ToString() => $"{Table.Name} {Row.Key}";
}
