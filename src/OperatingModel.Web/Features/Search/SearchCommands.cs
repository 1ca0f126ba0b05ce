namespace OperatingModel.Web.Features.Search;

/// <summary>The commands that work on every page, with other words by which people look for them.</summary>
internal static class SearchCommands
{
    public static IEnumerable<SearchEntry> Of(ModelAddress? model) => [.. Always, .. model is { } open ? OfModel(open) : []];

    private static IReadOnlyList<SearchEntry> Always { get; } =
    [
        Run("Undo", "undo", "take back revert"),
        Run("Redo", "redo", "again repeat"),
        Run("Switch between light and dark", "theme", "theme appearance colours mode"),
        Run("Comfortable or compact rows", "density", "density spacing height"),
        Run("Fold or unfold the navigation", "fold", "menu sidebar"),
        Run("Print this page", "print", "paper pdf"),
        Run("Keys and words", "help", "help shortcuts keyboard glossary terms"),
        Open("New model", Urls.Models, "create add import load template sample file"),
    ];

    private static IEnumerable<SearchEntry> OfModel(ModelAddress model) =>
    [
        Open("Try other weights", Urls.HeatMap(model, "?panel=weights"), "what if alpha gamma sliders stages"),
        File("Export the priorities as a spreadsheet", Urls.PrioritiesFile(model, "xlsx"), "xlsx excel download ranking"),
        File("Export the priorities as a table", Urls.PrioritiesFile(model, "csv"), "csv download ranking"),
        File("Export the priorities as data", Urls.PrioritiesFile(model, "json"), "json download ranking"),
        File("Export the model as a file", Urls.ModelFile(model.Model), "json download backup save copy"),
        Open("Start a campaign", Urls.Campaigns(model, "?new=1"), "new assess survey"),
    ];

    private static SearchEntry Run(string name, string action, string words) => new("Command", "", name, null, action, words);

    private static SearchEntry Open(string name, string url, string words) => new("Command", "", name, url, Words: words);

    private static SearchEntry File(string name, string url, string words) => new("Command", "", name, url, Words: words, IsFile: true);
}
