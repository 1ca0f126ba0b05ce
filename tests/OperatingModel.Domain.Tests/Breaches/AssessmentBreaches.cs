using OperatingModel.Domain.Assessments;
using OperatingModel.Domain.Capabilities;
using static OperatingModel.Domain.Tests.Breaches.Breach;

namespace OperatingModel.Domain.Tests.Breaches;

internal static class AssessmentBreaches
{
    private static readonly Assessment Specific = Airline.Assessments.First(a => a.Stage is not null);

    public static Breach[] All { get; } =
    [
        new("over-served", "assessments C1.1 · MAIN", General(a => a with { Current = 5 })),
        new("assessment-in-the-future", "assessments C1.1 · MAIN", General(a => a with { AssessedOn = new DateOnly(2025, 12, 2) })),
        new(
            "assessment-without-link",
            "assessments C1.1 · MAIN · FLY",
            Add(Airline.Assessments[Assessment.KeyOf("C1.1", "MAIN", null)] with { Stage = "FLY" })),
        new("assessment-without-link", $"assessments {Specific.Key}", Remove<StageLink>(RowKey.Of(Specific.Stage!, Specific.Capability))),
    ];

    private static RowChange General(Func<Assessment, Assessment> change) => Change(Assessment.KeyOf("C1.1", "MAIN", null), change);
}
