using System.Security.Cryptography;
using System.Text;
using OperatingModel.Application;
using OperatingModel.Application.Access;
using OperatingModel.Application.Workspaces;
using OperatingModel.Application.Writing;
using OperatingModel.Domain;
using OperatingModel.Domain.Assessments;
using OperatingModel.Web.Api;

namespace OperatingModel.Web.Features.Assessments;

/// <summary>The endpoints for assessments; they make the same edit as the screens.</summary>
internal static class AssessmentsApi
{
    public const string OperationHeader = "Idempotency-Key";

    /// <param name="Stage">The code of the stage; absent for the general assessment.</param>
    /// <param name="SeenVersion">The version of the assessment that the sender read; 0 when there was none.</param>
    public sealed record AssessRequest(
        string Capability,
        string BusinessUnit,
        int Importance,
        int Current,
        int Target,
        Confidence Confidence,
        long SeenVersion,
        string? Stage = null,
        string? Note = null,
        string? EvidenceLink = null);

    public sealed record AssessmentAnswer(
        string Capability,
        string BusinessUnit,
        string? Stage,
        int Importance,
        int Current,
        int Target,
        Confidence Confidence,
        DateOnly AssessedOn,
        string? Note,
        string? Assessor,
        long Version);

    public static void MapAssessments(this IEndpointRouteBuilder routes)
    {
        var assessments = routes.MapGroup($"{Urls.ModelApi}/assessments");
        assessments.MapGet("/{capability}/{unit}", GetAsync);
        assessments.MapPut("/", PutAsync);
    }

    private static async Task<AssessmentAnswer> GetAsync(
        Guid model,
        string capability,
        string unit,
        string? stage,
        ModelCatalog catalog,
        CurrentUser user,
        CancellationToken cancellationToken)
    {
        var snapshot = await catalog.SnapshotAsync(model, user, cancellationToken);
        return snapshot.Assessments.Find(Assessment.KeyOf(capability, unit, stage)) is { } found
            ? Answer(found)
            : throw new NotFoundException($"{capability} is not assessed in {unit}{(stage is null ? "" : $" for {stage}")}.");
    }

    private static async Task<AssessmentAnswer> PutAsync(
        Guid model, HttpRequest http, ModelWriter writer, CurrentUser user, CancellationToken cancellationToken)
    {
        var request = await RequestBody.ReadAsync<AssessRequest>(http, cancellationToken);
        var scores = new Scores(request.Importance, request.Current, request.Target, request.Confidence, request.Note, request.EvidenceLink);
        CellScores cell = new(request.Capability, request.BusinessUnit, request.Stage, scores, request.SeenVersion);
        var operation = OperationOf(http, model, user);
        if (cell.SeenVersion < 0)
        {
            throw new ModelRuleException(nameof(cell.SeenVersion), "The version seen is negative; give the one that was shown, or 0.");
        }

        // The content is a list of one, as in earlier versions, so that a key sent before an update of the program is still recognised.
        var result = await writer.WriteAsync(
            model,
            new WriteOrder(operation, user, "Assess a capability", WriteOrder.ContentOf(new[] { cell })),
            now => AssessmentEdits.Assess(now, user.Name, cell),
            cancellationToken);
        return (result.Changes is [var change] ? change.After : result.Model.Assessments.Find(cell.Key)) is Assessment assessed
            ? Answer(assessed)
            : throw new NotFoundException(
                $"An earlier request with this key assessed {request.Capability}; its assessment in {request.BusinessUnit} has been removed since.");
    }

    // An unreadable key is refused: its sender relies on a repeated request being recognised.
    private static Guid OperationOf(HttpRequest http, Guid model, CurrentUser user) => http.Headers[OperationHeader] switch
    {
        [] => Guid.CreateVersion7(),
        [var given] when Guid.TryParse(given, out var key) => IdOf(model, user, key),
        _ => throw new ModelRuleException(
            OperationHeader, $"{OperationHeader} is no GUID; give one for each assessment, and the same one when it is sent again."),
    };

    /// <summary>Returns the operation id for a key. It depends on user and model too, because another user may send the same key.</summary>
    internal static Guid IdOf(Guid model, CurrentUser user, Guid key) =>
        new(SHA256.HashData([.. model.ToByteArray(), .. key.ToByteArray(), .. Encoding.UTF8.GetBytes(user.Id)]).AsSpan(0, 16));

    private static AssessmentAnswer Answer(Assessment row) =>
        new(
            row.Capability,
            row.BusinessUnit,
            row.Stage,
            row.Importance,
            row.Current,
            row.Target,
            row.Confidence,
            row.AssessedOn,
            row.Note,
            row.Assessor,
            row.Version);
}
