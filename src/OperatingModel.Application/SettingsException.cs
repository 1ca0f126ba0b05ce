namespace OperatingModel.Application;

/// <summary>One setting that is wrong: its key, and a sentence with the legal values.</summary>
public sealed record SettingProblem(string Key, string Message);

/// <summary>The program cannot start with these settings. Carries every problem found, not only the first.</summary>
public sealed class SettingsException(IReadOnlyList<SettingProblem> problems)
    : Exception($"Some settings are wrong:{Environment.NewLine}{string.Join(Environment.NewLine, problems.Select(p => $"  {p.Key}: {p.Message}"))}")
{
    public IReadOnlyList<SettingProblem> Problems { get; } = problems;
}
