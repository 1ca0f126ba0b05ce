using OperatingModel.Domain;
using OperatingModel.Domain.Workspaces;
using OperatingModel.Web.Components.Controls;

namespace OperatingModel.Web.Features.Settings;

/// <summary>The heading of a model, its business units, and every convention of the method with its default and its effect.</summary>
public sealed partial class SettingsPage : ModelPage
{
    private string _section = "model";
    private int _differing;
    private Effect? _effect;
    private ModelSnapshot? _measured;

    protected override async Task ShowAsync(IReadOnlyList<RowChange>? changes)
    {
        var asked = new ViewQuery(Query).Text("section") ?? "";
        _section = asked == "units" || ConventionCatalog.All.Any(group => group.Id == asked) ? asked : "model";
        var model = Snapshot;
        _differing = ConventionCatalog.All.Sum(group => group.Conventions.Count(convention => convention.Differs(model.Settings)));
        if (!ReferenceEquals(_measured, model))
        {
            _measured = model;
            _effect = await Task.Run(() => Effect.Of(model));
        }
    }

    private string Url(string section) => Urls.Settings(Address, section == "model" ? "" : $"?section={section}");

    private string? Current(string section) => section == _section ? "page" : null;

    /// <summary>The headline figures as they are, and as they would be under the default conventions; heat from 0 to 100.</summary>
    private sealed record Effect(double? Heat, string? Leader, double? DefaultHeat, string? DefaultLeader)
    {
        // The defaults keep the model's basis of unit weights, which depends on its data and is no convention.
        public static Effect Of(ModelSnapshot model)
        {
            var plain = ModelSettings.Default with { BusinessUnitWeightBasis = model.Settings.BusinessUnitWeightBasis };
            var table = ModelTables.Of<ModelSettings>();
            var other = model.With([new RowChange(table, model.Table<ModelSettings>().Find(plain.Key), plain)], model.Revision);
            return new(model.Cube.Of().Heat, LeaderOf(model), other.Cube.Of().Heat, LeaderOf(other));
        }

        private static string? LeaderOf(ModelSnapshot model) => model.Cube.Priorities.Leader?.Name;
    }
}
