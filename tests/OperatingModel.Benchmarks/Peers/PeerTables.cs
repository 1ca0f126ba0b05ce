using OperatingModel.Domain.Assessments;
using OperatingModel.Domain.Capabilities;
using OperatingModel.Domain.HeatMaps;

namespace OperatingModel.Benchmarks.Peers;

internal sealed record LeafRow(int Leaf, int Node, double Size);

internal sealed record LinkRow(int Link, int Leaf, int Stage, double Contribution);

internal sealed record JudgementRow(int Place, int Unit, int Importance, int Current, int Target, int Confidence, int Day);

/// <summary>
/// The enterprise as the peers load it: numbers instead of codes, shares already normalised, one table for general judgements (by
/// leaf) and one for those of a stage (by link), the tree as pairs of ancestor and leaf (-1 is everything). All that helps them.
/// </summary>
internal sealed class PeerTables
{
    public PeerTables(Enterprise enterprise)
    {
        var (model, cube) = (enterprise.Model, enterprise.Model.Cube);
        var leafOf = cube.Leaves.Index().ToDictionary(l => model.Tree[l.Item].Code, l => l.Index, StringComparer.Ordinal);
        Leaves = [.. cube.Leaves.Select((node, leaf) => new LeafRow(leaf, node, model.Tree[node].Weight ?? 1))];
        Ancestors = [.. Leaves.SelectMany(leaf => model.Tree.PathUp(leaf.Node).Append(HeatCube.All).Select(node => (node, leaf.Leaf)))];
        StageShares = [.. Enumerable.Range(0, cube.Stages.Count).Select(cube.StageShare)];
        UnitShares = [.. Enumerable.Range(0, cube.Units.Count).Select(cube.UnitShare)];
        Links =
        [
            .. model.StageLinks.Select((link, i) =>
                new LinkRow(i, leafOf[link.Capability], cube.StageIndex(link.Stage), (int)link.Strength / 9.0)),
        ];
        NotApplicable = [.. model.Table<NotApplicable>().Select(n => (leafOf[n.Capability], cube.UnitIndex(n.BusinessUnit)))];
        var linkOf = Links.ToDictionary(link => (link.Leaf, link.Stage), link => link.Link);
        General = [.. model.Assessments.Where(a => a.Stage is null).Select(a => Row(a, leafOf[a.Capability]))];
        Specific =
        [
            .. model.Assessments.Where(a => a.Stage is not null).Select(a => Row(a, linkOf[(leafOf[a.Capability], cube.StageIndex(a.Stage!))])),
        ];

        JudgementRow Row(Assessment a, int place) =>
            new(place, cube.UnitIndex(a.BusinessUnit), a.Importance, a.Current, a.Target, (int)a.Confidence, a.AssessedOn.DayNumber);
    }

    public IReadOnlyList<LeafRow> Leaves { get; }

    public IReadOnlyList<(int Node, int Leaf)> Ancestors { get; }

    public IReadOnlyList<double> StageShares { get; }

    public IReadOnlyList<double> UnitShares { get; }

    public IReadOnlyList<LinkRow> Links { get; }

    public IReadOnlyList<(int Leaf, int Unit)> NotApplicable { get; }

    /// <summary>Place is the leaf.</summary>
    public IReadOnlyList<JudgementRow> General { get; }

    /// <summary>Place is the link.</summary>
    public IReadOnlyList<JudgementRow> Specific { get; }

    /// <summary>Judgements of this day or before are stale.</summary>
    public static int StaleThrough(DateOnly asOf) => Ageing.Of(asOf, Enterprise.StaleAfterMonths).StaleThrough.DayNumber;

    /// <summary>The same tables for every SQL engine: name, columns, rows.</summary>
    public IEnumerable<(string Name, string Columns, IEnumerable<object[]> Rows)> All()
    {
        const string judgement = "unit INTEGER, importance INTEGER, current INTEGER, target INTEGER, confidence INTEGER, day INTEGER";
        yield return (
            "leaf",
            "leaf INTEGER PRIMARY KEY, node INTEGER, size DOUBLE PRECISION",
            Leaves.Select(l => new object[] { l.Leaf, l.Node, l.Size }));
        yield return ("ancestor", "node INTEGER, leaf INTEGER, PRIMARY KEY (leaf, node)", Ancestors.Select(a => new object[] { a.Node, a.Leaf }));
        yield return ("stage", "stage INTEGER PRIMARY KEY, v DOUBLE PRECISION", StageShares.Select((v, i) => new object[] { i, v }));
        yield return ("unit", "unit INTEGER PRIMARY KEY, u DOUBLE PRECISION", UnitShares.Select((u, i) => new object[] { i, u }));
        yield return (
            "link",
            "link INTEGER PRIMARY KEY, leaf INTEGER, stage INTEGER, k DOUBLE PRECISION",
            Links.Select(l => new object[] { l.Link, l.Leaf, l.Stage, l.Contribution }));
        yield return (
            "not_applicable",
            "leaf INTEGER, unit INTEGER, PRIMARY KEY (leaf, unit)",
            NotApplicable.Select(n => new object[] { n.Leaf, n.Unit }));
        yield return ("general", $"leaf INTEGER, {judgement}, PRIMARY KEY (leaf, unit)", General.Select(Values));
        yield return ("specific", $"link INTEGER, {judgement}, PRIMARY KEY (link, unit)", Specific.Select(Values));
    }

    private static object[] Values(JudgementRow row) => [row.Place, row.Unit, row.Importance, row.Current, row.Target, row.Confidence, row.Day];
}
