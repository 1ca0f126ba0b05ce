using System.Collections;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace OperatingModel.Domain;

/// <summary>One list of a model without its row type, for code that treats all lists alike.</summary>
public interface ITable
{
    ModelTable Definition { get; }

    IReadOnlyList<ModelRow> Rows { get; }

    ModelRow? Find(RowKey key);

    ITable With(IEnumerable<RowChange> changes);

    /// <summary>
    /// The changes that lead from this list to another of the same type, in the order of both. Parts that the two share are skipped.
    /// </summary>
    IReadOnlyList<RowChange> ChangesTo(ITable other);
}

/// <summary>
/// One list of a model: immutable, in its order, with look-up by key. An edit in place copies one chunk and shares the rest
/// with the list before, so a new revision of a large model costs microseconds.
/// </summary>
public sealed class Table<T> : IReadOnlyList<T>, ITable where T : ModelRow
{
    private const int ChunkBits = 10;
    private const int ChunkSize = 1 << ChunkBits;

    private readonly T[][] _chunks;
    private readonly Lazy<FrozenDictionary<RowKey, int>> _index;
    private readonly ImmutableDictionary<RowKey, int> _appended;

    private Table(T[][] chunks, int count, Lazy<FrozenDictionary<RowKey, int>> index, ImmutableDictionary<RowKey, int> appended) =>
        (_chunks, Count, _index, _appended) = (chunks, count, index, appended);

    public static Table<T> Empty { get; } = Of([]);

    public int Count { get; }

    public ModelTable Definition => ModelTables.Of<T>();

    public T this[int index] => (uint)index < (uint)Count
        ? _chunks[index >> ChunkBits][index & (ChunkSize - 1)]
        : throw new ArgumentOutOfRangeException(nameof(index));

    /// <summary>The row with this key.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public T this[RowKey key] => Find(key) ?? throw new KeyNotFoundException($"{Definition.Name} has no {key}.");

    /// <summary>
    /// A list of these rows, ordered by position, and by key where positions are equal, so that a stored list comes back as it was.
    /// </summary>
    /// <exception cref="ArgumentException">Two rows have the same key.</exception>
    public static Table<T> Of(IEnumerable<T> rows)
    {
        T[] sorted = [.. rows.OrderBy(row => row.Position).ThenBy(row => row.Key)];
        var index = new Dictionary<RowKey, int>(sorted.Length);
        for (var i = 0; i < sorted.Length; i++)
        {
            index.Add(sorted[i].Key, i);
        }

        return new Table<T>(
            [.. sorted.Chunk(ChunkSize)],
            sorted.Length,
            new(() => index.ToFrozenDictionary()),
            ImmutableDictionary<RowKey, int>.Empty);
    }

    public T? Find(RowKey key) => IndexOf(key) is var index and >= 0 ? this[index] : null;

    public T? Find(string code) => Find(RowKey.Of(code));

    public bool TryGet(RowKey key, [NotNullWhen(true)] out T? row) => (row = Find(key)) is not null;

    public bool Contains(string code) => IndexOf(RowKey.Of(code)) >= 0;

    /// <summary>Where the row stands in this list, from 0; -1 when there is none.</summary>
    public int IndexOf(RowKey key) => _appended.TryGetValue(key, out var index) || _index.Value.TryGetValue(key, out index) ? index : -1;

    /// <summary>The list after these changes.</summary>
    /// <exception cref="InvalidOperationException">A change does not fit: an added key exists, or a changed or removed one does not.</exception>
    public Table<T> With(IEnumerable<RowChange> changes)
    {
        var result = this;
        List<RowChange>? reordering = null;
        foreach (var change in changes)
        {
            if (change is { Before: not null, After: T after } && after.Position == change.Before.Position)
            {
                result = result.Replace(after);
            }
            else if (
                reordering is null
                && change is { Before: null, After: T added }
                && (result.Count == 0 || Follows(added, result[result.Count - 1])))
            {
                result = result.Append(added);
            }
            else
            {
                (reordering ??= []).Add(change);
            }
        }

        return reordering is null ? result : result.Reorder(reordering);
    }

