namespace OperatingModel.Application.Persistence;

/// <summary>The database failed, so it is not known whether the write was stored. Repeating it with the same operation id is safe.</summary>
public sealed class StorageUnavailableException(Exception cause)
    : Exception("The database cannot be used at the moment. Try again: what was already stored is not stored twice.", cause);
