using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace OperatingModel.Domain.HeatMaps.Cube;

/// <summary>
/// The judgements on one leaf, a row of units for the general ones and one for each stage link, each a code with its day; and the
/// code that counts in every cell: specific before general, aged. Both never change; an edit makes another.
/// </summary>
internal sealed class LeafScores
{
    /// <summary>Day of what is not a judgement: later than any, so never stale.</summary>
    private const uint NoDay = 0xFFFF;

    public const uint Missing = (NoDay << 16) | ScoreCode.Missing;

    public const uint NotApplicable = (NoDay << 16) | ScoreCode.NotApplicable;

    private LeafScores(uint[] judgements, ushort[] codes) => (Judgements, Codes) = (judgements, codes);

    /// <summary>Row 0 general, row j + 1 for the leaf's link j; code in the low half, day in the high half.</summary>
    public uint[] Judgements { get; }

    /// <summary>Row j for the leaf's link j.</summary>
    public ushort[] Codes { get; }

    public static uint Pack(ushort code, DateOnly day) => code == ScoreCode.Missing ? Missing : (DayOf(day) << 16) | code;

    /// <summary>Every judgement not above this is stale.</summary>
    public static uint StaleLimit(Ageing ageing) => ageing.StaleThrough < Epoch ? 0 : (DayOf(ageing.StaleThrough) << 16) | 0xFFFF;

    /// <param name="judgements">Belongs to the result from here on.</param>
    public static LeafScores Of(uint[] judgements, int stride, uint staleLimit)
    {
        var codes = GC.AllocateUninitializedArray<ushort>(judgements.Length - stride);
        for (var row = 0; row < codes.Length; row += stride)
        {
            Resolve(judgements, row + stride, stride, staleLimit, codes.AsSpan(row, stride));
        }

        return new LeafScores(judgements, codes);
    }

    /// <summary>The same judgements with another age limit.</summary>
    public LeafScores Aged(int stride, uint staleLimit) => Of(Judgements, stride, staleLimit);

    /// <summary>Whether a judgement is stale under one limit and not under the other.</summary>
    public bool AgesBetween(uint limit, uint otherLimit)
    {
        var (low, high) = (Math.Min(limit, otherLimit), Math.Max(limit, otherLimit));
        return low < high && Judgements.AsSpan().ContainsAnyInRange(low + 1, high);
    }

    /// <summary>One judgement replaced. Reports the links (from 0 inside the leaf) whose code is another now.</summary>
    public LeafScores With(int row, int unit, uint judgement, int stride, uint staleLimit, List<int> changedLinks)
    {
        uint[] judgements = [.. Judgements];
        judgements[(row * stride) + unit] = judgement;
        ushort[]? codes = null;
        var (first, last) = row == 0 ? (0, (Codes.Length / stride) - 1) : (row - 1, row - 1);
        for (var link = first; link <= last; link++)
        {
            var specific = judgements[((link + 1) * stride) + unit];
            var code = CodeOf(specific == Missing ? judgements[unit] : specific, staleLimit);
            if (code != Codes[(link * stride) + unit])
            {
                codes ??= [.. Codes];
                codes[(link * stride) + unit] = code;
                changedLinks.Add(link);
            }
        }

        return new LeafScores(judgements, codes ?? Codes);
    }

    private static ushort CodeOf(uint judgement, uint staleLimit)
    {
        var code = (ushort)judgement;
        return judgement <= staleLimit && code >= ScoreCode.Grade ? (ushort)(code - ScoreCode.Grade) : code;
    }

    // Eight units at a time; rows are padded.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Resolve(uint[] judgements, int row, int stride, uint staleLimit, Span<ushort> codes)
    {
        ref var general = ref MemoryMarshal.GetArrayDataReference(judgements);
        ref var specific = ref Unsafe.Add(ref general, row);
        ref var into = ref MemoryMarshal.GetReference(codes);
        for (nuint unit = 0; unit < (nuint)stride; unit += HeatAxes.Lanes)
        {
            var code = Code(Vector256.LoadUnsafe(ref specific, unit), Vector256.LoadUnsafe(ref general, unit), staleLimit);
            Vector128.Narrow(code.GetLower(), code.GetUpper()).StoreUnsafe(ref into, unit);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<uint> Code(Vector256<uint> specific, Vector256<uint> general, uint staleLimit)
    {
        var counts = Vector256.ConditionalSelect(Vector256.Equals(specific, Vector256.Create(Missing)), general, specific);
        var code = counts & Vector256.Create(0xFFFFu);
        var drops = Vector256.LessThanOrEqual(counts, Vector256.Create(staleLimit))
            & Vector256.GreaterThanOrEqual(code, Vector256.Create((uint)ScoreCode.Grade));
        return code - (drops & Vector256.Create((uint)ScoreCode.Grade));
    }

    private static DateOnly Epoch { get; } = new(1970, 1, 1);

    // Sixteen bits reach from 1971 to 2149; what lies outside is as old, or as new, as can be.
    private static uint DayOf(DateOnly day) => (uint)Math.Clamp(day.DayNumber - Epoch.DayNumber, 0, (int)NoDay - 1);
}
