namespace OperatingModel.Application.Access;

/// <summary>The user may not do this, and nothing was stored. The message says what, and which roles may.</summary>
public sealed class AccessDeniedException(string message) : Exception(message)
{
    /// <exception cref="AccessDeniedException">Says everything that these roles may not do, and who may.</exception>
    internal static void ThrowIfAny(IReadOnlyList<string> refusals)
    {
        if (refusals.Count > 0)
        {
            throw new AccessDeniedException(string.Join(" ", refusals));
        }
    }
}
