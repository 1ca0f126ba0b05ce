using System.Reflection;
using OperatingModel.Domain;
using OperatingModel.Domain.Reading;

namespace OperatingModel.Web.Api;

/// <summary>Refuses a request whose query has a name that the endpoint does not read: a misspelt name must not count as one left out.</summary>
internal static class KnownQuery
{
    public static TBuilder RefuseUnknownQuery<TBuilder>(this TBuilder routes) where TBuilder : IEndpointConventionBuilder =>
        routes.AddEndpointFilterFactory((context, next) =>
        {
            List<string> known = [.. context.MethodInfo.GetParameters().Where(IsFromAddress).Select(parameter => parameter.Name!)];
            return invocation =>
            {
                var request = invocation.HttpContext.Request;
                List<string> here = [.. known.Where(name => !request.RouteValues.ContainsKey(name))];
                List<FieldProblem> unknown = [.. request.Query.Keys
                    .Where(name => !here.Contains(name, StringComparer.OrdinalIgnoreCase))
                    .Select(name => new FieldProblem(
                        name, $"There is no {(name.Length > 0 ? name : "parameter without a name")} here.{NearName.Suggestion(name, here)}"))];
                return unknown.Count == 0 ? next(invocation) : throw new ModelRuleException(unknown);
            };
        });

    // Parameters of other types are services or the request itself.
    private static bool IsFromAddress(ParameterInfo parameter) =>
        (parameter.ParameterType == typeof(string) || parameter.ParameterType.IsValueType) && parameter.ParameterType != typeof(CancellationToken);
}
