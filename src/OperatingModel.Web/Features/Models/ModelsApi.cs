using System.Net.Mime;
using OperatingModel.Application.Access;
using OperatingModel.Application.Workspaces;
using OperatingModel.Exchange.Json;

namespace OperatingModel.Web.Features.Models;

/// <summary>The list of models, models as files, and where one begins.</summary>
internal static class ModelsApi
{
    /// <param name="Revision">Counts the committed changes.</param>
    public sealed record ModelAnswer(Guid Id, string Code, string Name, long Revision, DateTimeOffset UpdatedAt, string UpdatedBy);

    public static void MapModels(this IEndpointRouteBuilder routes)
    {
        // An answer of the server, not of a page: a page that leads elsewhere while it opens would be exchanged, and what the scripts put on it lost.
        routes.MapGet(Urls.Home, async (ModelCatalog catalog, CurrentUser user, CancellationToken cancellationToken) =>
            Results.LocalRedirect(await catalog.ListAsync(user, cancellationToken) is [var last, ..] ? Urls.ModelHome(last.Id) : Urls.Models));
        routes.MapGet(Urls.ModelsApi, async (ModelCatalog catalog, CurrentUser user, CancellationToken cancellationToken) =>
            (await catalog.ListAsync(user, cancellationToken)).Select(model => new ModelAnswer(
                model.Id,
                model.Code,
                model.Name,
                model.Revision,
                model.UpdatedAt,
                model.UpdatedBy)));
        routes.MapGet($"{Urls.ModelApi}/model.json", FileAsync);
    }

    private static async Task<IResult> FileAsync(Guid model, ModelCatalog catalog, CurrentUser user, CancellationToken cancellationToken)
    {
        var snapshot = await catalog.SnapshotAsync(model, user, cancellationToken);
        return Results.File(ModelFileWriter.Write(snapshot), MediaTypeNames.Application.Json, $"{FileNames.Of(snapshot.Meta.Code)}.json");
    }
}
