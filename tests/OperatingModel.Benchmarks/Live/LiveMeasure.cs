using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using OperatingModel.Benchmarks.Measures;

namespace OperatingModel.Benchmarks.Live;

/// <summary>
/// What it takes to follow others: twenty people score the airline while a hundred heat maps of it are open, all on one server. This build
/// against an earlier one, in turn, each a published program that is started anew in each round. Goals are ratios of medians.
/// </summary>
/// <remarks>
/// The people type at once, each into a capability of their own at a pace of their own, the same for both builds: an edit is known again in
/// every map by the row it changes, however many edits one patch brings. A map that does not show an edit before the next one of the same
/// person has lost it: that is counted, and its time, which nobody knows, is left out. The maps and the people are connections without
/// browsers in this process; processor and memory are those of the server's process alone.
/// </remarks>
internal sealed class LiveMeasure(Report report)
{
    private const int Rounds = 3;
    private const int Maps = 100;
    private const int FirstMaps = 2;
    private const int People = 20;
    private const int EditsEach = 6;
    private const int Opened = 11;

    // From one edit of a person to the next, at least and at most twice that.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    // Until a server that nobody uses has collected what opening windows left behind.
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(7);

    /// <param name="before">Folder of the published earlier program.</param>
    /// <param name="now">Folder of this program, published.</param>
    public async Task RunAsync(string before, string now)
    {
        var (old, own) = (new List<Round>(), new List<Round>());
        for (var round = 0; round < Rounds; round++)
        {
            // Whoever goes second finds the machine warm, or busy: each goes first in its turn.
            foreach (var isOwn in round % 2 == 0 ? new[] { false, true } : [true, false])
            {
                (isOwn ? own : old).Add(await MeasureAsync(isOwn ? now : before));
            }
        }

        report.Line();
        report.Line($"## {People} people editing, {Maps} open maps: this build against the one before");
        report.Line();
        report.Line($"| medians of {Rounds} rounds in turn, smallest and largest | before | now | now ÷ before |");
        report.Line("|---|---|---|---|");
        Compare("ms from an edit to its patch in another window, 95th percentile", round => round.Patch95, 0.5);
        Compare("processor ms of the server per edit", round => round.Processor, 1 / 3.0);
        Compare("MB per open map that nobody uses", round => round.Megabytes, 0.7);

        // No slower, as far as can be told.
        Compare("ms to the first map of a window", round => round.Open, 1.1);
        Compare("ms to the map of a page that a link leads to", round => round.Return, 1.1);
        Tell("ms from an edit to its patch in another window, median", round => round.Patch50);
        Tell("edits per second", round => round.Rate);
        report.Line(string.Create(CultureInfo.InvariantCulture, $"| edits lost by a map | {old.Average(Lost):P2} | {own.Average(Lost):P2} | |"));
        report.Goal("L", "edits lost by a map", own.Average(Lost), 0, atLeast: false);

        static double Lost(Round round) => round.Lost;

        void Compare(string what, Func<Round, double> of, double bound) =>
            report.Goal("L", $"{what}: now ÷ before", Tell(what, of), bound, atLeast: false);

        double Tell(string what, Func<Round, double> of)
        {
            var ratio = Median(own.Select(of)) / Median(old.Select(of));
            report.Line(string.Create(CultureInfo.InvariantCulture, $"| {what} | {Text(old, of)} | {Text(own, of)} | {ratio:0.00} |"));
            return ratio;
        }

        static string Text(List<Round> rounds, Func<Round, double> of) => string.Create(
            CultureInfo.InvariantCulture, $"{Median(rounds.Select(of)):#,0.##} ({rounds.Min(of):#,0.##}–{rounds.Max(of):#,0.##})");
    }

    private static double Median(IEnumerable<double> samples) => At(samples, 0.5);

    private static double At(IEnumerable<double> samples, double share)
    {
        double[] sorted = [.. samples.Order()];
        return sorted[(int)(share * (sorted.Length - 1))];
    }

