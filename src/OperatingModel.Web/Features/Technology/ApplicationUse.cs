using OperatingModel.Domain.Capabilities;
using OperatingModel.Domain.Technology;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Web.Features.Technology;

/// <summary>An application, and how widely it is used.</summary>
/// <param name="Instances">The number of capability instances that it supports.</param>
/// <param name="Capabilities">The number of different capabilities among them.</param>
/// <param name="Units">The number of business units that use it.</param>
/// <param name="Teams">The codes of the teams that own the capabilities it supports, in ordinal order (F26).</param>
public sealed record ApplicationUse(BusinessApplication Application, int Instances, int Capabilities, int Units, IReadOnlyList<string> Teams)
{
    /// <summary>Whether it is live and several teams own the capabilities it supports: a standing hand-off.</summary>
    public bool IsOfSeveralTeams => Application.IsLive && Teams.Count > 1;

    public bool IsShared => Application.IsLive && (Units > 1 || Teams.Count > 1);

    public static List<ApplicationUse> Of(ModelSnapshot model)
    {
        var supports = model.Table<ApplicationSupport>().ToLookup(support => support.Application, StringComparer.Ordinal);
        return [.. model.Table<BusinessApplication>().Select(application => Of(application, [.. supports[application.Code]], model.Capabilities))];
    }

    private static ApplicationUse Of(BusinessApplication application, ApplicationSupport[] supports, Domain.Table<Capability> capabilities) =>
        new(
            application,
            supports.Length,
            supports.Select(support => support.Capability).Distinct(StringComparer.Ordinal).Count(),
            supports.Select(support => support.BusinessUnit).Distinct(StringComparer.Ordinal).Count(),
            [
                .. supports
                    .Select(support => capabilities.Find(support.Capability)?.OwnerTeam)
                    .OfType<string>()
                    .Distinct(StringComparer.Ordinal)
                    .Order(StringComparer.Ordinal),
            ]);
}
