namespace OperatingModel.Application.Access;

/// <summary>The user may not do this, and nothing was stored; the message says what, and who may.</summary>
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
