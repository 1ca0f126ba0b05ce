using System.Net.Mime;
using OperatingModel.Application.Access;
using OperatingModel.Application.Workspaces;
using OperatingModel.Exchange.Json;

namespace OperatingModel.Web.Features.Models;

/// <summary>The endpoints for the list of models, for models as files, and for the start page.</summary>
internal static class ModelsApi
{
    /// <param name="Revision">The revision of the model, which each committed change raises by one.</param>
    public sealed record ModelAnswer(Guid Id, string Code, string Name, long Revision, DateTimeOffset UpdatedAt, string UpdatedBy);

    public static void MapModels(this IEndpointRouteBuilder routes)
    {
        // The server redirects, and not a page: a page that navigates while it opens is replaced, and what the scripts put on it is lost.
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
