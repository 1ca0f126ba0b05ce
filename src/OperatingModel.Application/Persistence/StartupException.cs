namespace OperatingModel.Application.Persistence;

/// <summary>The database cannot be used as it is; the message says why and what to do. The program must not start.</summary>
public sealed class StartupException(string message, Exception? cause = null) : Exception(message, cause);
