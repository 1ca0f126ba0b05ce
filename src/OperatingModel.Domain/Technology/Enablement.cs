using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.Technology;

/// <summary>What is wrong with the technology behind an important capability with a gap; in order of severity.</summary>
public enum TechnologyHole
{
    None,

    /// <summary>Live applications do not fit well.</summary>
    WeakTechnology,

    /// <summary>Nothing that works supports it.</summary>
    GapingHole,
}

/// <summary>How well technology supports a capability in a business unit (F23).</summary>
public static class Enablement
{
    /// <summary>Fit of one application, 0..1: mean of functional and technical fit on their four steps; null until both are rated.</summary>
    public static double? FitOf(BusinessApplication application) => application is { FunctionalFit: { } functional, TechnicalFit: { } technical }
        ? (((functional - 1) / 3.0) + ((technical - 1) / 3.0)) / 2
        : null;

    /// <summary>Best fit of the live applications, 0..1; 0 without a live one; null when live ones exist but none is rated.</summary>
    public static double? Of(IEnumerable<BusinessApplication> applications)
    {
        BusinessApplication[] live = [.. applications.Where(application => application.IsLive)];
        return live.Length == 0 ? 0 : live.Max(FitOf);
    }

    /// <param name="gap">Levels missing, 0..5.</param>
    /// <param name="enablement">Unknown enablement claims no hole.</param>
    public static TechnologyHole HoleOf(int importance, int gap, double? enablement, ModelSettings settings) =>
        enablement is not { } fit || importance < settings.HoleImportance || gap < settings.HoleGap ? TechnologyHole.None
        : Tolerance.Same(fit, 0) ? TechnologyHole.GapingHole
        : Tolerance.Greater(settings.WeakTechnologyBelow, fit) ? TechnologyHole.WeakTechnology
        : TechnologyHole.None;
}
