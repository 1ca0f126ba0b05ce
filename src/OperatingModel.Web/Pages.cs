namespace OperatingModel.Web;

/// <summary>A page of a model, as the navigation and the search show it.</summary>
/// <param name="Group">The heading in the navigation under which the page stands.</param>
/// <param name="About">The purpose of the page in a few words.</param>
internal sealed record ModelPageLink(string Group, string Name, string Icon, Func<ModelAddress, string> Url, string About);

/// <summary>The pages of a model in the order in which a user works: customers, capabilities, judgement, insight.</summary>
internal static class Pages
{
    public static IReadOnlyList<ModelPageLink> All { get; } =
    [
        new(
            "",
            "Operating model",
            "home",
            model => Urls.ModelHome(model),
            "The operating model on a page: what there is, what it says, what is missing"),
        new(
            "Customers",
            "Value chains",
            "chain",
            model => Urls.ValueChains(model),
            "How the company serves its customers, and what each stage is worth"),
        new("Customers", "Expectations", "people", model => Urls.Expectations(model), "What customers want, and how well it is met"),
        new("Capabilities", "Capabilities", "tree", model => Urls.Capabilities(model), "What the company must be able to do"),
        new(
            "Capabilities",
            "Stages × capabilities",
            "matrix",
            model => Urls.StageLinks(model),
            "Which capability serves which stage, and how strongly"),
        new("Capabilities", "Technology", "server", model => Urls.Technology(model), "Which application supports what, and where nothing does"),
        new("Capabilities", "Objectives", "target", model => Urls.Objectives(model), "What the board wants, and who answers for it"),
        new("Assess", "Scoring sheet", "score", model => Urls.Assess(model), "How well each unit does what it must"),
        new("Assess", "Campaigns", "campaign", model => Urls.Campaigns(model), "Several people judge the same, then agree"),
        new("See", "Heat map", "grid", model => Urls.HeatMap(model), "Where it burns"),
        new("See", "Priorities", "rank", model => Urls.Priorities(model), "What to fund first, and how sure that is"),
        new("See", "Scenarios", "branch", model => Urls.Scenarios(model), "What if: other choices beside the model, compared and merged"),
        new("Set up", "Settings", "gear", model => Urls.Settings(model), "Name, date, business units and every convention"),
    ];
}
