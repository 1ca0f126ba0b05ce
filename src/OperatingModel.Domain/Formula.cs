namespace OperatingModel.Domain;

/// <summary>
/// A calculation that a reader can repeat with a pocket calculator. It is printed with as many digits as the printed numbers need to give
/// the printed result; where many digits are not enough, it says ≈ instead of =.
/// </summary>
public abstract record Formula
{
    /// <summary>The most digits beyond the usual that are tried.</summary>
    internal const int MostDigitsMore = 6;

    /// <summary>The precedence: sums 1, products 2, powers 3, numbers 4.</summary>
    internal abstract int Binding { get; }

    /// <summary>A named number, e.g. <c>reach 28.3%</c>.</summary>
    /// <param name="words">What it is, without digits or signs; empty where it needs no name.</param>
    public static Formula Of(string words, double value, FigureUnit unit) => new Named(words, value, unit);

    /// <summary>A named whole number.</summary>
    public static Formula Of(string words, long count) => new Named(words, count, FigureUnit.Count());

    public static Formula Power(Formula value, Formula exponent) => new Join(value, '^', exponent, 3);

    public static implicit operator Formula(double constant) => new Named("", constant, new FigureUnit("", 9));

    public static Formula operator +(Formula left, Formula right) => new Join(left, '+', right, 1);

    public static Formula operator -(Formula left, Formula right) => new Join(left, '−', right, 1);

    public static Formula operator *(Formula left, Formula right) => new Join(left, '×', right, 2);

    public static Formula operator /(Formula left, Formula right) => new Join(left, '÷', right, 2);

    /// <summary>The calculation in as few digits as give the printed result.</summary>
    /// <param name="result">The result of the calculation, unrounded.</param>
    /// <param name="more">Digits with which the result is printed beyond those of its unit.</param>
    public (string Text, bool IsExact) Print(double result, FigureUnit unit, int more = 0)
    {
        for (var digits = 0; digits <= MostDigitsMore; digits++)
        {
            if (unit.Rounded(At(digits), more).Equals(unit.Rounded(result, more)))
            {
                return (Text(digits), true);
            }
        }

        return (Text(MostDigitsMore), false);
    }

    /// <summary>The result of the printed numbers.</summary>
    internal abstract double At(int more);

    internal abstract string Text(int more);

    private sealed record Named(string Words, double Value, FigureUnit Unit) : Formula
    {
        internal override int Binding => 4;

        internal override double At(int more) => Unit.Rounded(Value, more);

        internal override string Text(int more) => Words.Length == 0 ? Number(more) : $"{Words} {Number(more)}";

        private string Number(int more) => Value < 0 ? $"(−{Unit.Text(-Value, more)})" : Unit.Text(Value, more);
    }

    private sealed record Join(Formula Left, char Sign, Formula Right, int Strength) : Formula
    {
        internal override int Binding => Strength;

        internal override double At(int more) => (Sign, Left.At(more), Right.At(more)) switch
        {
            ('+', var left, var right) => left + right,
            ('−', var left, var right) => left - right,
            ('×', var left, var right) => left * right,
            ('÷', var left, var right) => left / right,
            (_, var left, var right) => Math.Pow(left, right),
        };

        internal override string Text(int more) => Sign == '^'
            ? $"{Inside(Left, 3, more)}^{Inside(Right, 3, more)}"
            : $"{Inside(Left, Strength - 1, more)} {Sign} {Inside(Right, Sign is '+' or '×' ? Strength - 1 : Strength, more)}";

        // A part of lower precedence than this is put in brackets.
        private static string Inside(Formula part, int weakest, int more) => part.Binding > weakest ? part.Text(more) : $"({part.Text(more)})";
    }
}
