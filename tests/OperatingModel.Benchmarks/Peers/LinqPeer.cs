namespace OperatingModel.Benchmarks.Peers;

/// <summary>What a developer would write first: objects, dictionaries, LINQ.</summary>
internal sealed class LinqPeer : IPeer
{
    private PeerTables _tables = null!;
    private Dictionary<(int, int), JudgementRow> _general = null!;
    private Dictionary<(int, int), JudgementRow> _specific = null!;
    private HashSet<(int, int)> _notApplicable = null!;
    private ILookup<int, int> _ancestors = null!;
    private List<(int Node, int Unit, Sums Sums)> _nodes = null!;
    private List<(int Node, Sums Sums)> _nodesOfAll = null!;
    private List<(int Stage, int Unit, Sums Sums)> _stages = null!;
    private List<(int Stage, Sums Sums)> _stagesOfAll = null!;
    private List<(int Leaf, double Priority, int Rank)> _priorities = null!;

    public string Name => "C# LINQ over objects";

    public void Load(Enterprise enterprise, PeerTables tables)
    {
        _tables = tables;
        _general = tables.General.ToDictionary(row => (row.Place, row.Unit));
        _specific = tables.Specific.ToDictionary(row => (row.Place, row.Unit));
        _notApplicable = [.. tables.NotApplicable];
        _ancestors = tables.Ancestors.ToLookup(pair => pair.Leaf, pair => pair.Node);
    }

    public void Run(DateOnly asOf)
    {
        var cells = Cells(PeerTables.StaleThrough(asOf)).ToList();
        var leafUnits = cells.GroupBy(cell => (cell.Link.Leaf, cell.Unit))
            .Select(group => (group.Key.Leaf, group.Key.Unit, Sums: Sums.Of(group, cell => cell.InLeaf), Plain: group.Sum(cell => cell.Heat ?? 0)))
            .ToList();
        _nodes =
        [
            .. leafUnits
                .SelectMany(part => _ancestors[part.Leaf], (part, node) => (Node: node, part.Unit, part.Sums))
                .GroupBy(part => (part.Node, part.Unit))
                .Select(group => (group.Key.Node, group.Key.Unit, Sums.Of(group.Select(part => part.Sums)))),
        ];
        _nodesOfAll =
        [
            .. _nodes
                .GroupBy(part => part.Node)
                .Select(group => (group.Key, Sums.Of(group.Select(part => part.Sums.Times(_tables.UnitShares[part.Unit]))))),
        ];
        _stages =
        [
            .. cells
                .GroupBy(cell => (cell.Link.Stage, cell.Unit))
                .Select(group => (group.Key.Stage, group.Key.Unit, Sums.Of(group, cell => cell.InStage))),
        ];
        _stagesOfAll =
        [
            .. _stages
                .GroupBy(part => part.Stage)
                .Select(group => (group.Key, Sums.Of(group.Select(part => part.Sums.Times(_tables.UnitShares[part.Unit]))))),
        ];
        var priorities = leafUnits
            .GroupBy(part => part.Leaf)
            .Select(leaf =>
                (Leaf: leaf.Key, Priority: Priority(leaf.Key, [.. leaf.Select(part => (_tables.UnitShares[part.Unit], part.Sums, part.Plain))])))
            .OrderByDescending(leaf => leaf.Priority)
            .ToList();
        _priorities = [.. priorities.Select(leaf => (leaf.Leaf, leaf.Priority, 1 + priorities.FindIndex(other => other.Priority == leaf.Priority)))];
    }

    public Fingerprint Fingerprint() => new(
        _nodes.Sum(part => (part.Node < 0 ? -0.5 : part.Node + 1) * (part.Unit + 1) * part.Sums.Figure),
        _nodesOfAll.Sum(part => (part.Node < 0 ? -0.5 : part.Node + 1) * part.Sums.Figure),
        _stages.Sum(part => (part.Stage + 1) * (part.Unit + 1) * part.Sums.Figure),
        _stagesOfAll.Sum(part => (part.Stage + 1) * part.Sums.Figure),
        _priorities.Sum(part => (part.Leaf + 1) * part.Priority),
        _priorities.Sum(part => (part.Leaf + 1.0) * part.Rank));

    public void Dispose()
    {
    }

    private IEnumerable<Cell> Cells(int staleThrough) =>
        from link in _tables.Links
        from unit in Enumerable.Range(0, _tables.UnitShares.Count)
        where !_notApplicable.Contains((link.Leaf, unit))
        let judgement = _specific.GetValueOrDefault((link.Link, unit)) ?? _general.GetValueOrDefault((link.Leaf, unit))
        let inStage = link.Contribution * _tables.Leaves[link.Leaf].Size
        select new Cell(
            link,
            unit,
            inStage,
            inStage * _tables.StageShares[link.Stage],
            judgement is null ? null : 4.0 * judgement.Importance * Math.Max(0, judgement.Target - judgement.Current),
            judgement is null ? 0 : 0.3 + (0.3 * Math.Max(0, judgement.Confidence - (judgement.Day <= staleThrough ? 1 : 0))));

    private double Priority(int leaf, IReadOnlyList<(double Share, Sums Sums, double Plain)> units)
    {
        var known = units.Sum(unit => unit.Share * unit.Sums.KnownCells);
        var imputed = units.Sum(unit => unit.Share * unit.Plain) / known;
        return 10
            * units.Sum(unit => unit.Share * (unit.Sums.Heat + (imputed * (unit.Sums.Applicable - unit.Sums.Known))))
            / _tables.Leaves[leaf].Size;
    }

    private sealed record Cell(LinkRow Link, int Unit, double InStage, double InLeaf, double? Heat, double Quality);

    private sealed record Sums(double Applicable, double Known, double Heat, double Quality, double Peak, int Cells, int KnownCells)
    {
        public double Figure =>
            (Known > 0 ? (Heat / Known) + (10 * Quality / Known) : 0) + (100 * Known / Applicable) + Peak + (Cells / 1000.0) + (KnownCells / 1000.0);

        public static Sums Of(IEnumerable<Cell> cells, Func<Cell, double> mass) =>
            cells.Aggregate(new Sums(0, 0, 0, 0, 0, 0, 0), (sums, cell) =>
                cell.Heat is { } heat
                    ? new Sums(
                        sums.Applicable + mass(cell),
                        sums.Known + mass(cell),
                        sums.Heat + (mass(cell) * heat),
                        sums.Quality + (mass(cell) * cell.Quality),
                        Math.Max(sums.Peak, heat),
                        sums.Cells + 1,
                        sums.KnownCells + 1)
                    : sums with
                    {
                        Applicable = sums.Applicable + mass(cell),
                        Cells = sums.Cells + 1,
                    });

        public static Sums Of(IEnumerable<Sums> parts) =>
            parts.Aggregate(
                (a, b) =>
                    new Sums(
                        a.Applicable + b.Applicable,
                        a.Known + b.Known,
                        a.Heat + b.Heat,
                        a.Quality + b.Quality,
                        Math.Max(a.Peak, b.Peak),
                        a.Cells + b.Cells,
                        a.KnownCells + b.KnownCells));

        public Sums Times(double factor) =>
            this with
            {
                Applicable = Applicable * factor,
                Known = Known * factor,
                Heat = Heat * factor,
                Quality = Quality * factor,
            };
    }
}
