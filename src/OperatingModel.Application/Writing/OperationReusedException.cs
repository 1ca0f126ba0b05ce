namespace OperatingModel.Application.Writing;

/// <summary>
/// The operation id was used before, for something else; nothing was stored. A repeated write must carry the same order as the first.
/// </summary>
public sealed class OperationReusedException(string firstUse)
    : Exception($"The operation id was used before, for \"{firstUse}\" with other content; make a new one for each operation.");
