using System.Globalization;
using OperatingModel.Domain.Reading;
using OperatingModel.Web.Api;

namespace OperatingModel.Web.Setup;

/// <summary>
/// Sets the culture of each request: every page, and every circuit from its first connection on, gets the culture that its browser asks for;
/// the API with its files gets the invariant one. The culture of the server decides nothing.
/// </summary>
internal static class PersonCulture
{
    public static void UsePersonCulture(this WebApplication app) => app.Use(async (context, next) =>
    {
        // A circuit runs in the culture of the request that opened its connection.
        CultureInfo.CurrentCulture = ApiProblems.Concern(context) ? CultureInfo.InvariantCulture : Of(context.Request);
        await next(context);
    });

    /// <summary>Returns the known culture that the browser prefers most.</summary>
    public static CultureInfo Of(HttpRequest request) => request.GetTypedHeaders().AcceptLanguage
        .Where(language => language.Quality is not 0)
        .OrderByDescending(language => language.Quality ?? 1)
        .Select(language => KnownCultures.Find(language.Value.ToString()))
        .FirstOrDefault(culture => culture is not null) ?? KnownCultures.Default;
}
