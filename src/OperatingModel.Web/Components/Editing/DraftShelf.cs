using Microsoft.JSInterop;
using OperatingModel.Application;
using OperatingModel.Application.Access;
using OperatingModel.Application.Drafts;
using OperatingModel.Application.Persistence;
using OperatingModel.Domain;
using OperatingModel.Web.Components.Layout;

namespace OperatingModel.Web.Components.Editing;

/// <summary>
/// What this user was typing in the open model, read once when it is first asked for. A tab that comes back after a reload finds
/// its own draft; a new tab finds the newest that no other tab of the list has overtaken.
/// </summary>
public sealed class DraftShelf(DraftStore store, Workbench bench, CurrentUser user, IJSRuntime js, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim _one = new(1, 1);
    private Dictionary<string, Draft> _drafts = [];
    private Guid? _model;
    private string? _tab;

    public async Task<Draft?> FindAsync(string place)
    {
        await _one.WaitAsync();
        try
        {
            if (bench.Model?.Id is { } model && _model != model)
            {
                var tab = await TabAsync();
                var all = await store.LoadAsync(model, user, "");
                _drafts = all.GroupBy(draft => draft.Place).ToDictionary(same => same.Key, same => same.FirstOrDefault(draft => draft.Tab == tab) ?? same.First());
                _model = model;
            }

            return _drafts.GetValueOrDefault(place);
        }
        finally
        {
            _one.Release();
        }
    }

    /// <returns>Whether it is kept; what cannot be kept now is tried with the next key.</returns>
    public async Task<bool> SaveAsync(string place, string text, long seenVersion)
    {
        try
        {
            if (bench.Model?.Id is { } model)
            {
                var tab = await TabAsync();
                await store.SaveAsync(model, user, place, tab, text, seenVersion);
                _drafts[place] = new Draft(place, tab, text, seenVersion, time.GetUtcNow());
            }

            return true;
        }
        catch (Exception exception) when (exception is StorageUnavailableException or NotFoundException or ModelRuleException or JSDisconnectedException or TaskCanceledException)
        {
            return false;
        }
    }

    public async Task DropAsync(string place)
    {
        if (!_drafts.Remove(place, out var draft) || bench.Model?.Id is not { } model)
        {
            return;
        }

        try
        {
            var tab = await TabAsync();
            await store.DeleteAsync(model, user, place, tab);
            if (draft.Tab != tab)
            {
                await store.DeleteAsync(model, user, place, draft.Tab);
            }
        }
        catch (Exception exception) when (exception is StorageUnavailableException or JSDisconnectedException or TaskCanceledException)
        {
            // It is offered once more, and can be given up then.
        }
    }

    public void Dispose() => _one.Dispose();

    private async Task<string> TabAsync()
    {
        if (_tab is null)
        {
            await using var shell = await js.InvokeAsync<IJSObjectReference>("import", "./js/shell.js");
            _tab = await shell.InvokeAsync<string>("tab");
        }

        return _tab;
    }
}
