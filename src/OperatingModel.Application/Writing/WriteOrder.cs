using System.Security.Cryptography;
using System.Text.Json;
using OperatingModel.Application.Access;
using OperatingModel.Domain;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Application.Writing;

/// <summary>Who wants to write, and what.</summary>
/// <param name="OperationId">Made by the caller once per intent; a repeated write with the same id is answered, not repeated.</param>
/// <param name="What">The command in words, as the audit shows it, e.g. "Assess a capability".</param>
/// <param name="Content">
/// What a repeated write must have in common with the first; see <see cref="ContentOf"/>. Null where callers never repeat.
/// </param>
public sealed record WriteOrder(Guid OperationId, CurrentUser Who, string What, string? Content = null)
{
    /// <summary>The scenario whose branch is changed; null for the model itself. What is decided is decided on the branch.</summary>
    public string? Scenario { get; init; }

    /// <summary>Of <see cref="Content"/>, in characters.</summary>
    public const int ContentLength = 64;

    /// <summary>The same for the same order, and for no other.</summary>
    public static string ContentOf<TOrder>(TOrder order) => Convert.ToHexString(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(order)));
}

/// <summary>What a write did.</summary>
/// <param name="Revision">The revision it led to; the one it found when it changed nothing.</param>
/// <param name="Changes">The rows as they were and as they are now, in the scenario where one was changed, as far as the user may read them.</param>
/// <param name="Model">The whole model after the write, as far as the user may read it; after a repeated one, as it stands now.</param>
/// <param name="IsRepeated">True when the operation had been done before and this is the first answer again.</param>
public sealed record WriteResult(Guid ModelId, long Revision, IReadOnlyList<RowChange> Changes, ModelSnapshot Model, bool IsRepeated = false);
