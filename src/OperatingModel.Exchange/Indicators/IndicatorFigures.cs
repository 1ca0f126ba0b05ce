using System.Text.Json;
using OperatingModel.Domain.Reading;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Exchange.Indicators;

/// <summary>Figures of one indicator that somebody asked for by name.</summary>
/// <param name="IsExact">One figure was meant; otherwise these are all that the name leaves open.</param>
public sealed record FoundFigures(Indicator Indicator, IReadOnlyList<OpenFigure> Figures, bool IsExact);

/// <summary>
/// Finds the figures of a model by their name: the key of an indicator, followed by a path where it has many, e.g. <c>enterprise</c>,
/// <c>priorities.C4.3</c>, <c>byStageAndBusinessUnit.PREP|MAIN</c>. A path into the JSON of the indicator, e.g.
/// <c>teams.T-PRE.cognitive.ratio</c>, finds the figure around it. Dots and bars mean the same.
/// </summary>
public sealed class IndicatorFigures(ModelAnalyses analyses)
{
    private const int Nearest = 5;

    /// <summary>Null when there is no such figure.</summary>
    public FoundFigures? Find(string name)
    {
        var (key, path) = Split(name);
        if (IndicatorsJson.All.FirstOrDefault(indicator => indicator.Key == key) is not { } indicator)
        {
            return null;
        }

        OpenFigure[] figures = [.. indicator.Figures(analyses)];
        if (figures.FirstOrDefault(figure => Plain(figure.Path) == path) is { } exact)
        {
            return new FoundFigures(indicator, [exact], true);
        }

        OpenFigure[] below =
            path.Length == 0 ? figures : [.. figures.Where(figure => Plain(figure.Path).StartsWith(path + '.', StringComparison.Ordinal))];
        if (below.Length > 0 || path.Length == 0)
        {
            return new FoundFigures(indicator, below, false);
        }

        var around = figures
            .Where(figure => $".{path}.".Contains($".{Plain(figure.Path)}.", StringComparison.Ordinal) || figure.Path.Length == 0)
            .MaxBy(figure => figure.Path.Length);
        return around is not null && Leads(path, IndicatorsJson.ElementOf(indicator, analyses)) ? new FoundFigures(indicator, [around], true) : null;
    }

    /// <summary>Names of figures that are spelled most like this one, nearest first.</summary>
    public IReadOnlyList<string> NearestTo(string name)
    {
        var (key, path) = Split(name);
        var indicator = IndicatorsJson.All.FirstOrDefault(indicator => indicator.Key == key);
        var names = indicator is null || path.Length == 0
            ? IndicatorsJson.All.Select(i => i.Key)
            : indicator.Figures(analyses).Select(figure => NameOf(indicator, figure));
        return [.. names.OrderBy(other => NearName.Distance(name, other)).ThenBy(other => other, StringComparer.Ordinal).Take(Nearest)];
    }

    public static string NameOf(Indicator indicator, OpenFigure figure) => figure.Path.Length == 0 ? indicator.Key : $"{indicator.Key}.{figure.Path}";

    private static (string Key, string Path) Split(string name) => name.IndexOf('.', StringComparison.Ordinal) is var dot and > 0
        ? (name[..dot], Plain(name[(dot + 1)..]))
        : (name, "");

    private static string Plain(string path) => path.Replace('|', '.');

    // Names may hold dots themselves, so every name that the path begins with is tried.
    private static bool Leads(string path, JsonElement item) => item.ValueKind switch
    {
        _ when path.Length == 0 => true,
        JsonValueKind.Object => item.EnumerateObject().Any(member => Rest(path, member.Name) is { } rest && Leads(rest, member.Value)),
        JsonValueKind.Array => item.EnumerateArray().Any(row => NamesOf(row).Any(name => Rest(path, name) is { } rest && Leads(rest, row))),
        _ => false,
    };

    private static string? Rest(string path, string name)
    {
        var plain = Plain(name);
        return path == plain ? "" : path.StartsWith(plain + '.', StringComparison.Ordinal) ? path[(plain.Length + 1)..] : null;
    }

    // A row of a list goes by the codes in it.
    private static IEnumerable<string> NamesOf(JsonElement row) => row.ValueKind == JsonValueKind.Object
        ? row.EnumerateObject().Where(member => member.Value.ValueKind == JsonValueKind.String).Select(member => member.Value.GetString()!)
        : row.ValueKind == JsonValueKind.String ? [row.GetString()!] : [];
}
