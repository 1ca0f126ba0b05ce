using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Components;
using OperatingModel.Domain.BusinessUnits;
using OperatingModel.Domain.HeatMaps;
using OperatingModel.Domain.HeatMaps.Sensitivity;
using OperatingModel.Domain.Technology;
using OperatingModel.Domain.Workspaces;
using OperatingModel.Web.Components.Controls;

namespace OperatingModel.Web.Features.HeatMaps;

/// <summary>
/// What stands out in the visible part of a map. It is computed and written once for all windows that show the same in the same culture. It is
/// written as markup, because a window keeps every element of a component but shares a string.
/// </summary>
internal sealed class StandingOut
{
    private const int Shown = 8;
    private const int UrgentShown = 5;

    private static readonly ConditionalWeakTable<MapScope, ConcurrentDictionary<CultureInfo, StandingOut>> Known = [];

    private readonly ModelSnapshot _model;
    private readonly HeatCube _cube;

    private StandingOut(ModelSnapshot model, HeatCube cube, MapScope scope)
    {
        (_model, _cube) = (model, cube);
        All = scope.Total(cube);
        var priorities = scope.Unit < 0 ? cube.Priorities : cube.PrioritiesOf(scope.Unit);
        Urgent = [.. priorities.Ranked.Where(priority => scope.Leaves.Contains(priority.Node)).Take(UrgentShown).Select(Row)];
        // The chosen unit is always among those shown.
        Units = [.. Enumerable.Range(0, cube.Units.Count).OrderBy(unit => unit != scope.Unit).Take(Shown).Order()
            .Select(unit => Row(cube.Units[unit], unit == scope.Unit, scope.TotalOf(cube, unit)))];
        Gaping = HoleCount.Of(model, cube, scope, TechnologyHole.GapingHole, Shown);
        Weak = HoleCount.Of(model, cube, scope, TechnologyHole.WeakTechnology, Shown);
        GapingRows = [.. Gaping.First.Select(hole => Row(hole, Icon.Of("hole").Value))];
        WeakRows = [.. Weak.First.Select(hole => Row(hole, ""))];
        Missing = [.. scope.MissingScores(cube, UrgentShown).Select(Row)];
    }

    public Rollup All { get; }

    public IReadOnlyList<Place> Urgent { get; }

    public IReadOnlyList<UnitHeat> Units { get; }

    public HoleCount Gaping { get; }

    public IReadOnlyList<Place> GapingRows { get; }

    public HoleCount Weak { get; }

    public IReadOnlyList<Place> WeakRows { get; }

    /// <summary>The missing scores that would narrow the figures most.</summary>
    public IReadOnlyList<Place> Missing { get; }

    public static StandingOut Of(ModelSnapshot model, HeatCube cube, MapScope scope)
    {
        var known = Known.GetOrCreateValue(scope).GetOrAdd(CultureInfo.CurrentCulture, _ => new(model, cube, scope));
        return ReferenceEquals(known._model, model) && ReferenceEquals(known._cube, cube) ? known : new(model, cube, scope);
    }

    private static Place Row(Priority priority) => new(
        priority.Code,
        null,
        null,
        new($"""<span class="rank">{priority.Rank}</span>{Cut(priority.Name)}"""
            + $"""<span class="band shade-{(int)(priority.Band ?? HeatBand.None)}" title="Heat">{Numbers.Whole(priority.Heat)}</span>"""
            + $"""<span class="num points" title="Priority points">{Numbers.One(priority.Value)}</span>"""));

    private static UnitHeat Row(BusinessUnit unit, bool isLookedAt, Rollup heat) => new(
        unit.Code,
        isLookedAt,
        new($"""<span class="cut">{WebUtility.HtmlEncode(unit.Name)}</span>"""),
        new($"""{Whisker.Of(heat).Value}<span class="band {(heat.Band is { } band ? $"shade-{(int)band}" : "hatch")}">"""
            + $"{Numbers.Whole(heat.Heat)}</span>"));

    private Place Row(InstanceEnablement hole, string sign) => new(
        hole.Capability,
        hole.BusinessUnit,
        null,
        new($"{sign}{Cut(_model.Capabilities.Find(hole.Capability)?.Name ?? hole.Capability)}{CutUnit(hole.BusinessUnit)}"));

    private Place Row(MissingScore missing) => new(
        missing.Capability,
        missing.BusinessUnit,
        $"Assessing it narrows the overall range by {Numbers.Two(missing.Narrowing)} points",
        new($"""<span class="swatch hatch"></span>{Cut(_cube.Tree[missing.Node].Name)}{CutUnit(missing.BusinessUnit)}"""));

    private string CutUnit(string code) => Cut(_model.BusinessUnits.Find(code)?.Name ?? code, "cut unit");

    private static string Cut(string name, string classes = "cut") =>
        $"""<span class="{classes}" title="{WebUtility.HtmlEncode(name)}">{WebUtility.HtmlEncode(name)}</span>""";

    /// <summary>A line for a capability, or for a capability in a unit, that the user can open.</summary>
    /// <param name="Title">The tooltip of the line; null for none.</param>
    internal sealed record Place(string Capability, string? BusinessUnit, string? Title, MarkupString Words);

    /// <summary>A line for a business unit.</summary>
    /// <param name="Heat">The heat of the unit as a bar on its scale and as a number.</param>
    internal sealed record UnitHeat(string Code, bool IsLookedAt, MarkupString Name, MarkupString Heat);
}
