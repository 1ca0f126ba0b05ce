using System.Diagnostics;
using System.Text.Json;

namespace OperatingModel.Benchmarks.Live;

/// <summary>
/// A window that shows a grid, the heat map or the score sheet, and knows what stands in each of its cells. It reads what
/// <c>wwwroot/heat-grid/payload.js</c> reads.
/// </summary>
internal sealed class GridWindow : IAsyncDisposable
{
    private const int Head = 12;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly TaskCompletionSource _edited = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource<long> _shown = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Circuit _circuit = default!;
    private long _grid;
    private byte[] _cells = [];

    // Bytes of a cell.
    private int _size;

    /// <summary>What stands in this row changed: where the row is, and when it came.</summary>
    public event Action<int, long>? RowChanged;

    /// <summary>Codes of the rows; a branch's code is empty, as nothing is typed there.</summary>
    public IReadOnlyList<string> Rows { get; private set; } = [];

    public IReadOnlyList<string> Columns { get; private set; } = [];

    /// <returns>The window, and how long it took from asking for the page to its first picture, in milliseconds.</returns>
    public static async Task<(GridWindow Window, double Milliseconds)> OpenAsync(LiveServer server, string path)
    {
        var window = new GridWindow();
        var began = Stopwatch.GetTimestamp();
        window._circuit = await Circuit.OpenAsync(server.Pages, path, window.Follow);
        return (window, await window.ShownSinceAsync(began));
    }

    /// <summary>Follows a link to another page and one back to this one.</summary>
    /// <returns>How long the way back took until the picture is there, in milliseconds.</returns>
    public async Task<double> ReturnAsync(string elsewhere, string path)
    {
        await _circuit.GoAsync(elsewhere);
        await Task.Delay(TimeSpan.FromSeconds(0.5));
        _shown = new(TaskCreationOptions.RunContinuationsAsynchronously);
        var began = Stopwatch.GetTimestamp();
        await _circuit.GoAsync(path);
        return await ShownSinceAsync(began);
    }

    /// <summary>Until cells may be typed into.</summary>
    public Task IsEditableAsync() => _edited.Task.WaitAsync(Patience);

    /// <summary>Types into a cell.</summary>
    /// <returns>Whether it changed anything.</returns>
    public async Task<bool> EditAsync(string text, string row, string column) =>
        (await _circuit.InvokeAsync(_grid, "OnEdit", text, row, column, row, column).WaitAsync(Patience)).GetBoolean();

    public ValueTask DisposeAsync() => _circuit.DisposeAsync();

    private async Task<double> ShownSinceAsync(long began)
    {
        try
        {
            return Stopwatch.GetElapsedTime(began, await _shown.Task.WaitAsync(Patience)).TotalMilliseconds;
        }
        catch (TimeoutException)
        {
            throw new InvalidOperationException($"No grid was shown: {_circuit.Fault ?? "the server says nothing"}.");
        }
    }

    private void Follow(Circuit.ScriptCall call)
    {
        switch (call.Name)
        {
            case "attach" when call.Arguments[0].ValueEquals("heat-grid/heat-grid.js"):
                _grid = call.Target(3);
                break;
            case "show":
                Show(call);
                break;
            case "patchCells":
                Patch(call);
                break;
            case "setEditing":
                _edited.TrySetResult();
                break;
        }
    }

    private void Show(Circuit.ScriptCall call)
    {
        using (var picture = JsonDocument.Parse(call.Bytes(0)))
        {
            var axes = picture.RootElement.GetProperty("axes");
            Rows = [.. axes.GetProperty("rows").EnumerateArray().Select(row =>
                row.TryGetProperty("isParent", out var isParent) && isParent.GetBoolean() ? "" : row.GetProperty("id").GetString()!)];
            Columns = [.. axes.GetProperty("columns").EnumerateArray().Select(column => column.GetProperty("id").GetString()!)];
        }

        var bytes = call.Bytes(1);
        _size = bytes[1];
        var (before, width) = (_cells, Columns.Count * _size);
        _cells = bytes.AsSpan(Head, Rows.Count * width).ToArray();
        _shown.TrySetResult(call.At);
        for (var row = 0; before.Length == _cells.Length && row < Rows.Count; row++)
        {
            if (!before.AsSpan(row * width, width).SequenceEqual(_cells.AsSpan(row * width, width)))
            {
                RowChanged?.Invoke(row, call.At);
            }
        }
    }

    private void Patch(Circuit.ScriptCall call)
    {
        var bytes = call.Bytes(0);
        var (at, index, last) = (0, 0, -1);
        for (var left = Varint(); left > 0; left--)
        {
            index += Varint();
            bytes.AsSpan(at, _size).CopyTo(_cells.AsSpan(index * _size));
            at += _size + 1;
            var row = index / Columns.Count;
            if (row != last)
            {
                RowChanged?.Invoke(last = row, call.At);
            }
        }

        int Varint()
        {
            for (var (value, shift) = (0, 0); ; shift += 7)
            {
                value |= (bytes[at] & 0x7f) << shift;
                if (bytes[at++] < 0x80)
                {
                    return value;
                }
            }
        }
    }
}
