using OperatingModel.Domain.HeatMaps;
using OperatingModel.Domain.Technology;
using OperatingModel.Domain.Workspaces;
using OperatingModel.Web.Components.Controls;

namespace OperatingModel.Web.Features.HeatMaps;

/// <summary>The holes of one kind in sight of the map. Where something is unassessed or unrated there may be more, and it says so.</summary>
/// <param name="Count">How many, in words: a number, "at least" a number, "none known" or "unknown".</param>
/// <param name="Note">What there is to know about the number; null when it says all.</param>
/// <param name="First">The first of them: every open page keeps these.</param>
internal sealed record HoleCount(string Count, string? Note, IReadOnlyList<InstanceEnablement> First)
{
    public static HoleCount None { get; } = new("", null, []);

    public static HoleCount Of(ModelSnapshot model, HeatCube cube, MapScope scope, TechnologyHole kind, int shown)
    {
        var unit = scope.Unit < 0 ? null : cube.Units[scope.Unit].Code;
        bool IsInSight(InstanceEnablement instance) => (unit is null || instance.BusinessUnit == unit)
            && (!scope.IsNarrowed || scope.Leaves.Contains(model.Tree.IndexOf(instance.Capability)));

        InstanceEnablement[] all = [.. model.Enablement.Instances.Where(IsInSight)];
        InstanceEnablement[] holes = [.. all.Where(instance => instance.Hole == kind)];
        var known = all.Count(instance => instance is { Assessment: not null, Value: not null });
        var (count, note) = (holes.Length, known) switch
        {
            (_, 0) => ("unknown", "Known once capabilities are assessed: important, far from the target, and no application behind it."),
            (0, _) when known == all.Length => ("0", "None: every important gap has a live application behind it."),
            (0, _) => ("none known", $"None among the {Of(known, all.Length)}; of the rest nobody knows."),
            _ when known == all.Length => (Numbers.Whole(holes.Length), null),
            _ => ($"at least {Numbers.Whole(holes.Length)}", $"Among the {Of(known, all.Length)}; of the rest nobody knows."),
        };
        return new HoleCount(count, note, [.. holes.Take(shown)]);
    }

    private static string Of(int known, int all) =>
        $"{Numbers.Whole(known)} of {Numbers.Whole(all)} pairs of capability and business unit that are assessed and rated";
}
