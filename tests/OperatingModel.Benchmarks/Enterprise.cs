using OperatingModel.Domain;
using OperatingModel.Domain.Assessments;
using OperatingModel.Domain.BusinessUnits;
using OperatingModel.Domain.Capabilities;
using OperatingModel.Domain.ValueChains;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Benchmarks;

/// <summary>How large the invented enterprise is.</summary>
internal sealed record EnterpriseSize(string Name, int Leaves, int Stages, int Units, int Links)
{
    public static EnterpriseSize TenThousand { get; } = new("10 k", 137, 30, 20, 500);

    public static EnterpriseSize HundredThousand { get; } = new("100 k", 480, 100, 35, 2_857);

    public static EnterpriseSize Million { get; } = new("1 M", 1_365, 300, 60, 16_667);

    public static EnterpriseSize TenMillion { get; } = new("10 M", 1_365, 300, 60, 166_667);

    public long Cells => (long)Links * Units;
}

/// <summary>
/// An invented enterprise, the same for the same size: a capability tree of four levels, links of three strengths, 92 % of the
/// instances assessed in general, 40 % of the cells by a judgement for their stage, 5 % of the instances not applicable, judgements
/// of the last two years. As a model, and as the plain numbers that the peers load.
/// </summary>
internal sealed class Enterprise
{
    public const int StaleAfterMonths = 12;

    private Enterprise(EnterpriseSize size, ModelSnapshot model) => (Size, Model) = (size, model);

    public static DateOnly Today { get; } = new(2026, 3, 1);

    public EnterpriseSize Size { get; }

    public ModelSnapshot Model { get; }

    public static Enterprise Of(EnterpriseSize size)
    {
        var random = new Random(20260301);
        var (capabilities, leaves) = Capabilities(size.Leaves);
        string[] stages = [.. Enumerable.Range(0, size.Stages).Select(i => $"S{i:000}")];
        string[] units = [.. Enumerable.Range(0, size.Units).Select(i => $"U{i:00}")];
        StageLink[] links = [.. Links(random, size, leaves, stages)];
        NotApplicable[] exceptions =
        [
            .. from leaf in leaves from unit in units where random.Next(100) < 5 select new NotApplicable(leaf, unit, null),
        ];
        ITable[] lists =
        [
            Table<ModelMeta>.Of([new ModelMeta("E", "Enterprise", null, null, "EUR", "kEUR", null, new Quarter(2026, 1), 8, null)]),
            Table<ValueChain>.Of(Placed(Enumerable.Range(0, 3).Select(i => new ValueChain($"CH{i}", $"Chain {i}", i + 1)))),
            Table<Stage>.Of(
                Placed(stages.Select((code, i) => new Stage(code, $"CH{i % 3}", code, (i / 3) + 1, StageKind.Primary, random.Next(1, 100), null)))),
            Table<BusinessUnit>.Of(Placed(units.Select(code => new BusinessUnit(code, code, random.Next(10, 5000), null)))),
            Table<Capability>.Of(Placed(capabilities)),
            Table<StageLink>.Of(Placed(links)),
            Table<NotApplicable>.Of(Placed(exceptions)),
            Table<Assessment>.Of(Placed(Assessments(random, leaves, units, links))),
        ];
        return new Enterprise(size, ModelSnapshot.Of(lists, 1, Today));
    }

    private static (List<Capability> All, string[] Leaves) Capabilities(int count)
    {
        var groups = Math.Max(1, count / 13);
        var all = new List<Capability>();
        for (var i = 0; i < groups; i++)
        {
            var (first, second) = (i / 24, i / 4);
            AddOnce(all, $"C{first:00}", null);
            AddOnce(all, $"C{first:00}.{second:00}", $"C{first:00}");
            AddOnce(all, Group(i), $"C{first:00}.{second:00}");
        }

        string[] leaves = [.. Enumerable.Range(0, count).Select(i => $"{Group(i * groups / count)}.{i:0000}")];
        all.AddRange(leaves.Select(leaf => New(leaf, leaf[..leaf.LastIndexOf('.')], (leaf.Length % 3) + 0.5)));
        return (all, leaves);

        static string Group(int i) => $"C{i / 24:00}.{i / 4:00}.{i:000}";
        static Capability New(string code, string? parent, double? weight) => new(code, parent, $"Capability {code}", weight, null, null, null);
        static void AddOnce(List<Capability> all, string code, string? parent)
        {
            if (all.TrueForAll(c => c.Code != code))
            {
                all.Add(New(code, parent, null));
            }
        }
    }

    private static IEnumerable<StageLink> Links(Random random, EnterpriseSize size, string[] leaves, string[] stages)
    {
        for (var leaf = 0; leaf < leaves.Length; leaf++)
        {
            var count = (int)(((long)size.Links * (leaf + 1) / leaves.Length) - ((long)size.Links * leaf / leaves.Length));
            foreach (var stage in random.GetItems(stages, count * 3).Distinct().Take(count).Union(stages).Take(count))
            {
                yield return new StageLink(
                    stage,
                    leaves[leaf],
                    random.Next(6) switch
                    {
                        0 => LinkStrength.Critical,
                        <= 2 => LinkStrength.Supporting,
                        _ => LinkStrength.Minor,
                    });
            }
        }
    }

    private static IEnumerable<Assessment> Assessments(Random random, string[] leaves, string[] units, StageLink[] links)
    {
        foreach (var (leaf, unit) in from leaf in leaves from unit in units select (leaf, unit))
        {
            if (random.Next(100) < 92)
            {
                yield return Assessed(random, leaf, unit, null);
            }
        }

        foreach (var (link, unit) in from link in links from unit in units select (link, unit))
        {
            if (random.Next(100) < 40)
            {
                yield return Assessed(random, link.Capability, unit, link.Stage);
            }
        }
    }

    private static Assessment Assessed(Random random, string leaf, string unit, string? stage) => new(
        leaf, unit, stage, random.Next(1, 6), random.Next(6), random.Next(6), (Confidence)random.Next(3), Today.AddDays(-random.Next(730)), null);

    private static IEnumerable<T> Placed<T>(IEnumerable<T> rows) where T : ModelRow => rows.Select((row, i) => row with { Position = i + 1 });
}
