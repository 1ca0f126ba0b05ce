using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using OperatingModel.Domain;
using OperatingModel.Domain.Reading;

namespace OperatingModel.Web.Api;

/// <summary>Reads the body of a request and reports all its problems at once, under the names that the sender used.</summary>
internal static class RequestBody
{
    /// <exception cref="ModelRuleException">Some members are missing, unknown, sent twice or of the wrong kind.</exception>
    /// <exception cref="BadHttpRequestException">The body is not JSON by its content type, or too large.</exception>
    public static async Task<T> ReadAsync<T>(HttpRequest request, CancellationToken cancellationToken) where T : class
    {
        if (!request.HasJsonContentType())
        {
            throw new BadHttpRequestException("No JSON.", StatusCodes.Status415UnsupportedMediaType);
        }

        var options = request.HttpContext.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        var members = options.GetTypeInfo(typeof(T)).Properties;
        using var body = await ParseAsync(request, cancellationToken);
        if (body.RootElement.ValueKind != JsonValueKind.Object)
        {
            throw new ModelRuleException("body", $"Send one object with the members {string.Join(", ", members.Select(member => member.Name))}.");
        }

        List<(string Name, JsonElement Value)> sent = [.. body.RootElement.EnumerateObject().Select(member => (member.Name, member.Value))];
        List<string> names = [.. members.Select(member => member.Name)];
        List<FieldProblem> problems =
        [
            .. sent.Where(one => !names.Exists(name => IsSame(name, one.Name)))
                .Select(one => new FieldProblem(one.Name, $"There is no {one.Name} here.{NearName.Suggestion(one.Name, names)}")),
            .. members.SelectMany(member =>
                Problems(member, [.. sent.Where(one => IsSame(one.Name, member.Name)).Select(one => one.Value)], options)),
        ];
        return problems.Count == 0 ? body.Deserialize<T>(options)! : throw new ModelRuleException(problems);
    }

    private static async Task<JsonDocument> ParseAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            var body = await JsonDocument.ParseAsync(request.Body, cancellationToken: cancellationToken);
            return IsText(body.RootElement)
                ? body
                : throw new ModelRuleException("body", "A name or a text in the JSON is not UTF-8; send the body in UTF-8.");
        }
        catch (JsonException unreadable)
        {
            throw new ModelRuleException(
                "body", $"The JSON cannot be read from line {unreadable.LineNumber + 1}, byte {unreadable.BytePositionInLine + 1} on.");
        }
    }

    // The parser decodes names and texts only when they are read.
    private static bool IsText(JsonElement element)
    {
        try
        {
            return element.ValueKind switch
            {
                JsonValueKind.Object => element.EnumerateObject().All(member => member.Name is not null && IsText(member.Value)),
                JsonValueKind.Array => element.EnumerateArray().All(IsText),
                JsonValueKind.String => element.GetString() is not null,
                _ => true,
            };
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static bool IsSame(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<FieldProblem> Problems(JsonPropertyInfo member, IReadOnlyList<JsonElement> values, JsonSerializerOptions options)
    {
        var problem = values switch
        {
            [] => member.AssociatedParameter is { HasDefaultValue: false } ? $"It is missing; send {Kind(member.PropertyType)}." : null,
            [{ ValueKind: JsonValueKind.Null }] =>
                member.AssociatedParameter is { IsNullable: false } ? $"It is null; send {Kind(member.PropertyType)}." : null,
            [var value] =>
                CanBeRead(value, member.PropertyType, options) ? null : $"{Shortened(value.GetRawText())} is not {Kind(member.PropertyType)}.",
            _ => "It comes twice; send it once.",
        };
        return problem is null ? [] : [new FieldProblem(member.Name, problem)];
    }

    private static bool CanBeRead(JsonElement value, Type type, JsonSerializerOptions options)
    {
        try
        {
            value.Deserialize(type, options);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static string Shortened(string text) => text.Length <= 60 ? text : $"{text[..60]}…";

    private static string Kind(Type type) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        { IsEnum: true } choice => $"one of {string.Join(", ", Enum.GetNames(choice))}",
        var number when number == typeof(int) || number == typeof(long) => "a whole number",
        var number when number == typeof(double) => "a number",
        var date when date == typeof(DateOnly) => "a date such as 2026-03-31",
        _ => "a text",
    };
}
