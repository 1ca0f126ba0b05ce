using System.Globalization;
using OperatingModel.Domain.Capabilities;
using OperatingModel.Domain.Reading;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.Assessments;

/// <summary>What is worth a second look in an assessment.</summary>
internal static class AssessmentRules
{
    public static IReadOnlyList<ModelRule> All { get; } =
    [
        ModelRule.Warning("over-served", OverServed),
        ModelRule.Warning("assessment-without-link", WithoutLink),
        ModelRule.Warning("assessment-in-the-future", InTheFuture),
    ];

    private static void OverServed(RuleCheck check)
    {
        foreach (var a in check.Rows<Assessment>())
        {
            if (a.Current > a.Target)
            {
                check.Report(
                    a,
                    nameof(Assessment.Target),
                    $"Over-served: level {a.Current} is above the target {a.Target}; raise the target or spend less here.");
            }
        }
    }

    private static void WithoutLink(RuleCheck check)
    {
        var links = check.Model.StageLinks;
        var touched = check.Touched<StageLink, (string?, string)>(link => (link.Stage, link.Capability));
        foreach (var a in check.Rows<Assessment, (string?, string)>(a => (a.Stage, a.Capability), touched))
        {
            if (a.Stage is not null && !links.TryGet(RowKey.Of(a.Stage, a.Capability), out _))
            {
                check.Report(
                    a,
                    nameof(Assessment.Stage),
                    $"{a.Capability} is not linked to {a.Stage}, so this assessment counts nowhere; "
                        + "link them, or make the assessment a general one.");
            }
        }
    }

    private static void InTheFuture(RuleCheck check)
    {
        var asOf = check.Model.AsOf;
        foreach (var a in check.Touches<ModelMeta>() ? check.Model.Assessments : check.Rows<Assessment>())
        {
            if (a.AssessedOn > asOf)
            {
                check.Report(a, nameof(Assessment.AssessedOn),
                    $"The date {Day(a.AssessedOn)} lies after {Day(asOf)}, the date as of which the model speaks; correct it.");
            }
        }
    }

    private static string Day(DateOnly date) => DayText.Of(date, CultureInfo.CurrentCulture);
}
