using OperatingModel.Domain.Assessments;
using OperatingModel.Domain.Capabilities;
using OperatingModel.Domain.HeatMaps;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.Tests.HeatMaps;

/// <summary>The method's formulas written down as they stand, without any thought of speed: what the cube is compared with.</summary>
internal sealed class PlainHeatMap
{
    private readonly ModelSnapshot _model;
    private readonly Dictionary<string, double> _stageShares = [];
    private readonly Dictionary<string, double> _unitShares = [];

    public PlainHeatMap(ModelSnapshot model)
    {
        _model = model;
        var units = model.BusinessUnits.Where(unit => unit.Revenue > 0).ToArray();
        foreach (var unit in units)
        {
            _unitShares[unit.Code] = unit.Revenue!.Value / units.Sum(u => u.Revenue!.Value);
        }

        foreach (var stage in model.Stages)
        {
            var chain = model.Stages.Where(s => s.Chain == stage.Chain).Sum(s => s.ValueWeight);
            _stageShares[stage.Code] =
                model.ValueChains[RowKey.Of(stage.Chain)].Weight / model.ValueChains.Sum(c => c.Weight) * stage.ValueWeight / chain;
        }

        Cells = [.. AllCells()];
    }

    public sealed record Cell(string Capability, string Stage, string Unit, double Reach, double Size, double UnitShare, double? Heat, double Quality)
    {
        public double Mass => Size * Reach;
    }

    public IReadOnlyList<Cell> Cells { get; }

    public IReadOnlyList<Cell> In(HeatScope scope) =>
    [
        .. Cells.Where(cell => (scope.Capability is null || IsUnder(cell.Capability, scope.Capability))
            && (scope.Stage is null || cell.Stage == scope.Stage) && (scope.BusinessUnit is null || cell.Unit == scope.BusinessUnit)),
    ];

    /// <summary>F4.</summary>
    public Rollup Of(HeatScope scope) => Rollup.Of(In(scope).Select(cell => (cell.Mass, cell.Heat, cell.Quality)), _model.Settings);

    /// <summary>F5, and the contributions of the cells.</summary>
    public (double? Priority, IReadOnlyList<(Cell Cell, double Points)> Parts) Priority(string leaf)
    {
        var cells = Cells.Where(cell => cell.Capability == leaf).ToArray();
        var known = cells.Where(cell => cell.Heat is not null).ToArray();
        if (known.Length == 0)
        {
            return (null, []);
        }

        var imputed = known.Sum(cell => cell.UnitShare * cell.Heat!.Value) / known.Sum(cell => cell.UnitShare);
        var parts = cells.Select(cell => (cell, 10 * cell.Reach * (cell.Heat ?? imputed))).ToArray();
        return (parts.Sum(part => part.Item2), parts);
    }

    private IEnumerable<Cell> AllCells() =>
        from link in _model.StageLinks
        where _stageShares.ContainsKey(link.Stage)
        let capability = _model.Capabilities.Find(link.Capability)
        where capability is not null && !_model.Capabilities.Any(other => other.Parent == capability.Code)
        from unit in _unitShares.Keys
        where !_model.Table<NotApplicable>().Any(n => n.Capability == capability.Code && n.BusinessUnit == unit)
        let reach = _stageShares[link.Stage] * (int)link.Strength / 9 * _unitShares[unit]
        let score = _model.Assessments.Find(Assessment.KeyOf(capability.Code, unit, link.Stage))
            ?? _model.Assessments.Find(Assessment.KeyOf(capability.Code, unit, null))
        select new Cell(
            capability.Code, link.Stage, unit, reach, capability.Weight ?? 1, _unitShares[unit],
            score is null ? null : 4 * score.Importance * Math.Max(0, score.Target - score.Current), score is null ? 0 : Quality(score));

    private double Quality(Assessment score) =>
        new[] { 0.3, 0.3, 0.6, 0.9 }[(int)score.Confidence + (Ageing.WholeMonths(score.AssessedOn, _model.AsOf) > 12 ? 0 : 1)];

    private bool IsUnder(string? capability, string ancestor) =>
        capability is not null && (capability == ancestor || IsUnder(_model.Capabilities.Find(capability)?.Parent, ancestor));
}
