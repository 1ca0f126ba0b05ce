using OperatingModel.Domain.Assessments;
using OperatingModel.Domain.Capabilities;
using OperatingModel.Domain.HeatMaps;
using OperatingModel.Domain.Technology;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.Homogeneity;

/// <summary>A unit others can learn from.</summary>
/// <param name="Capabilities">Codes of the capabilities it is the reference for, in the order of the screen.</param>
/// <param name="LevelSteps">Levels others would gain by copying it.</param>
public sealed record Donor(string Unit, IReadOnlyList<string> Capabilities, int LevelSteps);

/// <summary>How alike the business units of a model run their capabilities (F7, F8).</summary>
/// <param name="Capabilities">Leaves, in the order of the screen.</param>
/// <param name="StandardisationIndex">
/// Mean homogeneity, weighted by reach, of the leaves whose quadrant asks for one way of working, 0..1; null when none of them has one.
/// </param>
/// <param name="Donors">Those with the most level steps to give first, then by code.</param>
public sealed record HomogeneityMap(IReadOnlyList<CapabilityHomogeneity> Capabilities, double? StandardisationIndex, IReadOnlyList<Donor> Donors)
{
    public static HomogeneityMap Compute(ModelSnapshot snapshot)
    {
        var cube = snapshot.Cube;
        var ageing = Ageing.Of(snapshot.AsOf, snapshot.Settings.StaleAfterMonths);
        var units = cube
            .Units.Select((unit, index) => (unit.Code, Share: cube.UnitShare(index)))
            .OrderBy(unit => unit.Code, StringComparer.Ordinal)
            .ToArray();
        var exceptions = snapshot.Table<NotApplicable>();
        var stageReach = StageReach(snapshot);
        var applications = LiveApplications(snapshot);
        CapabilityHomogeneity[] leaves = [.. snapshot.Tree.Leaves.Select(Of)];
        var donors = leaves.Where(leaf => leaf.Reference is not null).GroupBy(leaf => leaf.Reference!.Unit, StringComparer.Ordinal)
            .Select(unit => new Donor(unit.Key, [.. unit.Select(leaf => leaf.Capability.Code)], unit.Sum(leaf => leaf.Reference!.LevelSteps)));
        return new HomogeneityMap(
            leaves, IndexOf(leaves), [.. donors.OrderByDescending(donor => donor.LevelSteps).ThenBy(donor => donor.Unit, StringComparer.Ordinal)]);

        CapabilityHomogeneity Of(int node)
        {
            var capability = snapshot.Tree[node];
            var applicable = units.Where(unit => exceptions.Find(RowKey.Of(capability.Code, unit.Code)) is null).ToList();
            UnitPractice[] practices =
            [
                .. from unit in applicable
                   let judged = snapshot.Assessments.Find(Assessment.KeyOf(capability.Code, unit.Code, null))
                   where judged is not null
                   select new UnitPractice(
                       unit.Code, judged.Importance, judged.Current, judged.Target, ageing.Aged(judged.Confidence, judged.AssessedOn), unit.Share),
            ];
            var homogeneity = Dispersion.HomogeneityOf([.. practices.Select(practice => practice.Current)]);
            var quadrant = Quadrants.Of(capability.Standardisation, capability.Integration);
            double? required = quadrant.AsksForStandard() ? snapshot.Settings.RequiredHomogeneity : null;
            return new CapabilityHomogeneity(
                capability,
                practices,
                homogeneity,
                TechnologyOverlap.Of([.. applicable.Select(unit => applications.GetValueOrDefault((capability.Code, unit.Code), []))]),
                quadrant,
                required,
                homogeneity is { } alike ? Math.Max(0, (required ?? 0) - alike) : null,
                ReferencePractice.Of(practices),
                stageReach.GetValueOrDefault(capability.Code) * applicable.Sum(unit => unit.Share));
        }
    }

    /// <summary>Why the standardisation index is what it is.</summary>
    public Explanation ExplainIndex()
    {
        const string Title = "Standardisation index";
        var counting = Counting(Capabilities);
        var reach = counting.Sum(leaf => leaf.Reach);
        return StandardisationIndex is not { } index
            ? Explanation.Unknown(Title, "No capability that asks for one way of working is assessed in two units: unknown.", FigureUnit.Index)
            : new Explanation(
                Title,
                $"Mean homogeneity of {counting.Count} capabilities that ask for one way of working, weighted by reach.",
                index,
                FigureUnit.Index,
                [.. counting.Select(leaf => Term(leaf, reach))],
                ["Alike is not good: units can be alike at a low level. Look at heat beside it."],
                [
                    .. counting.Where(leaf => leaf.Homogeneity < 1).OrderByDescending(leaf => leaf.Reach * (1 - leaf.Homogeneity!.Value)).Take(3)
                        .Select(leaf =>
                        $"With {leaf.Capability.Name} run alike everywhere it would be "
                        + $"{FigureText.Of(index + (leaf.Reach * (1 - leaf.Homogeneity!.Value) / reach), 2)}."),
                ]);
    }

    private static ExplanationTerm Term(CapabilityHomogeneity leaf, double reach) =>
        new(
            leaf.Capability.Name,
            [ModelInput.Of<Capability>(leaf.Capability.Code, leaf.Capability.Name)],
            leaf.Reach * leaf.Homogeneity!.Value / reach)
        {
            Formula =
                Formula.Of("homogeneity", leaf.Homogeneity!.Value, FigureUnit.Index)
                * Formula.Of("share of reach", leaf.Reach / reach, FigureUnit.Share),
        };

    private static double? IndexOf(IReadOnlyList<CapabilityHomogeneity> leaves)
    {
        var counting = Counting(leaves);
        var reach = counting.Sum(leaf => leaf.Reach);
        return reach > 0 ? Math.Clamp(counting.Sum(leaf => leaf.Reach * leaf.Homogeneity!.Value) / reach, 0, 1) : null;
    }

    private static List<CapabilityHomogeneity> Counting(IReadOnlyList<CapabilityHomogeneity> leaves) =>
        [.. leaves.Where(leaf => leaf.Quadrant.AsksForStandard() && leaf.Homogeneity is not null)];

    // Σ v · k over the stages of each capability; the shares of the units where it applies come on top.
    private static Dictionary<string, double> StageReach(ModelSnapshot snapshot)
    {
        var cube = snapshot.Cube;
        var reach = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var link in snapshot.StageLinks)
        {
            var (node, stage) = (snapshot.Tree.IndexOf(link.Capability), cube.StageIndex(link.Stage));
            if (node >= 0 && stage >= 0)
            {
                reach[link.Capability] = reach.GetValueOrDefault(link.Capability) + (cube.StageShare(stage) * cube.Contribution(node, stage));
            }
        }

        return reach;
    }

    private static Dictionary<(string Capability, string Unit), int[]> LiveApplications(ModelSnapshot snapshot)
    {
        var applications = snapshot.Table<BusinessApplication>();
        return snapshot.Table<ApplicationSupport>()
            .Select(support => (support.Capability, support.BusinessUnit, Place: applications.IndexOf(RowKey.Of(support.Application))))
            .Where(support => support.Place >= 0 && applications[support.Place].IsLive)
            .GroupBy(support => (support.Capability, support.BusinessUnit), support => support.Place)
            .ToDictionary(instance => instance.Key, instance => instance.Order().ToArray());
    }
}
