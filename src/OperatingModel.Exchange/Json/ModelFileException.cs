namespace OperatingModel.Exchange.Json;

/// <summary>The file cannot be read as a model file at all: missing, too large, truncated, wrongly encoded, or not what it claims to be.</summary>
public sealed class ModelFileException(string message) : Exception(message);
