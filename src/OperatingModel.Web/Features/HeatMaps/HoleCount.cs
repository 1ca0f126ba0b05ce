using OperatingModel.Domain.HeatMaps;
using OperatingModel.Domain.Technology;
using OperatingModel.Domain.Workspaces;
using OperatingModel.Web.Components.Controls;

namespace OperatingModel.Web.Features.HeatMaps;

/// <summary>The technology holes of one kind in sight of the map. The words say that there may be more while scores or ratings are missing.</summary>
/// <param name="Count">The number in words: a number, "at least" a number, "none known" or "unknown".</param>
/// <param name="Note">What the user must know about the number; null when it needs no remark.</param>
/// <param name="First">The first holes, only a few because every open page keeps them.</param>
internal sealed record HoleCount(string Count, string? Note, IReadOnlyList<InstanceEnablement> First)
{
    public static HoleCount None { get; } = new("", null, []);

    public static HoleCount Of(ModelSnapshot model, HeatCube cube, MapScope scope, TechnologyHole kind, int shown)
    {
        var unit = scope.Unit < 0 ? null : cube.Units[scope.Unit].Code;
        bool IsInSight(InstanceEnablement instance) => (unit is null || instance.BusinessUnit == unit)
            && (!scope.IsNarrowed || scope.Leaves.Contains(model.Tree.IndexOf(instance.Capability)));

        // One loop that keeps no list, because a large model has a hundred thousand instances.
        var (all, known, holes, first) = (0, 0, 0, new List<InstanceEnablement>(shown));
        foreach (var instance in model.Enablement.Instances.Where(IsInSight))
        {
            all++;
            known += instance is { Assessment: not null, Value: not null } ? 1 : 0;
            if (instance.Hole == kind && holes++ < shown)
            {
                first.Add(instance);
            }
        }

        var (count, note) = (holes, known) switch
        {
            _ when all == 0 => ("0", "Nothing is in sight."),
            (_, 0) => ("unknown", "Known once capabilities are assessed: important, far from the target, and no application behind it."),
            (0, _) when known == all => ("0", "None: every important gap has a live application behind it."),
            (0, _) => ("none known", $"None among the {Of(known, all)}; the rest is not known."),
            _ when known == all => (Numbers.Whole(holes), null),
            _ => ($"at least {Numbers.Whole(holes)}", $"Among the {Of(known, all)}; the rest is not known."),
        };
        return new HoleCount(count, note, first);
    }

    private static string Of(int known, int all) =>
        $"{Numbers.Whole(known)} of {Numbers.Whole(all)} pairs of capability and business unit that are assessed and rated";
}
