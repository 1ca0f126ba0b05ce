using System.Diagnostics;
using System.Globalization;
using OperatingModel.Domain.Portfolio;

namespace OperatingModel.Benchmarks.Portfolios;

/// <summary>The COIN-OR solver <c>cbc</c> as oracle and peer: a portfolio problem as a mixed-integer programme in an LP file.</summary>
internal static class Cbc
{
    public const string Missing = "cbc is not installed (Debian package coinor-cbc)";

    public static bool IsPresent { get; } =
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "cbc")));

    /// <summary>The value of the best selection; null when it did not finish in time.</summary>
    public static double? Solve(string file, int seconds)
    {
        using var process = Process.Start(
            new ProcessStartInfo("cbc", [file, "sec", $"{seconds}", "solve", "quit"]) { RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (output.Contains("Stopped on time", StringComparison.Ordinal))
        {
            return null;
        }

        var found = output.Split('\n').FirstOrDefault(line => line.StartsWith("Objective value:", StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"cbc gave no value for {file}:{Environment.NewLine}{output}");
        return double.Parse(found.Split(':')[1], CultureInfo.InvariantCulture);
    }

    /// <summary>
    /// Maximise what initiatives remove alone less the loss s of each cell that several could lift beyond its target.
    /// </summary>
    public static void Write(PortfolioProblem problem, string file)
    {
        var number = problem.Candidates.Select((candidate, j) => (candidate.Code, j)).ToDictionary(pair => pair.Code, pair => pair.j);
        var lifts = problem
            .Candidates.SelectMany(
                (candidate, j) =>
                    candidate.Uplifts.Select(u => (Place: (u.Capability, u.BusinessUnit), j, Levels: candidate.SuccessProbability * u.Levels)))
            .ToLookup(lift => lift.Place);
        var cells = problem
            .Cells.Where(cell => cell.Need > 0)
            .Select(cell => (cell.WorthOfLevel, Gap: (double)cell.Gap!.Value, Lifts: lifts[(cell.Capability, cell.BusinessUnit)].ToArray()))
            .ToArray();
        var shared = cells.Where(cell => cell.Lifts.Sum(lift => Math.Min(lift.Levels, cell.Gap)) > cell.Gap).ToArray();
        using var writer = new StreamWriter(file);
        writer.WriteLine("Maximize");
        Terms(writer, cells.SelectMany(cell => cell.Lifts.Select(lift => (lift.j, Worth: cell.WorthOfLevel * Math.Min(lift.Levels, cell.Gap))))
            .GroupBy(pair => pair.j).Select(group => (group.Sum(pair => pair.Worth), $"x{group.Key}")));
        Terms(writer, shared.Select((cell, k) => (-cell.WorthOfLevel, $"s{k}")));
        writer.WriteLine("Subject To");
        for (var r = 0; r < problem.Rounds.Count; r++)
        {
            Terms(writer, problem.Candidates.Select((candidate, j) => ((double)candidate.Costs[r], $"x{j}")));
            writer.WriteLine($" <= {problem.Rounds[r].Budget}");
        }

        for (var k = 0; k < shared.Length; k++)
        {
            Terms(writer, shared[k].Lifts.Select(lift => (Math.Min(lift.Levels, shared[k].Gap), $"x{lift.j}")).Append((-1, $"s{k}")));
            writer.WriteLine($" <= {shared[k].Gap.ToString(CultureInfo.InvariantCulture)}");
        }

        WriteRules(writer, problem, number);
    }

    private static void WriteRules(StreamWriter writer, PortfolioProblem problem, Dictionary<string, int> number)
    {
        foreach (
            var (candidate, prerequisite) in problem.Candidates.SelectMany(candidate => candidate.Prerequisites.Select(p => (candidate.Code, p))))
        {
            writer.WriteLine($" x{number[candidate]} - x{number[prerequisite]} <= 0");
        }

        foreach (
            var group in problem.Candidates.Where(candidate => candidate.ExclusionGroup is not null).GroupBy(candidate => candidate.ExclusionGroup))
        {
            writer.WriteLine($" {string.Join(" + ", group.Select(candidate => $"x{number[candidate.Code]}"))} <= 1");
        }

        writer.WriteLine("Bounds");
        foreach (var candidate in problem.Candidates.Where(candidate => candidate.Vetoed || candidate.Mandatory))
        {
            writer.WriteLine($" x{number[candidate.Code]} = {(candidate.Mandatory ? 1 : 0)}");
        }

        writer.WriteLine("Binaries");
        writer.WriteLine($" {string.Join("\n ", number.Values.Select(j => $"x{j}"))}");
        writer.WriteLine("End");
    }

    // One term per line: the format limits the length of a line.
    private static void Terms(StreamWriter writer, IEnumerable<(double Coefficient, string Variable)> terms)
    {
        foreach (var (coefficient, variable) in terms.Where(term => term.Coefficient != 0))
        {
            writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $" {(coefficient < 0 ? '-' : '+')} {Math.Abs(coefficient):R} {variable}"));
        }
    }
}
