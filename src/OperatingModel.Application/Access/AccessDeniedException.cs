namespace OperatingModel.Application.Access;

/// <summary>The user may not do this; the message says which right is missing.</summary>
public sealed class AccessDeniedException(string message) : Exception(message);
