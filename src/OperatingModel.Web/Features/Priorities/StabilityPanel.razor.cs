using Microsoft.AspNetCore.Components;
using OperatingModel.Domain.HeatMaps;
using OperatingModel.Domain.HeatMaps.Sensitivity;
using OperatingModel.Domain.Workspaces;
using OperatingModel.Web.Components.Controls;

namespace OperatingModel.Web.Features.Priorities;

/// <summary>Shows how firm the order is. The simulation runs beside the page, reports its progress and can be cancelled.</summary>
public sealed partial class StabilityPanel
{
    private const double CoinTossLow = 0.25;
    private const double CoinTossHigh = 0.75;

    private HeatCube? _shown;
    private IReadOnlyList<StabilityInterval> _intervals = [];
    private IReadOnlyList<ConventionAgreement> _conventions = [];
    private IReadOnlyList<MissingScore> _missing = [];
    private SimulationResult? _result;
    private CancellationTokenSource? _running;
    private double _progress;
    private double _scaleTop = 1;
    private int _k = 5;
    private int _runs = 1000;
    private double _delta = 0.25;
    private uint _seed = 20260101;

    [Parameter, EditorRequired]
    public ModelSnapshot Model { get; set; } = default!;

    [Parameter, EditorRequired]
    public HeatCube Cube { get; set; } = default!;

    /// <summary>Whether the user opened it; if not, it is shown only where there is room beside the list.</summary>
    [Parameter]
    public bool IsAsked { get; set; }

    [Parameter]
    public EventCallback OnClosed { get; set; }

    /// <summary>Raised with the code of the capability that the user chose.</summary>
    [Parameter]
    public EventCallback<string> OnChosen { get; set; }

    protected override void OnParametersSet()
    {
        if (ReferenceEquals(_shown, Cube))
        {
            return;
        }

        _shown = Cube;
        _k = Math.Min(Model.Settings.TopK, Math.Max(1, Cube.Priorities.Ranked.Count()));
        _intervals = [.. Stability.Of(Cube, StabilityScope.TopK, _k).Where(interval => interval.Weight > 0).OrderBy(Slack).Take(12)];
        _scaleTop = Math.Min(1, 1.1 * _intervals.Select(interval => Math.Min(interval.High ?? 0, 4 * interval.Weight)).DefaultIfEmpty(1).Max());
        _conventions = ConventionCheck.Of(Cube);
        _missing = Cube.MissingScores(5);
        _result = null;
        Cancel();
    }

    public void Dispose() => Cancel();

    // The smallest relative change of the weight of a stage, up or down, that changes the first places.
    private static double Slack(StabilityInterval interval) => Math.Min(
        interval.HighPair is null ? double.PositiveInfinity : interval.HighRelative ?? double.PositiveInfinity,
        interval.LowPair is null ? double.PositiveInfinity : -(interval.LowRelative ?? double.NegativeInfinity));

    private async Task SimulateAsync()
    {
        using var running = new CancellationTokenSource();
        (_running, _progress, _result) = (running, 0, null);
        var settings = new SimulationSettings(_runs, _seed, _delta, _k);
        var progress = new Progress<double>(share =>
        {
            // Draws once per percent, because every drawing is a message to the browser.
            if (share - _progress >= 0.01)
            {
                _progress = share;
                _ = InvokeAsync(StateHasChanged);
            }
        });
        try
        {
            var cube = Cube;
            var result = await Task.Run(() => Simulation.Run(cube, settings, progress, running.Token), running.Token);
            _result = ReferenceEquals(cube, Cube) ? result : null;
        }
        catch (OperationCanceledException)
        {
            // The user cancelled it, or the model changed; no figures are shown.
        }
        finally
        {
            _running = null;
        }
    }

    private void Cancel() => _running?.Cancel();

    private string Name(string stage) => Cube.Stages[Cube.StageIndex(stage)].Name;

    private string Title(StabilityInterval interval) => string.Join(" ", new[]
    {
        $"{Name(interval.Stage)}: {Numbers.Percent(interval.Weight, 1)} of all value today.",
        interval.LowPair is { } low
            ? $"Below {Numbers.Percent(interval.Low, 1)} {Capability(low.NowBehind)} passes {Capability(low.NowAhead)}." : "No lower limit.",
        interval.HighPair is { } high
            ? $"Above {Numbers.Percent(interval.High, 1)} {Capability(high.NowBehind)} passes {Capability(high.NowAhead)}." : "No upper limit.",
    });

    private string Capability(string code) => Cube.Tree[Cube.Tree.IndexOf(code)].Name;

    private static string SamePairs(ConventionAgreement agreement) =>
        agreement.Pairs is { Same: var same, Reversed: var reversed } && same + reversed > 0
            ? $"{Numbers.Percent((double)same / (same + reversed))} of pairs"
            : Numbers.Unknown;

    private static string PairsTitle(ConventionAgreement agreement) =>
        $"Pairs of capabilities that keep their order, of those that are not tied; Kendall's τ-b is {Numbers.Two(agreement.TauB)}";

    private static string? CoinToss(SimulationResult result) =>
        result.Ranks.Where(rank => rank.Top is > CoinTossLow and < CoinTossHigh).OrderByDescending(rank => rank.Top).ToList() is { Count: > 1 } tossed
            ? "The last places are a coin toss between "
                + $"{string.Join(" and ", tossed.Take(3).Select(rank => $"{rank.Name} ({Numbers.Percent(rank.Top, 1)})"))}."
            : null;
}
