using System.Numerics;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.JSInterop;
using OperatingModel.Web.Setup;

namespace OperatingModel.Web.Tests.Setup;

public sealed class LeanCallsTests(SharedServer shared) : IClassFixture<SharedServer>
{
    [Fact]
    public async Task A_window_describes_no_interface_of_the_numbers_in_its_calls_to_the_browser()
    {
        await using var window = shared.Server.Services.CreateAsyncScope();
        var options = LeanCalls.OptionsOf((JSRuntime)window.ServiceProvider.GetRequiredService<IJSRuntime>());
        JsonSerializer.Serialize(new object?[] { 1, "a", null, new List<string> { "b" } }, options).ShouldBe("""[1,"a",null,["b"]]""");
        options.TryGetTypeInfo(typeof(INumber<int>), out _).ShouldBeFalse();
        options.TryGetTypeInfo(typeof(IReadOnlyList<string>), out _).ShouldBeTrue();
    }
}
