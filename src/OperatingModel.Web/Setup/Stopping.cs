namespace OperatingModel.Web.Setup;

/// <summary>Makes the program end at once, however many windows are open.</summary>
internal static class Stopping
{
    /// <summary>The time that requests under way may take to finish; a write takes a fraction of it.</summary>
    public static readonly TimeSpan Deadline = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Refuses all requests once the program ends. The connections of open windows are closed first, and browsers connect again at once: a
    /// connection accepted then would hold up the end until the deadline. A window refused here tries again until the program is back.
    /// </summary>
    public static IApplicationBuilder RefuseWhileStopping(this WebApplication app)
    {
        var stopping = app.Lifetime.ApplicationStopping;
        return app.Use((context, next) =>
        {
            if (!stopping.IsCancellationRequested)
            {
                return next(context);
            }

            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            context.Response.Headers.RetryAfter = "5";
            context.Response.Headers.Connection = "close";
            return Task.CompletedTask;
        });
    }
}
