namespace OperatingModel.Domain;

/// <summary>One integrity rule of the model: its name, its severity, and its check.</summary>
public sealed class ModelRule
{
    private readonly Action<RuleCheck> _check;

    private ModelRule(string code, Severity severity, bool blocks, Action<RuleCheck> check) =>
        (Code, Severity, Blocks, _check) = (code, severity, blocks, check);

    /// <summary>Stable identifier, unique among <see cref="ModelRules.All"/>.</summary>
    public string Code { get; }

    public Severity Severity { get; }

    /// <summary>Whether a change that breaks the rule is refused, and a file that breaks it not opened.</summary>
    public bool Blocks { get; }

    public override string ToString() => Code;

    internal void Check(RuleCheck check) => _check(check);

    /// <summary>Where it is broken, the model contradicts itself or a formula would fail: no change may break it.</summary>
    internal static ModelRule Error(string code, Action<RuleCheck> check) => new(code, Severity.Error, true, check);

    /// <summary>
    /// Where it is broken, the model is not finished. It is an error to be corrected before anybody trusts the figures, but people must be
    /// able to work towards that step by step.
    /// </summary>
    internal static ModelRule Unfinished(string code, Action<RuleCheck> check) => new(code, Severity.Error, false, check);

    /// <summary>Where it is broken, something is probably not as it was meant.</summary>
    internal static ModelRule Warning(string code, Action<RuleCheck> check) => new(code, Severity.Warning, false, check);
}
