using System.Diagnostics;

namespace OperatingModel.Benchmarks.Measures;

/// <summary>Times of one thing, in milliseconds.</summary>
internal sealed class Timing(string name)
{
    private readonly List<double> _samples = [];

    public string Name { get; } = name;

    public int Count => _samples.Count;

    public double Min => _samples.Min();

    public double Max => _samples.Max();

    public double Median => At(0.5);

    public void Measure(Action action, int times = 1)
    {
        for (var i = 0; i < times; i++)
        {
            var start = Stopwatch.GetTimestamp();
            action();
            _samples.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
    }

    /// <param name="share">0 the fastest .. 1 the slowest.</param>
    public double At(double share) => _samples.Order().ElementAt((int)(share * (_samples.Count - 1)));

    public override string ToString() => $"{Text(Min)} / {Text(Median)} / {Text(Max)}";

    public static string Text(double milliseconds) => milliseconds switch
    {
        >= 100 => milliseconds.ToString("#,0", System.Globalization.CultureInfo.InvariantCulture),
        >= 1 => milliseconds.ToString("0.0", System.Globalization.CultureInfo.InvariantCulture),
        _ => milliseconds.ToString("0.0000", System.Globalization.CultureInfo.InvariantCulture),
    };
}