    private static async Task<Round> MeasureAsync(string folder)
    {
        await using var server = await LiveServer.StartAsync(folder);
        var path = $"m/{server.Model}/heat-map";
        var (open, back) = (new List<double>(), new List<double>());
        for (var i = 0; i < Opened; i++)
        {
            var (window, milliseconds) = await GridWindow.OpenAsync(server, path);
            open.Add(milliseconds);
            back.Add(await window.ReturnAsync($"m/{server.Model}/value-chains", path));
            await window.DisposeAsync();
        }

        var sheets = await OpenAsync(server, $"m/{server.Model}/assess?level=6", People);
        await Task.WhenAll(sheets.Select(sheet => sheet.IsEditableAsync()));

        // What all windows share does not count.
        var maps = await OpenAsync(server, path, FirstMaps);
        await Task.Delay(Idle);
        var held = server.Megabytes;
        maps.AddRange(await OpenAsync(server, path, Maps - FirstMaps));
        await Task.Delay(Idle);
        held = (server.Megabytes - held) / (Maps - FirstMaps);

        var editors = sheets.Select((sheet, person) => new Editor(sheet, maps, person)).ToList();
        await Task.WhenAll(editors.Select(editor => editor.EditAsync(1)));
        var (began, processor) = (Stopwatch.GetTimestamp(), server.ProcessorMilliseconds);
        var times = (await Task.WhenAll(editors.Select(editor => editor.EditAsync(EditsEach)))).SelectMany(samples => samples).ToList();
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        const int Edits = People * EditsEach;
        var round = new Round(
            At(times, 0.5),
            At(times, 0.95),
            1 - (times.Count / (double)(Edits * Maps)),
            (server.ProcessorMilliseconds - processor) / Edits,
            held,
            Median(open),
            Median(back),
            Edits / seconds);
        Console.Error.WriteLine($"{folder}: {round}");
        foreach (var window in sheets.Concat(maps))
        {
            await window.DisposeAsync();
        }

        return round;
    }

    private static async Task<List<GridWindow>> OpenAsync(LiveServer server, string path, int count)
    {
        var windows = new List<GridWindow>();
        for (var i = 0; i < count; i++)
        {
            windows.Add((await GridWindow.OpenAsync(server, path)).Window);
        }

        return windows;
    }

    private sealed record Round(
        double Patch50, double Patch95, double Lost, double Processor, double Megabytes, double Open, double Return, double Rate);

    /// <summary>Somebody who scores one cell again and again.</summary>
    private sealed class Editor
    {
        private static readonly string[] Scores = ["515", "424"];

        private readonly GridWindow _sheet;
        private readonly Random _pace;
        private readonly ConcurrentDictionary<GridWindow, long> _seen = [];
        private readonly string _row;
        private string? _column;
        private int _edits;

        public Editor(GridWindow sheet, IReadOnlyList<GridWindow> maps, int person)
        {
            (_sheet, _pace) = (sheet, new Random(person));
            _row = sheet.Rows.Where(row => row.Length > 0).ElementAt(person);
            var row = maps[0].Rows.ToList().IndexOf(_row);
            foreach (var map in maps)
            {
                map.RowChanged += (changed, at) => _ = changed == row && _seen.TryAdd(map, at);
            }
        }

        /// <returns>For each edit and each map that showed it before the next edit the time until then, in milliseconds.</returns>
        public async Task<List<double>> EditAsync(int edits)
        {
            var times = new List<double>();
            await Task.Delay(Pause * _pace.NextDouble());
            for (var edit = 0; edit < edits; edit++)
            {
                _seen.Clear();
                var began = Stopwatch.GetTimestamp();
                await Task.WhenAll(TypeAsync(Scores[_edits++ % Scores.Length]), Task.Delay(Pause + (Pause * _pace.NextDouble())));
                times.AddRange(_seen.Values.Select(at => Stopwatch.GetElapsedTime(began, at).TotalMilliseconds));
            }

            return times;
        }

        // The first time the first cell that takes a score.
        private async Task TypeAsync(string score)
        {
            foreach (var column in _column is null ? _sheet.Columns : [_column])
            {
                if (await _sheet.EditAsync(score, _row, column))
                {
                    _column = column;
                    return;
                }
            }

            throw new InvalidOperationException($"No cell of {_row} takes a score.");
        }
    }
}
