namespace OperatingModel.Domain.Access;

/// <summary>What can be done with a row.</summary>
[Flags]
public enum RowActions
{
    None = 0,
    Read = 1,
    Add = 2,
    Change = 4,
    Remove = 8,
    All = 15,
}
