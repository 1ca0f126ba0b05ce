using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace OperatingModel.Web.Components.Controls;

/// <summary>A view as the query of an address states it. What an address misspells is passed over: the view has its default there.</summary>
public sealed class ViewQuery(string query)
{
    private const int MaxLength = 4000;

    private readonly Dictionary<string, StringValues> _values = QueryHelpers.ParseQuery(query);

    /// <summary>Returns a text of at most 4,000 characters; null when the address has none.</summary>
    public string? Text(string key) =>
        _values.TryGetValue(key, out var value) && value.ToString() is { Length: > 0 and <= MaxLength } text ? text : null;

    /// <summary>Returns a number inside a range; null when the address has none.</summary>
    public int? Whole(string key, int from, int to) =>
        int.TryParse(Text(key), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= from && number <= to ? number : null;

    /// <summary>Returns a member of an enumeration, whose first member is the default.</summary>
    public T Choice<T>(string key) where T : struct, Enum =>
        Enum.TryParse<T>(Text(key), ignoreCase: true, out var choice) && Enum.IsDefined(choice) ? choice : default;

    /// <summary>Returns the codes that the address gives under one key, each with a key of its own.</summary>
    public ImmutableSortedSet<string> Codes(string key) =>
        ImmutableSortedSet.Create(StringComparer.Ordinal, [.. _values.GetValueOrDefault(key).OfType<string>()]);

    /// <summary>Writes a view as a query, with its question mark; it leaves out what is null, empty or the first of an enumeration.</summary>
    public static string Write(params IEnumerable<(string Key, object? Value)> parts) => QueryHelpers.AddQueryString(
        "", parts.Select(part => KeyValuePair.Create(part.Key, TextOf(part.Value))).Where(part => !string.IsNullOrEmpty(part.Value)));

    private static string? TextOf(object? value) => value switch
    {
        Enum choice => Equals(choice, Enum.ToObject(choice.GetType(), 0)) ? null : choice.ToString(),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };
}
