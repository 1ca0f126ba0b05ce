using OperatingModel.Domain.Editing;

namespace OperatingModel.Domain.Organisation;

/// <summary>A type of decision whose rights are laid down.</summary>
public sealed record DecisionType([property: Text(120)] string Decision) : ModelRow
{
    public override RowKey Key => RowKey.Of(Decision);
}

/// <summary>What one role does for a type of decision.</summary>
/// <param name="Holder">Code of a role, organisation unit or c-suite role.</param>
/// <param name="Letters">Of R responsible, A accountable, C consulted, I informed, V veto; each at most once.</param>
public sealed record DecisionRight(
    [property: Ref(typeof(DecisionType))] string Decision,
    [property: Text(60), Mentions(typeof(Role), typeof(OrganisationUnit))] string Holder,
    [property: Text(5)] string Letters) : ModelRow
{
    public const string AllLetters = "RACIV";

    public override RowKey Key => RowKey.Of(Decision, Holder);
}