    /// <inheritdoc cref="ITable.ChangesTo"/>
    public IReadOnlyList<RowChange> ChangesTo(Table<T> other)
    {
        // Both lists have the same order, so they are read side by side; a row that moved is met twice.
        var changes = new List<RowChange>();
        var halves = new Dictionary<RowKey, int>();
        for (int i = 0, j = 0; i < Count || j < other.Count;)
        {
            if (i == j && SharesChunk(other, i))
            {
                i = j = Math.Min(Count, i + ChunkSize);
                continue;
            }

            var (before, after) = (i < Count ? this[i] : null, j < other.Count ? other[j] : null);
            var order = Compare(before, after);
            if (order == 0 && before != after)
            {
                changes.Add(new RowChange(Definition, before, after));
            }
            else if (order != 0)
            {
                AddHalf(changes, halves, order < 0 ? new RowChange(Definition, before, null) : new RowChange(Definition, null, after));
            }

            (i, j) = (order <= 0 ? i + 1 : i, order >= 0 ? j + 1 : j);
        }

        return changes;
    }

    public IEnumerator<T> GetEnumerator()
    {
        foreach (var chunk in _chunks)
        {
            foreach (var row in chunk)
            {
                yield return row;
            }
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    IReadOnlyList<ModelRow> ITable.Rows => this;

    ModelRow? ITable.Find(RowKey key) => Find(key);

    ITable ITable.With(IEnumerable<RowChange> changes) => With(changes);

    IReadOnlyList<RowChange> ITable.ChangesTo(ITable other) => ReferenceEquals(this, other) ? [] : ChangesTo((Table<T>)other);

    private static bool Follows(T row, T last) => row.Position > last.Position || (row.Position == last.Position && row.Key > last.Key);

    private static int Compare(T? one, T? other) =>
        one is null ? 1
        : other is null ? -1
        : one.Position != other.Position ? one.Position.CompareTo(other.Position)
        : one == other ? 0
        : one.Key.CompareTo(other.Key);

    private static void AddHalf(List<RowChange> changes, Dictionary<RowKey, int> halves, RowChange half)
    {
        if (!halves.TryAdd(half.Key, changes.Count))
        {
            var at = halves[half.Key];
            changes[at] = new RowChange(half.Table, half.Before ?? changes[at].Before, half.After ?? changes[at].After);
            return;
        }

        changes.Add(half);
    }

    private bool SharesChunk(Table<T> other, int index) =>
        index % ChunkSize == 0 && index < Count && index < other.Count
        && ReferenceEquals(_chunks[index >> ChunkBits], other._chunks[index >> ChunkBits]);

    private Table<T> Replace(T row)
    {
        var index = IndexOf(row.Key);
        if (index < 0)
        {
            throw new InvalidOperationException($"{Definition.Name} has no {row.Key} to change.");
        }

        T[][] chunks = [.. _chunks];
        var chunk = (T[])chunks[index >> ChunkBits].Clone();
        chunk[index & (ChunkSize - 1)] = row;
        chunks[index >> ChunkBits] = chunk;
        return new Table<T>(chunks, Count, _index, _appended);
    }

    private Table<T> Append(T row)
    {
        if (IndexOf(row.Key) >= 0)
        {
            throw new InvalidOperationException($"{Definition.Name} already has {row.Key}.");
        }

        // The look-up of appended rows stays small; a long one is folded into the main look-up.
        if (_appended.Count >= ChunkSize)
        {
            return Of(this.Append<T>(row));
        }

        var last = Count & (ChunkSize - 1);
        T[][] chunks = last == 0 ? [.. _chunks, [row]] : [.. _chunks[..^1], [.. _chunks[^1], row]];
        return new Table<T>(chunks, Count + 1, _index, _appended.Add(row.Key, Count));
    }

    private Table<T> Reorder(List<RowChange> changes)
    {
        var rows = this.ToDictionary(row => row.Key);
        foreach (var change in changes.Where(c => c.Before is not null))
        {
            if (!rows.Remove(change.Key))
            {
                throw new InvalidOperationException($"{Definition.Name} has no {change.Key} to change or remove.");
            }
        }

        foreach (var change in changes)
        {
            if (change.After is T after && !rows.TryAdd(change.Key, after))
            {
                throw new InvalidOperationException($"{Definition.Name} already has {change.Key}.");
            }
        }

        return Of(rows.Values);
    }
}
