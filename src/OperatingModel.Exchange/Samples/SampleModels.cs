using OperatingModel.Domain.Workspaces;
using OperatingModel.Exchange.Json;

namespace OperatingModel.Exchange.Samples;

/// <summary>The models that come with the product.</summary>
public static class SampleModels
{
    /// <summary>The complete airline sample, as a model file.</summary>
    public static byte[] AirlineFile => Resource("airline.json");

    /// <summary>The complete airline sample: every rule of the method shows once.</summary>
    public static ModelSnapshot Airline(DateOnly today) => Sound(ModelFileReader.Read(AirlineFile, today));

    internal static byte[] Resource(string name)
    {
        using var stream = typeof(SampleModels).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The resource {name} is missing from the program.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    internal static ModelSnapshot Sound(ModelReading reading) => reading is { Model: { } model, Problems.Count: 0 }
        ? model
        : throw new InvalidOperationException($"A built-in model is broken: {string.Join(" ", reading.Problems)}");
}
