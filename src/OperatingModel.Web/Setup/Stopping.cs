namespace OperatingModel.Web.Setup;

/// <summary>How the program ends: at once, however many windows are open.</summary>
internal static class Stopping
{
    /// <summary>What is being answered may be finished; a write takes a fraction of it.</summary>
    public static readonly TimeSpan Deadline = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Lets nobody in any more once the program ends. The connections of open windows are closed first of all, and browsers connect again at
    /// once: whoever was let in then held up the end until its deadline. A window refused here tries again until the program is back.
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
