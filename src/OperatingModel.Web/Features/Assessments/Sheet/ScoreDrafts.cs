using System.Collections.Immutable;
using Microsoft.JSInterop;
using OperatingModel.Application;
using OperatingModel.Application.Access;
using OperatingModel.Application.Drafts;
using OperatingModel.Application.Persistence;
using OperatingModel.Domain;
using OperatingModel.Domain.Assessments;

namespace OperatingModel.Web.Features.Assessments.Sheet;

/// <summary>Scores that are not complete yet, kept on the server while they are given, so that a reload loses none.</summary>
internal sealed class ScoreDrafts(DraftStore store, Guid model, CurrentUser user, IJSRuntime js)
{
    private const string Prefix = "score:";

    private readonly Dictionary<RowKey, string> _tabs = [];
    private string? _tab;

    public ImmutableDictionary<RowKey, ScoreDraft> All { get; private set; } = ImmutableDictionary<RowKey, ScoreDraft>.Empty;

    /// <summary>This tab's drafts, and for other cells the newest of any tab.</summary>
    public async Task LoadAsync()
    {
        await using (var shell = await js.InvokeAsync<IJSObjectReference>("import", "./js/shell.js"))
        {
            _tab = await shell.InvokeAsync<string>("tab");
        }

        foreach (var same in (await store.LoadAsync(model, user, Prefix)).GroupBy(draft => draft.Place))
        {
            var draft = same.FirstOrDefault(one => one.Tab == _tab) ?? same.First();
            var key = new RowKey(draft.Place[Prefix.Length..]);
            All = All.SetItem(key, new ScoreDraft(GivenScores.FromText(draft.Text), draft.SeenVersion));
            _tabs[key] = draft.Tab;
        }
    }

    /// <summary>Holds it at once; what cannot be kept on the server now is tried again with the next key.</summary>
    public async Task KeepAsync(IReadOnlyCollection<(RowKey Key, ScoreDraft Draft)> drafts)
    {
        All = All.SetItems(drafts.Select(cell => KeyValuePair.Create(cell.Key, cell.Draft)));
        await QuietlyAsync(async tab =>
        {
            foreach (var (key, draft) in drafts)
            {
                await store.SaveAsync(model, user, Prefix + key.Text, tab, draft.Scores.ToText(), draft.SeenVersion);
            }
        });
    }

    /// <summary>They became assessments, or were given up.</summary>
    public async Task DropAsync(IEnumerable<RowKey> keys)
    {
        List<RowKey> held = [.. keys.Where(All.ContainsKey)];
        All = All.RemoveRange(held);
        await QuietlyAsync(async tab =>
        {
            foreach (var key in held)
            {
                await store.DeleteAsync(model, user, Prefix + key.Text, tab);
                if (_tabs.Remove(key, out var other) && other != tab)
                {
                    await store.DeleteAsync(model, user, Prefix + key.Text, other);
                }
            }
        });
    }

    /// <summary>The key of a cell's general assessment.</summary>
    public static RowKey KeyOf(string capability, string unit) => Assessment.KeyOf(capability, unit, null);

    private async Task QuietlyAsync(Func<string, Task> keep)
    {
        try
        {
            await keep(_tab ?? "");
        }
        catch (Exception exception) when (exception is StorageUnavailableException or NotFoundException or ModelRuleException)
        {
            // It is still on the page.
        }
    }
}
