using System.Globalization;
using OperatingModel.Domain.Reading;
using OperatingModel.Web.Api;

namespace OperatingModel.Web.Setup;

/// <summary>
/// Every page, and every circuit from its first connection on, speaks the culture its browser asks for; programs and files are answered in the
/// invariant one. The culture of the server decides nothing.
/// </summary>
internal static class PersonCulture
{
    public static void UsePersonCulture(this WebApplication app) => app.Use(async (context, next) =>
    {
        // Circuits run in what flows from the request of their connection.
        CultureInfo.CurrentCulture = ApiProblems.Concern(context) ? CultureInfo.InvariantCulture : Of(context.Request);
        await next(context);
    });

    /// <summary>The most wanted culture that is known.</summary>
    public static CultureInfo Of(HttpRequest request) => request.GetTypedHeaders().AcceptLanguage
        .Where(language => language.Quality is not 0)
        .OrderByDescending(language => language.Quality ?? 1)
        .Select(language => KnownCultures.Find(language.Value.ToString()))
        .FirstOrDefault(culture => culture is not null) ?? KnownCultures.Default;
}
