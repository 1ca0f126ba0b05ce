namespace OperatingModel.Web.CommandLine;

/// <summary>One line on a terminal that shows progress; each report overwrites the one before, and the end clears the line.</summary>
internal sealed class ProgressLine(TextWriter terminal) : IProgress<string>, IDisposable
{
    private readonly Lock _lock = new();
    private string _shown = "";

    public void Report(string value)
    {
        lock (_lock)
        {
            if (value != _shown)
            {
                terminal.Write($"\r{value.PadRight(_shown.Length)}");
                _shown = value;
            }
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            if (_shown.Length > 0)
            {
                terminal.Write($"\r{new string(' ', _shown.Length)}\r");
                _shown = "";
            }
        }
    }
}
