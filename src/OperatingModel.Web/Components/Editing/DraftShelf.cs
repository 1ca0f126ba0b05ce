using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using OperatingModel.Application;
using OperatingModel.Application.Access;
using OperatingModel.Application.Drafts;
using OperatingModel.Application.Persistence;
using OperatingModel.Domain;
using OperatingModel.Web.Components.Layout;

namespace OperatingModel.Web.Components.Editing;

/// <summary>
/// The drafts of this user in the open model, read from the storage at the first question. A tab finds its own drafts again after a
/// reload; a new tab finds the newest drafts of the tabs that are no longer connected.
/// </summary>
public sealed class DraftShelf(
    DraftStore store,
    OpenTabs tabs,
    Connection connection,
    Workbench bench,
    CurrentUser user,
    Shell shell,
    TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim _one = new(1, 1);
    private readonly ConcurrentDictionary<DraftKeeper, byte> _waiting = [];
    private Dictionary<string, Draft> _drafts = [];
    private Guid? _model;
    private Task<string>? _tab;
    private string _id = "";

    /// <summary>The address of the open model; null while none is open.</summary>
    public ModelAddress? Model => bench.Address;

    /// <summary>Notes that a keeper has text that is not stored yet.</summary>
    internal void AddWaiting(DraftKeeper keeper) => _waiting.TryAdd(keeper, 0);

    /// <summary>Notes that a keeper has no more text to store.</summary>
    internal void RemoveWaiting(DraftKeeper keeper) => _waiting.TryRemove(keeper, out _);

    /// <summary>Stores at once what was typed in this window, because the program is about to end.</summary>
    internal Task KeepAllAsync() => Task.WhenAll(_waiting.Keys.Select(keeper => keeper.KeepNowAsync()));

    public async Task<Draft?> FindAsync(string place)
    {
        await _one.WaitAsync();
        try
        {
            await LoadAsync();
            return _drafts.GetValueOrDefault(Stored(place));
        }
        catch (Exception exception) when (Connection.IsLoss(exception))
        {
            // The browser is away: the field asks again when it is back.
            return null;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Returns the drafts whose places begin with a prefix.</summary>
    public async Task<IReadOnlyList<Draft>> AllAsync(string placePrefix)
    {
        await _one.WaitAsync();
        try
        {
            await LoadAsync();
            var prefix = PrefixOf(Model);
            return
            [
                .. _drafts.Values.Where(draft => draft.Place.StartsWith(prefix + placePrefix, StringComparison.Ordinal))
                    .Select(draft => draft with { Place = draft.Place[prefix.Length..] }),
            ];
        }
        catch (Exception exception) when (Connection.IsLoss(exception))
        {
            return [];
        }
        finally
        {
            _one.Release();
        }
    }

    /// <returns>Whether the draft was stored.</returns>
    public async Task<bool> SaveAsync(ModelAddress model, string place, string text, long seenVersion)
    {
        place = Folded(PrefixOf(model) + place);
        await _one.WaitAsync();
        try
        {
            await LoadAsync();
            var tab = await TabAsync();
            await store.SaveAsync(model.Model, user, place, tab, text, seenVersion);
            if (model.Model == _model)
            {
                _drafts[place] = new Draft(place, tab, text, seenVersion, time.GetUtcNow());
            }

            return true;
        }
        catch (Exception exception) when (Connection.IsLoss(exception)
            || exception is StorageUnavailableException or NotFoundException or ModelRuleException)
        {
            return false;
        }
        finally
        {
            _one.Release();
        }
    }

    public async Task DropAsync(string place)
    {
        place = Stored(place);
        await _one.WaitAsync();
        try
        {
            await LoadAsync();
            if (_model is { } model && _drafts.Remove(place, out var draft))
            {
                var tab = await TabAsync();
                await store.DeleteAsync(model, user, place, tab);
                if (draft.Tab != tab)
                {
                    await store.DeleteAsync(model, user, place, draft.Tab);
                }
            }
        }
        catch (Exception exception) when (Connection.IsLoss(exception) || exception is StorageUnavailableException)
        {
            // The page will offer the draft once more, and the user can give it up then.
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Returns the id of this browser tab.</summary>
    /// <exception cref="OperationCanceledException">The connection was lost; ask again.</exception>
    public async Task<string> TabAsync()
    {
        var asked = _tab ??= AskTabAsync();
        try
        {
            return await asked;
        }
        catch
        {
            // The next caller asks the browser again; another may have done so by now.
            _ = Interlocked.CompareExchange(ref _tab, null, asked);
            throw;
        }
    }

    // The semaphore is not disposed of: calls that began before the window was closed still finish and release it.
    public void Dispose()
    {
        connection.Changed -= OnConnectionChanged;
        tabs.Leave(this);
    }

    private void OnConnectionChanged()
    {
        if (connection.IsUp)
        {
            tabs.Enter(this, _id);
        }
        else
        {
            tabs.Leave(this);
        }
    }

    private async Task<string> AskTabAsync()
    {
        _id = await shell.TabAsync();
        tabs.Enter(this, _id);
        connection.Changed += OnConnectionChanged;
        return _id;
    }

    private async Task LoadAsync()
    {
        if (bench.Model?.Id is { } model && _model != model)
        {
            var tab = await TabAsync();
            var all = await store.LoadAsync(model, user, "");
            _drafts = all.Where(draft => draft.Tab == tab || !tabs.Has(draft.Tab))
                .GroupBy(draft => draft.Place)
                .ToDictionary(same => same.Key, same => same.FirstOrDefault(draft => draft.Tab == tab) ?? same.First());
            _model = model;
        }
    }

    private string Stored(string place) => Folded(PrefixOf(Model) + place);

    // A draft belongs to the scenario it was typed in. Only places in a scenario begin with "@".
    private static string PrefixOf(ModelAddress? model) => model?.Scenario is { } scenario ? $"@{Uri.EscapeDataString(scenario)}/" : "";

    // A place is made of codes and may be longer than the storage allows; a hash then stands for its end.
    private static string Folded(string place) => place.Length <= Draft.MaxPlaceLength ? place
        : $"{place[..(Draft.MaxPlaceLength - 64)]}{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(place)))}";
}
