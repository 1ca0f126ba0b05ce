using System.Globalization;
using OperatingModel.Application;
using OperatingModel.Application.Access;
using OperatingModel.Application.Workspaces;
using OperatingModel.Domain;
using OperatingModel.Domain.HeatMaps.Sensitivity;
using OperatingModel.Domain.Workspaces;
using OperatingModel.Exchange.Priorities;
using OperatingModel.Web.Components.Controls;
using OperatingModel.Web.Features.Models;
using OperatingModel.Web.Setup;

namespace OperatingModel.Web.Features.Priorities;

/// <summary>Exports the funding priorities as files: all or filtered, under the model's own weights or a what-if, with or without a line.</summary>
internal static class PriorityExportsApi
{
    private static readonly Dictionary<string, (string ContentType, Action<PriorityExport, Stream, CultureInfo> Write)> Formats = new(
        StringComparer.Ordinal)
    {
        ["xlsx"] = (PrioritiesXlsx.ContentType, (export, stream, _) => PrioritiesXlsx.Write(export, stream)),
        ["csv"] = (PrioritiesCsv.ContentType, PrioritiesCsv.Write),
        ["json"] = (PrioritiesJson.ContentType, (export, stream, _) => PrioritiesJson.Write(export, stream)),
    };

    public static void MapPriorityExports(this IEndpointRouteBuilder routes) => routes.MapGet($"{Urls.ModelApi}/priorities.{{format}}", GetAsync);

    /// <param name="q">The words of the filter, as on the page; null for all capabilities.</param>
    /// <param name="w">The weights tried out, as in the address of the priorities page; null for the model's own.</param>
    /// <param name="line">The last rank that is funded; null for no line.</param>
    /// <param name="scenario">The code of the scenario whose priorities are exported; null or empty for the model itself.</param>
    private static async Task<IResult> GetAsync(
        Guid model,
        string format,
        string? q,
        string? w,
        string? line,
        string? scenario,
        HttpContext context,
        ModelCatalog catalog,
        CurrentUser user,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        if (!Formats.TryGetValue(format, out var file))
        {
            throw new NotFoundException($"Priorities are exported as {string.Join(", ", Formats.Keys)}, not as {format}.");
        }

        if (PrioritiesView.LineProblem(line) is { } problem)
        {
            throw new ModelRuleException("line", problem);
        }

        if (w is not null && WhatIf.Misread(w) is { } part)
        {
            throw new ModelRuleException("w", $"“{part}” is no weight that can be tried out; copy the address of the priorities page.");
        }

        var snapshot = Named(await catalog.SnapshotAsync(model, user, cancellationToken), scenario);
        var words = TypedWords.Of(q ?? "");
        var scope = new PriorityScope
        {
            Filter = q?.Trim() ?? "",
            IsListed = item => words.AreIn(item.Code, item.Name),
            Line = PrioritiesView.LineOf(line),
        };
        var export = new PriorityExport(snapshot, WhatIf.Parse(w ?? "").Apply(snapshot), time.GetUtcNow(), user.Name, scope);

        // The writers cannot write to the asynchronous response. The file is a few megabytes at most, and a fault before the end still gives a 500.
        var bytes = new MemoryStream();
        file.Write(export, bytes, PersonCulture.Of(context.Request));
        bytes.Position = 0;
        context.Response.Headers.Vary = "Accept-Language";
        return Results.File(bytes, file.ContentType, $"{NameOf(export, time.Today())}.{format}");
    }

    // Names the scenario in the file, so that nobody takes it for the priorities of the model itself.
    private static ModelSnapshot Named(ModelSnapshot model, string? scenario)
    {
        if (string.IsNullOrEmpty(scenario))
        {
            return model;
        }

        var branch = model.Branch(scenario) ?? throw new NotFoundException($"There is no scenario {scenario}.");
        var meta = branch.Model.Meta;
        var named = meta with { Name = $"{meta.Name}, scenario {branch.Scenario.Name}", Code = $"{meta.Code}-{scenario}" };
        return branch.IsCurrent ? model : branch.Model.With([RowChange.Replace(meta, named)], branch.Model.Revision);
    }

    // The name of the file says whether it holds a what-if, a filtered list or a line.
    private static string NameOf(PriorityExport export, DateOnly day) => string.Concat(
        $"funding-priorities-{FileNames.Of(export.Model.Meta.Code)}-r{export.Model.Revision.ToString(CultureInfo.InvariantCulture)}",
        $"-{day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}",
        export.IsWhatIf ? "-what-if" : "",
        export.Scope.Filter.Length > 0 ? $"-only-{FileNames.Of(export.Scope.Filter, "some")}" : "",
        export.Scope.Line is { } line ? $"-line-after-{line.ToString(CultureInfo.InvariantCulture)}" : "");
}
