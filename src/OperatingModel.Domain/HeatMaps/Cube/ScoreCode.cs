using OperatingModel.Domain.Assessments;

namespace OperatingModel.Domain.HeatMaps.Cube;

/// <summary>
/// A judgement in ten bits: confidence, importance, current and target as one number, confidence as the leading digit so that
/// ageing by a grade is a subtraction. Tables of 542 entries turn a code into any figure that depends on the judgement alone.
/// </summary>
internal static class ScoreCode
{
    /// <summary>Distance between two grades of confidence.</summary>
    public const int Grade = 5 * 6 * 6;

    public const ushort Missing = 3 * Grade;

    public const ushort NotApplicable = Missing + 1;

    public const int Count = NotApplicable + 1;

    /// <summary>The code before ageing; <see cref="Missing"/> when a score lies outside its scale (checks report it).</summary>
    public static ushort Of(Assessment assessment) =>
        assessment
            is { Importance: >= 1 and <= 5, Current: >= 0 and <= 5, Target: >= 0 and <= 5, Confidence: >= Confidence.Low and <= Confidence.High }
            ? (ushort)(((int)assessment.Confidence * Grade) + ((assessment.Importance - 1) * 36) + (assessment.Current * 6) + assessment.Target)
            : Missing;

    public static bool IsKnown(ushort code) => code < Missing;

    public static int Importance(ushort code) => (code % Grade / 36) + 1;

    public static int Current(ushort code) => code / 6 % 6;

    public static int Target(ushort code) => code % 6;

    public static Confidence ConfidenceOf(ushort code) => (Confidence)(code / Grade);

    /// <summary>The same judgement with another current level.</summary>
    public static ushort WithCurrent(ushort code, int current) => (ushort)(code + ((current - Current(code)) * 6));
}
