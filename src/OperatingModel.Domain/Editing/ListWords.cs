using System.Globalization;

namespace OperatingModel.Domain.Editing;

/// <summary>What people call the rows of a list.</summary>
public sealed record ListWords(string Singular, string Plural)
{
    private static readonly Dictionary<string, ListWords> Special = new()
    {
        ["meta"] = new("model heading", "model headings"),
        ["settings"] = new("set of settings", "sets of settings"),
        ["notApplicable"] = new("exception to applicability", "exceptions to applicability"),
        ["changeReadiness"] = new("readiness rating", "readiness ratings"),
        ["effort"] = new("line of effort", "lines of effort"),
        ["applications"] = new("application", "applications"),
        ["cioProfile"] = new("CIO profile", "CIO profiles"),
        ["cioStatements"] = new("CIO statement", "CIO statements"),
        ["kpis"] = new("KPI", "KPIs"),
        ["uplifts"] = new("uplift", "uplifts"),
        ["capabilityObjectives"] = new("link to an objective", "links to objectives"),
        ["teamStages"] = new("stage of a team", "stages of teams"),
        ["teamDomains"] = new("domain of a team", "domains of teams"),
        ["teamPriorities"] = new("priority of a team", "priorities of teams"),
        ["teamGoals"] = new("goal of a team", "goals of teams"),
        ["organisationUnitPriorities"] = new("priority of an organisation unit", "priorities of organisation units"),
        ["organisationUnitGoals"] = new("goal of an organisation unit", "goals of organisation units"),
        ["buyingCentreSeats"] = new("seat in a buying centre", "seats in buying centres"),
        ["campaignCapabilities"] = new("capability in a campaign", "capabilities in campaigns"),
        ["campaignUnits"] = new("business unit in a campaign", "business units in campaigns"),
        ["campaignAssessors"] = new("assessor in a campaign", "assessors in campaigns"),
        ["campaignScores"] = new("judgement in a campaign", "judgements in campaigns"),
        ["campaignAgreements"] = new("agreement in a campaign", "agreements in campaigns"),
    };

    public static ListWords Of(ModelTable table) => Special.GetValueOrDefault(table.Name) ?? new(Apart(table.RowType.Name), Apart(table.Name));

    /// <summary>What one row is called, e.g. "capability C1"; the only row of its list needs no code.</summary>
    public static string OfRow(ModelTable table, RowKey key) => table.Name switch
    {
        "meta" => "the model",
        "settings" => "the settings",
        _ => $"{Of(table).Singular} {key}",
    };

    /// <summary>E.g. "1 stage link" or "3 stage links".</summary>
    public string Counted(int count) => string.Create(CultureInfo.CurrentCulture, $"{count:N0} {(count == 1 ? Singular : Plural)}");

    internal static string Apart(string name) =>
        string.Concat(name.Select((letter, i) => char.IsUpper(letter) ? (i == 0 ? "" : " ") + char.ToLowerInvariant(letter) : letter.ToString()));
}
