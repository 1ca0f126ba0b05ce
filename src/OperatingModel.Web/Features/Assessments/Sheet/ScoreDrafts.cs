using System.Collections.Immutable;
using OperatingModel.Domain;
using OperatingModel.Domain.Assessments;
using OperatingModel.Web.Components.Editing;

namespace OperatingModel.Web.Features.Assessments.Sheet;

/// <summary>Scores of the sheet that are not complete yet, kept on the server while they are given, so that a reload loses none.</summary>
internal sealed class ScoreDrafts(DraftShelf shelf)
{
    private const string Prefix = "score:";

    public ImmutableDictionary<RowKey, ScoreDraft> All { get; private set; } = ImmutableDictionary<RowKey, ScoreDraft>.Empty;

    /// <summary>Whether the server has what was given last.</summary>
    public bool IsKept { get; private set; }

    /// <summary>Where the draft of an assessment is kept, given in the sheet or in its own editor.</summary>
    public static string PlaceOf(RowKey key) => Prefix + key.Text;

    /// <summary>The key of a cell's general assessment.</summary>
    public static RowKey KeyOf(string capability, string unit) => Assessment.KeyOf(capability, unit, null);

    public async Task LoadAsync()
    {
        var all = await shelf.AllAsync(Prefix);
        All = all.Select(draft =>
                KeyValuePair.Create(new RowKey(draft.Place[Prefix.Length..]), new ScoreDraft(GivenScores.FromText(draft.Text), draft.SeenVersion)))
            .Where(draft => draft.Key.Text.Split(RowKey.Separator) is [var capability, var unit, ..] && draft.Key == KeyOf(capability, unit))
            .ToImmutableDictionary();
    }

    /// <summary>Holds what is kept elsewhere.</summary>
    public void Hold(RowKey key, ScoreDraft draft) => All = All.SetItem(key, draft);

    /// <summary>Holds it at once; what cannot be kept on the server now is tried again with the next key.</summary>
    public async Task KeepAsync(IReadOnlyCollection<(RowKey Key, ScoreDraft Draft)> drafts)
    {
        (All, IsKept) = (All.SetItems(drafts.Select(cell => KeyValuePair.Create(cell.Key, cell.Draft))), false);
        var isKept = shelf.Model is not null;
        foreach (var (key, draft) in drafts)
        {
            isKept = isKept && await shelf.SaveAsync(shelf.Model!.Value, PlaceOf(key), draft.Scores.ToText(), draft.SeenVersion);
        }

        IsKept = isKept;
    }

    /// <summary>They became assessments, or were given up.</summary>
    public async Task DropAsync(IEnumerable<RowKey> keys)
    {
        List<RowKey> held = [.. keys.Where(All.ContainsKey)];
        All = All.RemoveRange(held);
        foreach (var key in held)
        {
            await shelf.DropAsync(PlaceOf(key));
        }
    }
}
