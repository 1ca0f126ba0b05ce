using OperatingModel.Domain.Assessments;
using OperatingModel.Domain.Customers;
using OperatingModel.Domain.Scenarios;
using OperatingModel.Domain.Strategy;
using OperatingModel.Domain.Technology;
using OperatingModel.Domain.Workspaces;
using OperatingModel.Web.Components.Controls;

namespace OperatingModel.Web.Features.Search;

/// <summary>Finds elements by code or name, pages and commands. Every word typed must occur; matches at the beginning come first.</summary>
internal static class SearchIndex
{
    /// <summary>The number of units and stages that are combined with capabilities to find a cell by words of both.</summary>
    private const int MaxPartners = 20;

    public static IReadOnlyList<SearchEntry> Find(string text, ModelSnapshot? model, ModelAddress? modelId, int limit = 12)
    {
        var words = TypedWords.Of(text).Words;
        List<SearchEntry> found =
        [
            .. Entries(model, modelId)
                .Select((entry, order) => (entry, order, score: Score(entry, words)))
                .Where(one => one.score >= 0)
                .OrderByDescending(one => one.score).ThenBy(one => one.order)
                .Take(limit)
                .Select(one => one.entry),
        ];
        return found.Count == limit || words.Count < 2 || model is null || modelId is not { } id
            ? found
            : [.. found, .. Cells(words, model, id).Take(limit - found.Count)];
    }

    private static IEnumerable<SearchEntry> Entries(ModelSnapshot? model, ModelAddress? modelId)
    {
        if (model is not null && modelId is { } id)
        {
            foreach (var page in Pages.All)
            {
                yield return new SearchEntry("Page", "", page.Name, page.Url(id), Words: page.About);
            }
        }

        yield return new SearchEntry("Page", "", "Models", Urls.Models);
        foreach (var command in SearchCommands.Of(model is null ? null : modelId))
        {
            yield return command;
        }

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

        foreach (var entry in Others(model, modelId.Value))
        {
            yield return entry;
        }
    }

    // The rows of other lists that have a page, which each entry opens.
    private static IEnumerable<SearchEntry> Others(ModelSnapshot model, ModelAddress id)
    {
        string On(string page, string key, string code, string more = "") =>
            Urls.Page(id, page, $"?{more}{key}={Uri.EscapeDataString(code)}");
        return
        [
            .. model.ValueChains.Select(chain => new SearchEntry("Value chain", chain.Code, chain.Name, Urls.Page(id, "value-chains"))),
            .. model
                .Table<Touchpoint>()
                .Select(touchpoint => new SearchEntry("Touchpoint", touchpoint.Code, touchpoint.Name, On("value-chains", "stage", touchpoint.Stage))),
            .. model
                .Table<Segment>()
                .Select(segment => new SearchEntry("Segment", segment.Code, segment.Name, On("expectations", "segment", segment.Code))),
            .. model
                .Table<Expectation>()
                .Select(expectation => new SearchEntry(
                    "Expectation",
                    expectation.Code,
                    expectation.Statement,
                    On("expectations", "row", expectation.Code))),
            .. model
                .Table<BusinessApplication>()
                .Select(application => new SearchEntry("Application", application.Code, application.Name, On("technology", "row", application.Code))),
            .. model
                .Table<Vendor>()
                .Select(vendor => new SearchEntry("Vendor", vendor.Code, vendor.Name, On("technology", "q", vendor.Name, "tab=Vendors&"))),
            .. model
                .Table<StrategicObjective>()
                .Select(objective => new SearchEntry("Objective", objective.Code, objective.Name, On("objectives", "row", objective.Code))),
            .. model.Table<Kpi>().Select(kpi => new SearchEntry("KPI", kpi.Code, kpi.Name, On("objectives", "row", kpi.Code, "tab=kpis&"))),
            .. model
                .Table<Campaign>()
                .Select(campaign => new SearchEntry("Campaign", campaign.Code, campaign.Name, Urls.Campaign(id, campaign.Code))),
            .. model
                .Table<Scenario>()
                .Where(scenario => scenario.Kind != ScenarioKind.Current)
                .Select(scenario => new SearchEntry(
                    "Scenario", scenario.Code, scenario.Name, Urls.ModelHome(new ModelAddress(id.Model, scenario.Code)))),
            .. from settings in ConventionCatalog.All
               from convention in settings.Conventions
               select new SearchEntry("Setting", convention.Formula, convention.Label, Urls.Settings(id, $"?section={settings.Id}")),
        ];
    }

    // Finds cells by words of a unit or stage and of a capability ("mainline disruption"), and the map of a unit or stage ("heat regional").
    private static IEnumerable<SearchEntry> Cells(IReadOnlyList<string> words, ModelSnapshot model, ModelAddress id)
    {
        IEnumerable<(string Code, string Name, string Key)> partners =
        [
            .. model.BusinessUnits.Select(unit => (unit.Code, unit.Name, "unit")),
            .. model.Stages.Select(stage => (stage.Code, stage.Name, "col")),
        ];
        return
            from partner in partners.Where(partner => words.Any(word => IsIn(word, partner))).Take(MaxPartners)
            let rest = words.Where(word => !IsIn(word, partner)).ToList()
            where rest.Count > 0
            let at = $"{partner.Key}={Uri.EscapeDataString(partner.Code)}"
            from entry in (IEnumerable<SearchEntry>)
            [
                new SearchEntry("Heat map", partner.Code, $"Heat map · {partner.Name}", Urls.HeatMap(id, $"?{at}"), Words: "heat map"),
                .. Enumerable.Range(0, model.Tree.Count).Select(node => model.Tree[node]).Select(capability => new SearchEntry(
                    "Cell", capability.Code, $"{capability.Name} · {partner.Name}",
                    Urls.HeatMap(id, $"?row={Uri.EscapeDataString(capability.Code)}&{at}"), Words: capability.Name)),
            ]
            where rest.All(word => TypedWords.IsIn(word, entry.Kind == "Cell" ? TypedWords.Folded(entry.Code) : "", TypedWords.Folded(entry.Words)))
            select entry;
    }

    private static bool IsIn(string word, (string Code, string Name, string Key) partner) =>
        TypedWords.IsIn(word, TypedWords.Folded(partner.Code), TypedWords.Folded(partner.Name));

    private static int Score(SearchEntry entry, IReadOnlyList<string> words)
    {
        var (code, name, others) = (TypedWords.Folded(entry.Code), TypedWords.Folded(entry.Name), TypedWords.Folded(entry.Words));
        var score = 0;
        foreach (var word in words)
        {
            var at = name.IndexOf(word, StringComparison.Ordinal);
            if (!TypedWords.IsIn(word, code, name) && !others.Contains(word, StringComparison.Ordinal))
            {
                return -1;
            }

            score += code == word ? 8
                : at == 0 || code.StartsWith(word, StringComparison.Ordinal) ? 4
                : at > 0 && !char.IsLetterOrDigit(name[at - 1]) ? 2
                : 0;
        }

        return score;
    }
}
