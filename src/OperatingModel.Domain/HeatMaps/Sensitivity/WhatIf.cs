using System.Collections.Immutable;
using System.Globalization;
using OperatingModel.Domain.BusinessUnits;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.HeatMaps.Sensitivity;

/// <summary>Weights that the user tries out in place of the model's own. It holds only those that differ, and is written into the address.</summary>
public sealed record WhatIf
{
    private const char Separator = ';';

    private static readonly BetweenAttribute ScaleRule = ModelTables.Of<ModelSettings>().Fields
        .First(field => field.Name == nameof(ModelSettings.ContributionMinor)).Rules.OfType<BetweenAttribute>().Single();

    public static WhatIf None { get; } = new();

    /// <summary>The exponent of importance, 0.25..4; null for the model's own.</summary>
    public double? Alpha { get; init; }

    /// <summary>The exponent of the gap, 0.25..4; null for the model's own.</summary>
    public double? Gamma { get; init; }

    /// <summary>The points of minor, supporting and critical links; null for the model's own.</summary>
    public (double Minor, double Supporting, double Critical)? Scale { get; init; }

    public WeightBasis? Basis { get; init; }

    /// <summary>The points of stages by their codes, 0..100.</summary>
    public ImmutableSortedDictionary<string, double> Stages { get; init; } = ImmutableSortedDictionary.Create<string, double>(StringComparer.Ordinal);

    public bool IsEmpty => Alpha is null && Gamma is null && Scale is null && Basis is null && Stages.IsEmpty;

    /// <summary>Returns the weights of the model, replaced by those tried out. Stages that do not exist are ignored.</summary>
    public HeatWeights Apply(ModelSnapshot model)
    {
        var weights = HeatWeights.Of(model);
        weights = weights with { Alpha = Alpha ?? weights.Alpha, Gamma = Gamma ?? weights.Gamma };
        if (Scale is { } scale)
        {
            weights = weights with { Minor = scale.Minor, Supporting = scale.Supporting, Critical = scale.Critical };
        }

        if (Basis is { } basis && model.BusinessUnits.Any(unit => unit.WeightOn(basis) > 0))
        {
            weights = weights.WithUnitBasis(model, basis);
        }

        var points = Stages
            .Where(stage => model.Stages.Contains(stage.Key))
            .Aggregate(weights.StagePoints, (all, stage) => all.SetItem(stage.Key, stage.Value));
        return model.Stages.Any(stage => points[stage.Code] > 0) ? weights with { StagePoints = points } : weights;
    }

    public static WhatIf Parse(string text)
    {
        var result = None;
        foreach (var part in text.Split(Separator, StringSplitOptions.RemoveEmptyEntries))
        {
            result = part[0] switch
            {
                'a' when Number(part[1..]) is { } alpha and >= 0.25 and <= 4 => result with { Alpha = alpha },
                'g' when Number(part[1..]) is { } gamma and >= 0.25 and <= 4 => result with { Gamma = gamma },
                'k' when ScaleOf(part[1..]) is { } scale => result with { Scale = scale },
                'b' when Enum.TryParse<WeightBasis>(part[1..], out var basis) && Enum.IsDefined(basis) => result with { Basis = basis },
                's' when part.LastIndexOf('=') is var at and > 1 && Number(part[(at + 1)..]) is { } points and >= 0 and <= 100 =>
                    result with { Stages = result.Stages.SetItem(Uri.UnescapeDataString(part[1..at]), points) },
                _ => result,
            };
        }

        return result;
    }

    /// <summary>Returns the first part of a text that <see cref="Parse"/> cannot read; null when it reads all parts.</summary>
    public static string? Misread(string text) =>
        text.Split(Separator, StringSplitOptions.RemoveEmptyEntries).FirstOrDefault(part => Parse(part).ToString().Length == 0);

    public override string ToString()
    {
        List<string> parts = [];
        if (Alpha is { } alpha)
        {
            parts.Add($"a{Text(alpha)}");
        }

        if (Gamma is { } gamma)
        {
            parts.Add($"g{Text(gamma)}");
        }

        if (Scale is { } scale)
        {
            parts.Add($"k{Text(scale.Minor)}-{Text(scale.Supporting)}-{Text(scale.Critical)}");
        }

        if (Basis is { } basis)
        {
            parts.Add($"b{basis}");
        }

        parts.AddRange(Stages.Select(stage => $"s{Uri.EscapeDataString(stage.Key)}={Text(stage.Value)}"));
        return string.Join(Separator, parts);
    }

    private static string Text(double number) => number.ToString("0.###", CultureInfo.InvariantCulture);

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    private static (double, double, double)? ScaleOf(string text) => text.Split('-') is [var minor, var supporting, var critical]
        && Points(minor) is { } m && Points(supporting) is { } s && Points(critical) is { } c ? (m, s, c) : null;

    // The points of links have the same range as in the model.
    private static double? Points(string text) => Number(text) is { } points && ScaleRule.Problem(points) is null ? points : null;
}
