using System.Globalization;
using OperatingModel.Domain.Reading;

namespace OperatingModel.Domain;

/// <summary>A rule that one field of a row obeys by itself, stated where the field is declared and read by checks, forms and storage.</summary>
public abstract class FieldRuleAttribute : Attribute
{
    /// <summary>What is wrong with <paramref name="value"/> and how to put it right; null when it obeys. Absent values always obey.</summary>
    public abstract string? Problem(object value);

    /// <summary>Whether the text cannot be written as UTF-8: one half of a surrogate pair stands without the other.</summary>
    protected static bool HoldsHalfCharacter(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]) && !(i + 1 < text.Length && char.IsSurrogatePair(text[i], text[++i])))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A number as a person gave it, with every digit; a very large or small one has an exponent.</summary>
    protected static string Number(double value) => Math.Abs(value) is 0 or (>= 1e-9 and < 1e16)
        ? NumberText.Of(value, CultureInfo.CurrentCulture) : value.ToString(CultureInfo.CurrentCulture);

    /// <summary>A limit, with groups where it is large.</summary>
    protected static string Amount(double limit) => limit.ToString("#,0.######", CultureInfo.CurrentCulture);
}

/// <summary>The row's own code: 1 to 32 characters, no control characters, no blanks at the ends, unique in its list.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class CodeAttribute : FieldRuleAttribute
{
    public const int MaxLength = 32;

    public override string? Problem(object value) => ProblemOf((string)value);

    internal static string? ProblemOf(string code) => code switch
    {
        "" => "A code is missing; give 1 to 32 characters.",
        { Length: > MaxLength } => $"The code has {code.Length} characters; use at most {MaxLength}.",
        _ when code.Any(char.IsControl) => "The code holds a control character; use letters, digits, dots and dashes.",
        _ when HoldsHalfCharacter(code) => "The code holds half a character (a lone surrogate); type it again.",
        _ when code.Trim().Length != code.Length => $"The code {NearName.Quoted(code)} has {NearName.Hidden(code)}; remove it.",
        _ => null,
    };
}

/// <summary>The code of a row in another list (or in its own: a parent).</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class RefAttribute(Type target) : FieldRuleAttribute
{
    /// <summary>The row type referred to.</summary>
    public Type Target { get; } = target;

    public override string? Problem(object value) => CodeAttribute.ProblemOf((string)value);
}

/// <summary>
/// Text for people: 1 to <see cref="MaxLength"/> characters unless it may be empty; line breaks allowed, other control characters not.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TextAttribute(int maxLength) : FieldRuleAttribute
{
    public int MaxLength { get; } = maxLength;

    /// <summary>Whether the text may be empty.</summary>
    public bool MayBeEmpty { get; init; }

    public override string? Problem(object value)
    {
        var text = (string)value;
        if (text.Length > MaxLength)
        {
            return $"The text has {text.Length} characters; use at most {MaxLength}.";
        }

        if (text.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t')))
        {
            return "The text holds a control character; remove it.";
        }

        if (HoldsHalfCharacter(text))
        {
            return "The text holds half a character (a lone surrogate); type it again.";
        }

        return !MayBeEmpty && string.IsNullOrWhiteSpace(text) ? "The text is empty; say what it is." : null;
    }
}

/// <summary>
/// A finite number from <see cref="Low"/> to <see cref="High"/>, both allowed, and 0 itself or at least <see cref="Ranges.Least"/> in size.
/// Every number of a model has such a range.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class BetweenAttribute(double low, double high) : FieldRuleAttribute
{
    public double Low { get; } = low;

    public double High { get; } = high;

    /// <summary>As people read it.</summary>
    public string LowText => Amount(Low);

    /// <summary>As people read it.</summary>
    public string HighText => Amount(High);

    public override string? Problem(object value)
    {
        var number = Convert.ToDouble(value, CultureInfo.InvariantCulture);
        return !(number >= Low && number <= High) ? $"{Number(number)} is outside the scale; give {LowText} to {HighText}."
            : number != 0 && Math.Abs(number) < Ranges.Least ? $"{Number(number)} is too near to 0; give 0 or at least {Amount(Ranges.Least)}."
            : null;
    }
}
