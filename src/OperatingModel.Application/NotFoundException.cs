namespace OperatingModel.Application;

/// <summary>What was asked for does not exist, or no longer.</summary>
public sealed class NotFoundException(string message) : Exception(message);
