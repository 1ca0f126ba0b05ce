using OperatingModel.Domain.Teams;

namespace OperatingModel.Domain.People;

/// <summary>Something people can do; proficiency 0 none, 1 awareness, 2 working, 3 proficient, 4 expert.</summary>
/// <param name="DaysPerLevel">Training days for one person to gain one level.</param>
public sealed record Skill(
    [property: Code] string Code,
    [property: Text(120)] string Name,
    [property: Between(Ranges.Least, Ranges.Days)] double DaysPerLevel) : ModelRow
{
    public override RowKey Key => RowKey.Of(Code);
}

/// <summary>Need and present level of a team in a skill.</summary>
/// <param name="Current">Present proficiency, 0..4.</param>
/// <param name="Required">Needed proficiency, 0..4.</param>
/// <param name="Weight">1 useful .. 3 decisive.</param>
public sealed record SkillRequirement(
    [property: Ref(typeof(Team))] string Team,
    [property: Ref(typeof(Skill))] string Skill,
    [property: Between(0, Ranges.People)] int People,
    [property: Between(0, 4)] int Current,
    [property: Between(0, 4)] int Required,
    [property: Between(1, 3)] int Weight) : ModelRow
{
    public override RowKey Key => RowKey.Of(Team, Skill);
}

/// <summary>A measure that closes a skill gap.</summary>
public sealed record Training(
    [property: Code] string Code,
    [property: Text(120)] string Name,
    [property: Ref(typeof(Skill))] string Skill,
    Quarter? Quarter) : ModelRow
{
    public override RowKey Key => RowKey.Of(Code);
}

/// <summary>How ready a group is for change: the five ADKAR elements, each 1..5.</summary>
public sealed record ChangeReadiness(
    [property: Text(120)] string Group,
    [property: Between(1, 5), FileName("Awareness")] int Awareness,
    [property: Between(1, 5), FileName("Desire")] int Desire,
    [property: Between(1, 5), FileName("Knowledge")] int Knowledge,
    [property: Between(1, 5), FileName("Ability")] int Ability,
    [property: Between(1, 5), FileName("Reinforcement")] int Reinforcement) : ModelRow
{
    public override RowKey Key => RowKey.Of(Group);
}
