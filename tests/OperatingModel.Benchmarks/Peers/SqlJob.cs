namespace OperatingModel.Benchmarks.Peers;

/// <summary>The job in SQL, set-based, the same for every engine but for two words.</summary>
/// <param name="Greatest">The engine's name for the greater of two values.</param>
/// <param name="CreateTable">How the engine makes a table that need not last.</param>
internal sealed record SqlJob(string Greatest, string CreateTable)
{
    private const string Sums =
        "SUM(applicable) AS applicable, SUM(known) AS known, SUM(heat) AS heat, SUM(quality) AS quality, MAX(peak) AS peak, SUM(cells) AS "
            + "cells, SUM(known_cells) AS known_cells";

    private const string WeightedSums =
        "SUM(u * applicable) AS applicable, SUM(u * known) AS known, SUM(u * heat) AS heat, SUM(u * quality) AS quality, MAX(peak) AS "
            + "peak, SUM(cells) AS cells, SUM(known_cells) AS known_cells";

    private const string Figure =
        "(COALESCE(heat / NULLIF(known, 0), 0) + 100 * known / applicable + COALESCE(peak, 0) + 10 * COALESCE(quality / NULLIF(known, 0), "
            + "0) + cells / 1000.0 + known_cells / 1000.0)";

    private static readonly string[] Results = ["cell", "leaf_unit", "node_unit", "node_all", "stage_unit", "stage_all", "priority"];

    public static IEnumerable<string> Clear() => Results.Select(name => $"DROP TABLE IF EXISTS {name}");

    public IEnumerable<string> Statements(int staleThrough)
    {
        yield return Make("cell", Cells(staleThrough));
        yield return Make("leaf_unit", $"SELECT leaf, unit, {CellSums("in_leaf")}, SUM(heat) AS plain FROM cell GROUP BY leaf, unit");
        yield return Make("node_unit", $"SELECT a.node, p.unit, {Sums} FROM leaf_unit p JOIN ancestor a ON a.leaf = p.leaf GROUP BY a.node, p.unit");
        yield return Make("node_all", $"SELECT p.node, {WeightedSums} FROM node_unit p JOIN unit ON unit.unit = p.unit GROUP BY p.node");
        yield return Make("stage_unit", $"SELECT stage, unit, {CellSums("in_stage")} FROM cell GROUP BY stage, unit");
        yield return Make("stage_all", $"SELECT p.stage, {WeightedSums} FROM stage_unit p JOIN unit ON unit.unit = p.unit GROUP BY p.stage");
        yield return Make("priority", Priorities);
    }

    /// <summary>One row with the parts of the fingerprint.</summary>
    public string FingerprintQuery { get; } = $"""
        SELECT (SELECT SUM((CASE WHEN node < 0 THEN -0.5 ELSE node + 1 END) * (unit + 1) * {Figure}) FROM node_unit),
               (SELECT SUM((CASE WHEN node < 0 THEN -0.5 ELSE node + 1 END) * {Figure}) FROM node_all),
               (SELECT SUM((stage + 1) * (unit + 1) * {Figure}) FROM stage_unit),
               (SELECT SUM((stage + 1) * {Figure}) FROM stage_all),
               (SELECT SUM((leaf + 1) * priority) FROM priority),
               (SELECT CAST(SUM((leaf + 1) * place) AS DOUBLE PRECISION) FROM priority)
        """;

    private const string Priorities = """
        SELECT leaf, priority, RANK() OVER (ORDER BY priority DESC) AS place
        FROM (SELECT p.leaf, 10 * (n.heat + p.imputed * (n.applicable - n.known)) / leaf.size AS priority
              FROM (SELECT leaf, SUM(u * plain) / SUM(u * known_cells) AS imputed
                    FROM leaf_unit JOIN unit ON unit.unit = leaf_unit.unit GROUP BY leaf) p
              JOIN leaf ON leaf.leaf = p.leaf
              JOIN node_all n ON n.node = leaf.node) x
        """;

    private string Cells(int staleThrough) =>
        $"""
            SELECT leaf, stage, unit, in_stage, in_stage * v AS in_leaf,
                   4.0 * importance * {Greatest}(0, target - current) AS heat,
                   CASE WHEN confidence IS NOT NULL
                        THEN 0.3 + 0.3 * {Greatest}(0, confidence - CASE WHEN day <= {staleThrough} THEN 1 ELSE 0 END) END AS quality
            FROM (SELECT l.leaf, l.stage, u.unit, l.k * f.size AS in_stage, t.v,
                         CASE WHEN s.link IS NULL THEN g.importance ELSE s.importance END AS importance,
                         CASE WHEN s.link IS NULL THEN g.current ELSE s.current END AS current,
                         CASE WHEN s.link IS NULL THEN g.target ELSE s.target END AS target,
                         CASE WHEN s.link IS NULL THEN g.confidence ELSE s.confidence END AS confidence,
                         CASE WHEN s.link IS NULL THEN g.day ELSE s.day END AS day
                  FROM link l
                  JOIN leaf f ON f.leaf = l.leaf
                  JOIN stage t ON t.stage = l.stage
                  CROSS JOIN unit u
                  LEFT JOIN not_applicable n ON n.leaf = l.leaf AND n.unit = u.unit
                  LEFT JOIN general g ON g.leaf = l.leaf AND g.unit = u.unit
                  LEFT JOIN specific s ON s.link = l.link AND s.unit = u.unit
                  WHERE n.leaf IS NULL) resolved
            """;

    private static string CellSums(string mass) =>
        $"SUM({mass}) AS applicable, COALESCE(SUM(CASE WHEN heat IS NOT NULL THEN {mass} END), 0) AS known, COALESCE(SUM({mass} * heat), 0) AS heat, "
        + $"COALESCE(SUM({mass} * quality), 0) AS quality, MAX(heat) AS peak, COUNT(*) AS cells, COUNT(heat) AS known_cells";

    private string Make(string name, string query) => $"{CreateTable} {name} AS {query}";
}
