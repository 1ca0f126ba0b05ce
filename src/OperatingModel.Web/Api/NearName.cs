namespace OperatingModel.Web.Api;

/// <summary>What somebody may have meant by a name that does not exist.</summary>
internal static class NearName
{
    /// <summary>A sentence that begins with a blank and suggests the nearest name, or lists all where none is near.</summary>
    public static string Suggestion(string given, IReadOnlyList<string> known)
    {
        var (name, distance) = known.Select(name => (name, Distance(given, name))).DefaultIfEmpty(("", int.MaxValue)).MinBy(near => near.Item2);
        return distance <= Math.Max(2, given.Length / 3) ? $" Did you mean {name}?"
            : known.Count > 0 ? $" There are {string.Join(", ", known)}."
            : "";
    }

    /// <summary>How many letters are to be put in, taken out or changed; small and capital letters are the same.</summary>
    internal static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var same = char.ToUpperInvariant(one[i - 1]) == char.ToUpperInvariant(other[j - 1]);
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (same ? 0 : 1)));
            }
        }

        return row[^1];
    }
}
