using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.JSInterop;
using OperatingModel.Domain.Workspaces;
using OperatingModel.Exchange.Samples;
using OperatingModel.Web.Components.Grid;
using OperatingModel.Web.Components.Layout;
using OperatingModel.Web.Features.HeatMaps;

namespace OperatingModel.Web.Tests.Components.Grid;

public sealed class CellGridTests : IAsyncDisposable
{
    private static readonly ModelSnapshot Airline = SampleModels.Airline(new DateOnly(2026, 1, 1));

    private readonly HesitantBrowser _browser = new();
    private readonly Connection _connection;

    public CellGridTests() => _connection = new Connection(_browser);

    public ValueTask DisposeAsync()
    {
        _connection.Dispose();
        return _browser.DisposeAsync();
    }

    [Fact]
    public async Task What_arrives_while_a_grid_is_drawn_again_after_a_reconnect_is_drawn_too()
    {
        var cancel = Xunit.TestContext.Current.CancellationToken;
        var (earlier, later) = (Picture(HeatMapView.Default with { Level = 1 }), Picture(HeatMapView.Default));
        await using var window = new BunitContext();
        window.Services.AddSingleton<IJSRuntime>(_browser).AddSingleton(_connection).AddSingleton(new Shell(_browser, _connection));
        var grid = window.Render<CellGrid>(parameters => parameters
            .Add(one => one.Hints, (_, _) => []).Add(one => one.OnReady, () => Task.CompletedTask));
        await grid.InvokeAsync(() => grid.Instance.ShowAsync(earlier, null, null));

        _browser.Hesitates = true;
        await _connection.OnConnectionDownAsync(null!, cancel);
        await _connection.OnConnectionUpAsync(null!, cancel);
        await grid.InvokeAsync(() => grid.Instance.PatchAsync(later, []));
        await grid.InvokeAsync(_browser.Answer);

        _browser.Shown[^1].ShouldBe(later.Cells());
    }

    private static MapPicture Picture(HeatMapView view) => MapPicture.Of(Airline, Airline.Cube, view);

    /// <summary>Answers what may be typed only when it is told to.</summary>
    private sealed class HesitantBrowser : IJSRuntime, IJSObjectReference
    {
        private readonly TaskCompletionSource _answer = new();

        public bool Hesitates { get; set; }

        public List<byte[]> Shown { get; } = [];

        public void Answer() => _answer.SetResult();

        public ValueTask<TValue> InvokeAsync<TValue>(string identifier, object?[]? args) =>
            InvokeAsync<TValue>(identifier, CancellationToken.None, args);

        public async ValueTask<TValue> InvokeAsync<TValue>(string identifier, CancellationToken cancellationToken, object?[]? args)
        {
            if (identifier == "setEditing" && Hesitates)
            {
                await _answer.Task;
            }
            else if (identifier == "show")
            {
                Shown.Add((byte[])args![1]!);
            }

            return identifier is "import" or "attach" ? (TValue)(object)this : default!;
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
