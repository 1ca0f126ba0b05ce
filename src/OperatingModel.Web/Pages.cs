namespace OperatingModel.Web;

/// <summary>A page of a model, as the navigation and the search show it.</summary>
/// <param name="Group">The step of the user's thinking it belongs to.</param>
/// <param name="About">What the page is for, in a few words.</param>
internal sealed record ModelPageLink(string Group, string Name, string Icon, Func<Guid, string> Url, string About);

/// <summary>The pages of a model in the order of the user's thinking: customers, capabilities, judgement, insight.</summary>
internal static class Pages
{
    public static IReadOnlyList<ModelPageLink> All { get; } =
    [
        new("Capabilities", "Stages × capabilities", "matrix", model => Urls.StageLinks(model), "Which capability serves which stage, and how strongly"),
        new("Assess", "Scoring sheet", "score", model => Urls.Assess(model), "How well each unit does what it must"),
        new("See", "Heat map", "grid", model => Urls.HeatMap(model), "Where it burns"),
        new("See", "Priorities", "rank", model => Urls.Priorities(model), "What to fund first, and how sure that is"),
    ];
}
