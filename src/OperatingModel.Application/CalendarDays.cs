namespace OperatingModel.Application;

/// <summary>The day that everything is dated with.</summary>
public static class CalendarDays
{
    /// <summary>The day it is in the clock's own time zone.</summary>
    public static DateOnly Today(this TimeProvider time) => DateOnly.FromDateTime(time.GetLocalNow().DateTime);
}
