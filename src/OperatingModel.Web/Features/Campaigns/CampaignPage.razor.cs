using OperatingModel.Domain;
using OperatingModel.Domain.Assessments;
using OperatingModel.Web.Components.Controls;
using OperatingModel.Web.Components.Editing;

namespace OperatingModel.Web.Features.Campaigns;

/// <summary>The tabs of the page of a campaign.</summary>
public enum CampaignTab
{
    Progress,
    Sheet,
    Differences,
}

/// <summary>The page of one campaign: the progress of each assessor, the list of one assessor, and the differences with what was agreed.</summary>
public sealed partial class CampaignPage : ModelPage
{
    // Null when there is no such campaign.
    private CampaignStatus _status = default!;
    private string _code = "";
    private CampaignTab _tab;
    private string? _assessor;
    private AskFirst _ask = default!;

    private bool IsGone => IsOpen && _status is null;

    private string Name => _status?.Campaign.Name ?? "";

    private (string Text, string Url)[] Between => [("Campaigns", Urls.Campaigns(Address))];

    protected override Task ShowAsync(IReadOnlyList<RowChange>? changes)
    {
        var query = new ViewQuery(Query);
        _code = query.Text("code") ?? "";
        _tab = query.Choice<CampaignTab>("show");
        _status = Snapshot.Table<Campaign>().Find(_code) is null ? null! : CampaignStatus.Of(Snapshot, _code);
        var asked = query.Text("assessor") ?? "";
        var assessors = _status?.Assessors.Select(assessor => assessor.Assessor).ToList() ?? [];
        // Shows no sheet when the assessor in the address has left the campaign: the user could fill in somebody else's by mistake.
        _assessor = assessors.Find(assessor => assessor == (asked.Length > 0 ? asked : User.Id))
            ?? (asked.Length > 0 ? null : assessors.FirstOrDefault());
        return Task.CompletedTask;
    }

    private void Go(CampaignTab tab, string? assessor) =>
        Go(new Uri(new Uri(Navigation.BaseUri), Urls.Campaign(Address, _code, CampaignQuery.Of(tab, assessor))).Query);

    private async Task CloseAsync()
    {
        var status = _status;
        var open = status.Cells.Count(cell => cell.Agreement is null);
        var consequence =
            $"{Numbers.Count(open, "cell is", "cells are")} not agreed on and keep the assessment they have. What was judged can still be "
                + "read. It can be undone.";
        if (await _ask.AskAsync($"Close {status.Campaign.Name}?", consequence, "Close"))
        {
            await Editor.WriteAsync("Campaign closed", model => CampaignEdits.Close(model, status.Campaign.Code));
        }
    }
}

/// <summary>Writes the view of a campaign as the query of its address.</summary>
internal static class CampaignQuery
{
    public static string Of(CampaignTab tab, string? assessor) => tab switch
    {
        CampaignTab.Progress => "",
        CampaignTab.Sheet when assessor is not null => $"?show=sheet&assessor={Uri.EscapeDataString(assessor)}",
        _ => $"?show={tab.ToString().ToLowerInvariant()}",
    };
}
