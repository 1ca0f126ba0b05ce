using System.Net.Mime;
using OperatingModel.Application.Workspaces;
using OperatingModel.Exchange.Json;

namespace OperatingModel.Web.Features.Models;

/// <summary>The list of models, and models as files.</summary>
internal static class ModelsApi
{
    /// <param name="Revision">Counts the committed changes.</param>
    public sealed record ModelAnswer(Guid Id, string Code, string Name, long Revision, DateTimeOffset UpdatedAt, string UpdatedBy);

    public static void MapModels(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Urls.ModelsApi, async (ModelCatalog catalog, CancellationToken cancellationToken) =>
            (await catalog.ListAsync(cancellationToken)).Select(model => new ModelAnswer(model.Id, model.Code, model.Name, model.Revision, model.UpdatedAt, model.UpdatedBy)));
        routes.MapGet($"{Urls.ModelApi}/model.json", async (Guid model, ModelCatalog catalog, CancellationToken cancellationToken) =>
        {
            var snapshot = await catalog.SnapshotAsync(model, cancellationToken);
            return Results.File(ModelFileWriter.Write(snapshot), MediaTypeNames.Application.Json, $"{FileNames.Of(snapshot.Meta.Code)}.json");
        });
    }
}
