using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.JSInterop;

namespace OperatingModel.Web.Setup;

/// <summary>
/// Keeps small what a window remembers of the types in its calls to the browser. Each window has serializer options of its own; they would
/// describe every interface of every argument, 70 KB in all (findings/a-boxed-number-describes-its-interfaces.sh).
/// </summary>
internal static class LeanCalls
{
    private static readonly IJsonTypeInfoResolver Types = new Described();

    /// <summary>To be called after the services of interactive components were added.</summary>
    public static void AddLeanCalls(this IServiceCollection services)
    {
        var runtime = services.Last(service => service.ServiceType == typeof(IJSRuntime)).ImplementationType!;
        services.AddScoped<IJSRuntime>(provider =>
        {
            var calls = (JSRuntime)ActivatorUtilities.CreateInstance(provider, runtime);
            OptionsOf(calls).TypeInfoResolver = Types;
            return calls;
        });
    }

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_JsonSerializerOptions")]
    internal static extern JsonSerializerOptions OptionsOf(JSRuntime calls);

    // No argument, and no member of one, is declared as an interface of numbers or texts.
    private sealed class Described : IJsonTypeInfoResolver
    {
        private readonly DefaultJsonTypeInfoResolver _all = new();

        public JsonTypeInfo? GetTypeInfo(Type type, JsonSerializerOptions options) =>
            type is { IsInterface: true, Namespace: "System" or "System.Numerics" or "System.Runtime.Serialization" }
                ? null : _all.GetTypeInfo(type, options);
    }
}
