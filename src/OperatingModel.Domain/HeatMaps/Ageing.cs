using OperatingModel.Domain.Assessments;

namespace OperatingModel.Domain.HeatMaps;

/// <summary>Old judgements are trusted less: an assessment older than the limit drops one grade of confidence (F4).</summary>
/// <param name="StaleThrough">Assessments made on this day or before are stale.</param>
public readonly record struct Ageing(DateOnly StaleThrough)
{
    /// <param name="staleAfterMonths">Stale is what is older than this many whole months.</param>
    public static Ageing Of(DateOnly asOf, int staleAfterMonths)
    {
        // More than n whole months is at least n + 1: the same day of the month that many months earlier, or before it.
        var months = ((asOf.Year - 1) * 12) + asOf.Month - 1 - (staleAfterMonths + 1);
        return new Ageing(months < 0 ? DateOnly.MinValue : asOf.AddMonths(-(staleAfterMonths + 1)));
    }

    public bool IsStale(DateOnly assessedOn) => assessedOn <= StaleThrough;

    public Confidence Aged(Confidence confidence, DateOnly assessedOn) =>
        IsStale(assessedOn) && confidence > Confidence.Low ? confidence - 1 : confidence;

    /// <summary>Whole months between two days, the last one counted only when its day of the month is reached.</summary>
    public static int WholeMonths(DateOnly from, DateOnly to) => (12 * (to.Year - from.Year)) + to.Month - from.Month - (to.Day < from.Day ? 1 : 0);
}
