using OperatingModel.Application;
using OperatingModel.Application.Access;
using OperatingModel.Application.Workspaces;
using OperatingModel.Exchange.Priorities;
using OperatingModel.Web.Features.HeatMaps;
using OperatingModel.Web.Features.Models;

namespace OperatingModel.Web.Features.Priorities;

/// <summary>Funding priorities as files, under the model's weights or those of a what-if.</summary>
internal static class PriorityExportsApi
{
    private static readonly Dictionary<string, (string ContentType, Action<PriorityExport, Stream> Write)> Formats = new(StringComparer.Ordinal)
    {
        ["xlsx"] = (PrioritiesXlsx.ContentType, PrioritiesXlsx.Write),
        ["csv"] = (PrioritiesCsv.ContentType, PrioritiesCsv.Write),
        ["json"] = (PrioritiesJson.ContentType, PrioritiesJson.Write),
    };

    public static void MapPriorityExports(this IEndpointRouteBuilder routes) => routes.MapGet($"{Urls.ModelApi}/priorities.{{format}}", GetAsync);

    /// <param name="w">Weights tried out, as the priorities page has them in its address.</param>
    private static async Task<IResult> GetAsync(
        Guid model, string format, string? w, ModelCatalog catalog, CurrentUser user, TimeProvider time, CancellationToken cancellationToken)
    {
        if (!Formats.TryGetValue(format, out var file))
        {
            throw new NotFoundException($"Priorities are exported as {string.Join(", ", Formats.Keys)}, not as {format}.");
        }

        var snapshot = await catalog.SnapshotAsync(model, cancellationToken);
        var export = new PriorityExport(snapshot, WhatIf.Parse(w ?? "").Apply(snapshot), time.GetUtcNow(), user.Name);

        // The writers are synchronous and the response is not: the finished file is a few megabytes at most, and a fault is still a clean 500.
        var bytes = new MemoryStream();
        file.Write(export, bytes);
        bytes.Position = 0;
        return Results.File(bytes, file.ContentType, $"funding-priorities-{FileNames.Of(snapshot.Meta.Code)}-r{snapshot.Revision}.{format}");
    }
}
