namespace OperatingModel.Domain.Strategy;

/// <summary>A result the board wants.</summary>
/// <param name="Owner">The c-suite role that answers for it.</param>
public sealed record StrategicObjective(
    [property: Code] string Code,
    [property: Text(200)] string Name,
    [property: Text(60)] string? Owner) : ModelRow
{
    public override RowKey Key => RowKey.Of(Code);
}
