namespace OperatingModel.Domain;

/// <summary>Finds circles of references: rows that refer to each other until the first comes round again.</summary>
internal static class Circles
{
    private const int MostShown = 12;

    /// <summary>One circle for each reference that closes one: the codes along it, beginning with the one that the search met first.</summary>
    /// <param name="starts">Where to begin; every circle reachable from them is found.</param>
    public static IEnumerable<IReadOnlyList<string>> Find(IEnumerable<string> starts, Func<string, IEnumerable<string>> next)
    {
        var done = new HashSet<string>(StringComparer.Ordinal);
        var path = new List<string>();
        var onPath = new HashSet<string>(StringComparer.Ordinal);
        foreach (var start in starts)
        {
            if (done.Contains(start))
            {
                continue;
            }

            // Depth first without recursion: a hostile file may nest as deep as it has rows.
            var open = new Stack<IEnumerator<string>>();
            Enter(start);
            while (open.TryPeek(out var nexts))
            {
                if (!nexts.MoveNext())
                {
                    open.Pop();
                    done.Add(path[^1]);
                    onPath.Remove(path[^1]);
                    path.RemoveAt(path.Count - 1);
                }
                else if (onPath.Contains(nexts.Current))
                {
                    yield return path[path.IndexOf(nexts.Current)..];
                }
                else if (!done.Contains(nexts.Current))
                {
                    Enter(nexts.Current);
                }
            }

            void Enter(string code)
            {
                path.Add(code);
                onPath.Add(code);
                open.Push(next(code).GetEnumerator());
            }
        }
    }

    /// <summary>For people: <c>C1 → C1.1 → C1</c>.</summary>
    public static string Shown(IReadOnlyList<string> circle) =>
        $"{string.Join(" → ", circle.Take(MostShown))}{(circle.Count > MostShown ? " → …" : "")} → {circle[0]}";
}
