using System.Globalization;

namespace OperatingModel.Domain.Tests;

/// <summary>
/// Reads a printed calculation as a reader with a pocket calculator does: words mean nothing, numbers, percentages and the signs
/// + − × ÷ ^ ( ) do. Knows nothing of how the text was made.
/// </summary>
internal sealed class PocketCalculator
{
    private const string Signs = "+−×÷^()";

    private readonly List<(char Sign, double Number)> _tokens = [];
    private int _next;

    private PocketCalculator(string text)
    {
        for (var i = 0; i < text.Length;)
        {
            var length = NumberAt(text, i);
            if (length > 0)
            {
                var number = double.Parse(text.AsSpan(i, length), NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.CurrentCulture);
                i += length;
                _tokens.Add(('#', text[i..].TrimStart(' ', '\u00A0', '\u202F').StartsWith('%') ? number / 100 : number));
            }
            else
            {
                if (text[i] == '½')
                {
                    _tokens.Add(('#', 0.5));
                }
                else if (Signs.Contains(text[i], StringComparison.Ordinal))
                {
                    _tokens.Add((text[i], 0));
                }

                i++;
            }
        }
    }

    /// <summary>What the text comes to.</summary>
    public static double Of(string text)
    {
        var calculator = new PocketCalculator(text);
        var value = calculator.Sum();
        return calculator._next == calculator._tokens.Count
            ? value
            : throw new FormatException($"Left over after {calculator._next} signs: {text}");
    }

    /// <summary>The number a text begins with, and one unit of its last printed digit.</summary>
    public static (double Value, double Digit) Printed(string text)
    {
        var start = text[0] is '-' or '−' ? 1 : 0;
        var digits = text.Substring(start, NumberAt(text, start));
        var point = digits.LastIndexOf(CultureInfo.CurrentCulture.NumberFormat.NumberDecimalSeparator, StringComparison.Ordinal);
        var digit = Math.Pow(10, point < 0 ? 0 : point + 1 - digits.Length);
        var unit = text[(start + digits.Length)..].TrimStart(' ', '\u00A0', '\u202F').StartsWith('%') ? 0.01 : 1;
        return (Of(digits) * unit * (start > 0 ? -1 : 1), digit * unit);
    }

    private static int NumberAt(string text, int start)
    {
        var end = start;
        while (end < text.Length
            && (char.IsDigit(text[end]) || (end > start && IsSeparator(text[end]) && end + 1 < text.Length && char.IsDigit(text[end + 1]))))
        {
            end++;
        }

        return end - start;
    }

    private static bool IsSeparator(char c) => CultureInfo.CurrentCulture.NumberFormat is var format
        && (format.NumberDecimalSeparator.Contains(c) || format.NumberGroupSeparator.Contains(c));

    private double Sum()
    {
        var value = Take('−') ? -Product() : Product();
        for (; ; )
        {
            if (Take('+'))
            {
                value += Product();
            }
            else if (Take('−'))
            {
                value -= Product();
            }
            else
            {
                return value;
            }
        }
    }

    private double Product()
    {
        var value = Power();
        for (; ; )
        {
            if (Take('×'))
            {
                value *= Power();
            }
            else if (Take('÷'))
            {
                value /= Power();
            }
            else
            {
                return value;
            }
        }
    }

    private double Power()
    {
        var value = Single();
        return Take('^') ? Math.Pow(value, Single()) : value;
    }

    private double Single()
    {
        if (Take('('))
        {
            var value = Sum();
            return Take(')') ? value : throw new FormatException("A bracket is not closed.");
        }

        return _next < _tokens.Count && _tokens[_next].Sign == '#'
            ? _tokens[_next++].Number
            : throw new FormatException($"A number is missing at sign {_next}.");
    }

    private bool Take(char sign)
    {
        var found = _next < _tokens.Count && _tokens[_next].Sign == sign;
        _next += found ? 1 : 0;
        return found;
    }
}
