using System.Text;

namespace OperatingModel.Benchmarks.Measures;

/// <summary>What was found, on the screen and as a file.</summary>
internal sealed class Report
{
    private readonly StringBuilder _text = new();
    private readonly List<string> _goals = [];

    /// <summary>How many goals were missed.</summary>
    public int Missed { get; private set; }

    public void Line(string text = "")
    {
        Console.WriteLine(text);
        _text.AppendLine(text);
    }

    /// <summary>A goal stated as a bound on a ratio.</summary>
    public void Goal(string name, string what, double value, double bound, bool atLeast)
    {
        var holds = atLeast ? value >= bound : value <= bound;
        Missed += holds ? 0 : 1;
        _goals.Add(
            string.Create(
                System.Globalization.CultureInfo.InvariantCulture,
                $"| {name} | {what} | {value:0.###} | {(atLeast ? "≥" : "≤")} {bound:0.###} | {(holds ? "pass" : "**miss**")} |"));
    }

    public void NotMeasured(string name, string what, string reason) => _goals.Add($"| {name} | {what} | – | – | {reason} |");

    /// <summary>A part that ended with a fault: its goals count as missed.</summary>
    public void Failed(string part, Exception exception)
    {
        Missed++;
        Line($"{part} failed: {exception}");
        _goals.Add($"| {part} | | – | – | **failed**: {exception.Message.ReplaceLineEndings(" ")} |");
    }

    public void Finish(string folder)
    {
        Line();
        Line("| goal | what | measured | bound | |");
        Line("|---|---|---|---|---|");
        _goals.ForEach(Line);
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "benchmark.md"), _text.ToString());
    }
}
