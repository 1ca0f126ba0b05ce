using OperatingModel.Domain.Assessments;
using OperatingModel.Domain.Editing;
using OperatingModel.Domain.Portfolio;

namespace OperatingModel.Domain.Capabilities;

/// <summary>
/// What a leaf carries: its links, judgements, support and money. It is passed on as a whole when the tree changes. The scope of a campaign
/// is not part of it: it means all below a capability as well, and stays where it is.
/// </summary>
internal static class LeafContents
{
    private static readonly (ModelTable Table, ModelField Capability)[] Lists = [.. ModelTables.All
        .Where(table => table.RowType != typeof(Capability))
        .SelectMany(table => table.Fields.Where(field => field.Reference?.Target == typeof(Capability)).Select(field => (table, field)))];

    /// <summary>Everything that any of these capabilities carries, by capability.</summary>
    public static ILookup<string, ModelRow> Of(WorkingCopy copy, IReadOnlySet<string> capabilities) => Lists
        .SelectMany(list => copy.Rows(list.Table).Select(row => (Capability: (string)list.Capability.ValueOf(row)!, Row: row)))
        .Where(carried => capabilities.Contains(carried.Capability))
        .ToLookup(carried => carried.Capability, carried => carried.Row);

    public static List<ModelRow> Of(WorkingCopy copy, string capability) => [.. Of(copy, new HashSet<string> { capability })[capability]];

    /// <summary>Whether a capability carries anything that a parent may not.</summary>
    public static bool Any(WorkingCopy copy, string capability) =>
        Of(copy, capability).Exists(row => row is not (CapabilityObjective or CampaignCapability));

    /// <summary>The same row for another capability.</summary>
    public static ModelRow For(ModelRow carried, string capability)
    {
        var (table, field) = Array.Find(Lists, list => list.Table.RowType == carried.GetType());
        return table.Rewrite(carried, (f, value) => f == field ? capability : value);
    }

    /// <summary>Passes all that the capability carries to its first child, so that every total stays the same.</summary>
    public static void HandOver(WorkingCopy copy, Capability from, string to)
    {
        foreach (var row in Of(copy, from.Code).Where(row => row is not CampaignCapability))
        {
            copy.Remove(row);
            copy.Put(For(row, to));
        }

        var child = copy.Find<Capability>(to)!;
        copy.Put(child with
        {
            Weight = child.Weight ?? from.Weight,
            Standardisation = child.Standardisation ?? from.Standardisation,
            Integration = child.Integration ?? from.Integration,
            OwnerTeam = child.OwnerTeam ?? from.OwnerTeam,
        });
        Clear(copy, from.Code);
    }

    /// <summary>A parent is not weighed, placed or owned itself.</summary>
    public static void Clear(WorkingCopy copy, string capability) =>
        copy.Put(copy.Find<Capability>(capability)! with { Weight = null, Standardisation = null, Integration = null, OwnerTeam = null });

    /// <summary>What one of several parts carries: the same as the whole, but only its share of the money.</summary>
    public static ModelRow Part(ModelRow carried, string capability, int parts) =>
        For(carried is CostAllocation share ? share with { Percent = share.Percent / parts } : carried, capability);

    /// <summary>
    /// Merges what several leaves carry: the stronger link, the higher uplift, the sum of the money. Judgements are not mixed: in each
    /// business unit those of the first leaf that has any there are kept. The result does not apply where none of them applies.
    /// </summary>
    /// <param name="carried">What each of them carries; the first takes precedence.</param>
    public static IEnumerable<ModelRow> United(IReadOnlyList<IReadOnlyCollection<ModelRow>> carried, string capability)
    {
        var judging = carried
            .SelectMany(rows =>
                rows.OfType<Assessment>()
                    .Select(a => a.BusinessUnit)
                    .Except(rows.OfType<NotApplicable>().Select(n => n.BusinessUnit))
                    .Select(unit => (unit, rows)))
            .GroupBy(judged => judged.unit)
            .ToDictionary(unit => unit.Key, unit => unit.First().rows);
        return carried
            .SelectMany(rows => rows.Where(row => row switch
            {
                Assessment a => !judging.TryGetValue(a.BusinessUnit, out var first) ? rows == carried[0] : rows == first,
                NotApplicable n => carried.All(all => all.OfType<NotApplicable>().Any(other => other.BusinessUnit == n.BusinessUnit)),
                _ => true,
            }))
            .Select(row => For(row, capability))
            .GroupBy(row => (row.GetType(), row.Key))
            .Select(same => same.Aggregate(Both));
    }

    private static ModelRow Both(ModelRow first, ModelRow second) => (first, second) switch
    {
        (StageLink one, StageLink two) => one.Strength > two.Strength ? one : one with { Strength = two.Strength },
        (Uplift one, Uplift two) => one with { Levels = Math.Max(one.Levels, two.Levels) },
        (CostAllocation one, CostAllocation two) => one with { Percent = Sum(one.Percent, two.Percent) },
        _ => first,
    };

    // Six sixths of 100 add up to slightly more than 100, which would be outside the scale. A sum that is clearly too large stays as it is.
    private static double Sum(double one, double two) => one + two is var sum && sum - 100 is > 0 and < 1e-9 ? 100 : sum;
}
