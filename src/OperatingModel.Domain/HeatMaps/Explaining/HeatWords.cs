namespace OperatingModel.Domain.HeatMaps.Explaining;

/// <summary>How explanations name things.</summary>
internal static class HeatWords
{
    /// <summary>The anchor an assessor chose for a level of maturity, 0..5.</summary>
    public static string Maturity(int level) => level switch
    {
        0 => "does not exist or fails its purpose",
        1 => "done by individual effort",
        2 => "works in places, depends on the team",
        3 => "one defined way, supported end to end",
        4 => "measured and integrated in real time",
        _ => "continuously improved, reference for the industry",
    };

    /// <summary>The anchor an assessor chose for importance, 1..5.</summary>
    public static string Importance(int level) => level switch
    {
        1 => "a table stake nobody would notice",
        2 => "needed, not a reason to choose us",
        3 => "contributes to one objective",
        4 => "directly drives one objective",
        _ => "decides whether a board objective is met",
    };

    /// <summary>By name, e.g. <c>Journey preparation in Pre-flight preparation for Mainline</c>.</summary>
    public static string Scope(HeatCube cube, int node, int stage, int unit) =>
        $"{(node < 0 ? "all capabilities" : cube.Tree[node].Name)}{(stage < 0 ? "" : $" in {cube.Stages[stage].Name}")}"
        + $"{(unit < 0 ? "" : $" for {cube.Units[unit].Name}")}";

    public static string Range(double low, double high) => $"{FigureText.Of(low)}–{FigureText.Of(high)}";

    public static string Count(int count, string noun, string? plural = null) =>
        $"{FigureText.Of(count, 0)} {(count == 1 ? noun : plural ?? noun + "s")}";
}
