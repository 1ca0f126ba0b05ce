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

    protected static string Number(double value) => NumberText.Of(value, CultureInfo.CurrentCulture);
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
        _ when code.Trim().Length != code.Length => "The code begins or ends with a blank; remove it.",
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

/// <summary>Text for people: 1 to <see cref="MaxLength"/> characters unless it may be empty; line breaks allowed, other control characters not.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TextAttribute(int maxLength) : FieldRuleAttribute
{
    public int MaxLength { get; } = maxLength;

    /// <summary>True where nothing needs to be said.</summary>
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

/// <summary>A finite number from <see cref="Low"/> to <see cref="High"/>, both allowed.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class BetweenAttribute(double low, double high) : FieldRuleAttribute
{
    public double Low { get; } = low;

    public double High { get; } = high;

    public override string? Problem(object value)
    {
        var number = Convert.ToDouble(value, CultureInfo.InvariantCulture);
        return number >= Low && number <= High ? null : $"{Number(number)} is outside the scale; give {Number(Low)} to {Number(High)}.";
    }
}

/// <summary>A finite number above <see cref="Limit"/>.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class AboveAttribute(double limit) : FieldRuleAttribute
{
    public double Limit { get; } = limit;

    public override string? Problem(object value)
    {
        var number = Convert.ToDouble(value, CultureInfo.InvariantCulture);
        return number > Limit && double.IsFinite(number) ? null : $"{Number(number)} is too small; give a number above {Number(Limit)}.";
    }
}

/// <summary>A finite number not below <see cref="Limit"/>.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class AtLeastAttribute(double limit) : FieldRuleAttribute
{
    public double Limit { get; } = limit;

    public override string? Problem(object value)
    {
        var number = Convert.ToDouble(value, CultureInfo.InvariantCulture);
        return number >= Limit && double.IsFinite(number) ? null : $"{Number(number)} is too small; give {Number(Limit)} or more.";
    }
}
