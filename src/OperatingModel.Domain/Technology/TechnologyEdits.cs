using OperatingModel.Domain.Capabilities;
using OperatingModel.Domain.Editing;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.Technology;

/// <summary>The edits of applications and vendors that change more than a field.</summary>
public static class TechnologyEdits
{
    /// <summary>Adds an application at the end of the list: in use, without ratings, cost and vendor.</summary>
    public static IReadOnlyList<RowChange> AddApplication(ModelSnapshot model, string name) => RowEdits.AddCoded<BusinessApplication>(
        model,
        code => new(code, name, Vendor: null, Lifecycle.Active, FunctionalFit: null, TechnicalFit: null, AnnualRunCost: null));

    /// <summary>Adds a vendor at the end of the list.</summary>
    public static IReadOnlyList<RowChange> AddVendor(ModelSnapshot model, string name) => RowEdits.AddCoded<Vendor>(model, code => new(code, name));

    /// <summary>Says that an application supports a capability in a business unit, or in every unit in which the capability applies.</summary>
    /// <param name="unit">The code of the business unit; null for all units.</param>
    /// <returns>The new rows; none for units in which the application supports the capability already.</returns>
    public static IReadOnlyList<RowChange> Support(ModelSnapshot model, string application, string capability, string? unit)
    {
        var supports = model.Table<ApplicationSupport>();
        var units = unit is not null ? [unit]
            : model.BusinessUnits.Select(each => each.Code).Where(each => model.Table<NotApplicable>().Find(RowKey.Of(capability, each)) is null);
        return
        [
            .. units.Select(each => new ApplicationSupport(application, capability, each))
                .Where(support => supports.Find(support.Key) is null)
                .SelectMany(support => RowEdits.Add(model, support)),
        ];
    }
}
