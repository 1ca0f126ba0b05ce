namespace OperatingModel.Exchange.Json;

/// <summary>The file cannot be read as a model file at all: it is missing, too large, truncated, wrongly encoded, or no model file.</summary>
public sealed class ModelFileException(string message) : Exception(message);
