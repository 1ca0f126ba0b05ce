using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Web.Features.Search;

/// <summary>Something that can be found: an element of the model, a page or a command.</summary>
/// <param name="Kind">What it is, in a word.</param>
/// <param name="Url">Where it opens; null for a command.</param>
/// <param name="Action">The browser-side command it runs; null for a place.</param>
internal sealed record SearchEntry(string Kind, string Code, string Name, string? Url, string? Action = null);

/// <summary>Finds elements by code or name. Every word typed must occur; matches at the beginning come first.</summary>
internal static class SearchIndex
{
    public static IReadOnlyList<SearchEntry> Find(string text, ModelSnapshot? model, Guid? modelId, int limit = 12)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return [.. Entries(model, modelId)
            .Select((entry, order) => (entry, order, score: Score(entry, words)))
            .Where(found => found.score >= 0)
            .OrderByDescending(found => found.score).ThenBy(found => found.order)
            .Take(limit)
            .Select(found => found.entry)];
    }

    private static IEnumerable<SearchEntry> Entries(ModelSnapshot? model, Guid? modelId)
    {
        if (model is not null && modelId is { } id)
        {
            foreach (var page in Pages.All)
            {
                yield return new SearchEntry("Page", "", page.Name, page.Url(id));
            }
        }

        yield return new SearchEntry("Page", "", "Models", Urls.Models);
        yield return new SearchEntry("Command", "", "Undo", null, "undo");
        yield return new SearchEntry("Command", "", "Redo", null, "redo");
        yield return new SearchEntry("Command", "", "Switch between light and dark", null, "theme");
        yield return new SearchEntry("Command", "", "Comfortable or compact rows", null, "density");
        yield return new SearchEntry("Command", "", "Fold or unfold the navigation", null, "fold");
        yield return new SearchEntry("Command", "", "Print this page", null, "print");
        if (model is null || modelId is null)
        {
            yield break;
        }

        string Map(string key, string code) => Urls.HeatMap(modelId.Value, $"?{key}={Uri.EscapeDataString(code)}");
        for (var node = 0; node < model.Tree.Count; node++)
        {
            yield return new SearchEntry("Capability", model.Tree[node].Code, model.Tree[node].Name, Map("row", model.Tree[node].Code));
        }

        foreach (var stage in model.Stages)
        {
            yield return new SearchEntry("Stage", stage.Code, stage.Name, Map("col", stage.Code));
        }

        foreach (var unit in model.BusinessUnits)
        {
            yield return new SearchEntry("Business unit", unit.Code, unit.Name, Map("unit", unit.Code));
        }

        foreach (var application in model.Table<Domain.Technology.Application>())
        {
            yield return new SearchEntry("Application", application.Code, application.Name, Urls.Technology(modelId.Value, $"?row={Uri.EscapeDataString(application.Code)}"));
        }

        foreach (var objective in model.Table<Domain.Strategy.StrategicObjective>())
        {
            yield return new SearchEntry("Objective", objective.Code, objective.Name, Urls.Objectives(modelId.Value, $"?row={Uri.EscapeDataString(objective.Code)}"));
        }
    }

    private static int Score(SearchEntry entry, string[] words)
    {
        var score = 0;
        foreach (var word in words)
        {
            var inCode = entry.Code.IndexOf(word, StringComparison.OrdinalIgnoreCase);
            var inName = entry.Name.IndexOf(word, StringComparison.CurrentCultureIgnoreCase);
            if (inCode < 0 && inName < 0)
            {
                return -1;
            }

            score += string.Equals(entry.Code, word, StringComparison.OrdinalIgnoreCase) ? 8
                : inCode == 0 || inName == 0 ? 4
                : inName > 0 && !char.IsLetterOrDigit(entry.Name[inName - 1]) ? 2
                : 0;
        }

        return score;
    }
}
