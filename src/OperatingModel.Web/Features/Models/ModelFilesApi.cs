using System.Net.Mime;
using OperatingModel.Application.Workspaces;
using OperatingModel.Exchange.Json;

namespace OperatingModel.Web.Features.Models;

/// <summary>Models as files.</summary>
internal static class ModelFilesApi
{
    public static void MapModelFiles(this IEndpointRouteBuilder routes) =>
        routes.MapGet($"{Urls.ModelApi}/model.json", async (Guid model, ModelCatalog catalog, CancellationToken cancellationToken) =>
        {
            var snapshot = await catalog.SnapshotAsync(model, cancellationToken);
            return Results.File(ModelFileWriter.Write(snapshot), MediaTypeNames.Application.Json, $"{FileNames.Of(snapshot.Meta.Code)}.json");
        });
}
