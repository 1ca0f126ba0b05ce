using System.IO.Compression;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using OperatingModel.Domain.Workspaces;
using OperatingModel.Web.Components.Grid;
using OperatingModel.Web.Features.HeatMaps;

namespace OperatingModel.Web.Tests.Components.Grid;

public sealed class GridPayloadTests
{
    private static readonly GridScale Heat = Scales.Of(Measure.Heat, ModelSettings.Default, 0);

    [Fact]
    public void Every_cell_comes_back_with_its_rounded_value_its_exact_colour_and_its_signs() =>
        Prop.ForAll(Gen.Choose(1, 400).SelectMany(count => CellOf().ArrayOf(count)).ToArbitrary(), cells =>
        {
            var decoded = Decoded.Of(GridPayload.Cells(1, cells.Length, cells, Heat), Heat);
            for (var i = 0; i < cells.Length; i++)
            {
                decoded.Cells[i].State.ShouldBe(cells[i].State);
                decoded.Cells[i].Peak.ShouldBe(cells[i].Peak);
                if (cells[i].State == GridState.Value)
                {
                    decoded.Cells[i].Value.ShouldBe(Math.Round(cells[i].Value, MidpointRounding.AwayFromZero));
                    decoded.Cells[i].Shade.ShouldBe(cells[i].Shade);
                    decoded.Cells[i].Unknown.ShouldBe(cells[i].Unknown);
                }
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_full_push_of_1500_by_60_cells_stays_below_100_KB_as_sent()
    {
        // Heat that falls as it does in models; one cell in twelve of another colour than its rounded value, one in ten a hidden hot
        // spot, and only a part known of one in four, all without any order.
        var random = new Random(20261130);
        var cells = Enumerable.Range(0, 1500 * 60)
            .Select(i => Cell(i % 12 == 0 ? 9.6 : 100 * Math.Pow(random.NextDouble(), 3), random.Next(10) == 0))
            .Select(cell => cell with { Unknown = (byte)Math.Max(0, random.Next(12) - 8) })
            .ToArray();
        using var sent = new MemoryStream();
        // As WebSockets compress a message.
        using (var deflate = new DeflateStream(sent, CompressionLevel.Optimal))
        {
            deflate.Write(GridPayload.Cells(1500, 60, cells, Heat));
        }

        sent.ToArray().Length.ShouldBeLessThan(100_000);
    }

    [Theory]
    [InlineData(1.0, 0)]
    [InlineData(0.999, 1)]
    [InlineData(0.7, 1)]
    [InlineData(0.5, 2)]
    [InlineData(0.3, 3)]
    [InlineData(0.001, 3)]
    public void What_is_known_in_part_looks_so_however_large_the_part(double coverage, byte quarters) =>
        GridCell.UnknownQuarters(coverage).ShouldBe(quarters);

    [Fact]
    public void The_vectors_that_the_browser_reads_are_what_is_written()
    {
        using var vectors = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Repository.Root, "tests", "heat-grid", "vectors.json")));
        foreach (var vector in vectors.RootElement.GetProperty("cells").EnumerateArray())
        {
            var scale = ScaleOf(vector);
            int[] values = [.. vector.GetProperty("values").EnumerateArray().Select(value => value.GetInt32())];
            var cells = values.Select(value => CellOf(value, scale)).ToArray();
            foreach (var (index, shade) in Pairs(vector, "exceptions"))
            {
                cells[index] = cells[index] with { Shade = (byte)shade };
            }

            foreach (var (index, quarters) in Pairs(vector, "unknown"))
            {
                cells[index] = cells[index] with { Unknown = (byte)quarters };
            }

            foreach (var index in vector.TryGetProperty("peaks", out var peaks) ? peaks.EnumerateArray().Select(peak => peak.GetInt32()) : [])
            {
                cells[index] = cells[index] with { Peak = true };
            }

            var (rows, columns) = (vector.GetProperty("rowCount").GetInt32(), vector.GetProperty("columnCount").GetInt32());
            Convert.ToHexStringLower(GridPayload.Cells(rows, columns, cells, scale))
                .ShouldBe(vector.GetProperty("bytes").GetString(), vector.ToString());
        }

        foreach (var vector in vectors.RootElement.GetProperty("patches").EnumerateArray())
        {
            var scale = ScaleOf(vector);
            (int, GridCell)[] changes = [.. vector.GetProperty("changes").EnumerateArray().Select(change => (
                change.GetProperty("index").GetInt32(),
                CellOf(change.GetProperty("value").GetInt32(), scale) with
                {
                    Shade = change.GetProperty("shade").GetByte(),
                    Peak = change.TryGetProperty("peak", out var peak) && peak.GetBoolean(),
                    Unknown = change.TryGetProperty("unknown", out var quarters) ? quarters.GetByte() : (byte)0,
                }))];
            Convert.ToHexStringLower(GridPayload.Patch(changes, scale)).ShouldBe(vector.GetProperty("bytes").GetString(), vector.ToString());
        }
    }

    [Fact]
    public void A_value_just_below_a_band_keeps_the_colour_of_its_band_though_it_rounds_into_the_next()
    {
        var decoded = Decoded.Of(GridPayload.Cells(1, 2, [Cell(9.6, false), Cell(0.2, false)], Heat), Heat);
        decoded.Cells[0].ShouldBe(new GridCell(GridState.Value, 10, 1, false));
        decoded.Cells[1].ShouldBe(new GridCell(GridState.Value, 0, 1, false));
    }

    [Fact]
    public void A_patch_names_each_changed_cell_with_its_new_face()
    {
        var bytes = GridPayload.Patch([(3, Cell(60, true)), (200, new GridCell(GridState.Unknown, 0, 0, false))], Heat);
        var reader = new Reader(bytes);
        reader.Varint().ShouldBe(2);
        (reader.Varint(), reader.Byte(), reader.Byte()).ShouldBe((3, 60 | 128, 4));
        (reader.Varint(), reader.Byte(), reader.Byte()).ShouldBe((197, 127, 0));
        reader.IsAtEnd.ShouldBeTrue();
    }

    // Values stand for themselves, and their own shade is 0.
    private static GridScale ScaleOf(JsonElement vector) =>
        new("Any", "", 1, 0, "step", [1e9, 1e9, 1e9, 1e9], false, ["", "", "", "", ""], vector.GetProperty("bytesPerValue").GetInt32() == 2);

    private static GridCell CellOf(int value, GridScale scale) => (value - (scale.Wide ? 32765 : 125)) switch
    {
        0 => new(GridState.NotLinked, 0, 0, false),
        1 => new(GridState.NotApplicable, 0, 0, false),
        2 => new(GridState.Unknown, 0, 0, false),
        _ => new(GridState.Value, value, 0, false),
    };

    private static IEnumerable<(int Index, int Number)> Pairs(JsonElement vector, string name) => vector.TryGetProperty(name, out var pairs)
        ? pairs.EnumerateArray().Select(pair => (pair[0].GetInt32(), pair[1].GetInt32()))
        : [];

    private static GridCell Cell(double heat, bool peak) => new(GridState.Value, heat, Heat.ShadeOf(heat), peak);

    private static Gen<GridCell> CellOf() => Gen.OneOf(
        from thousandth in Gen.Choose(0, 100_000)
        from peak in Gen.Elements(true, false)
        from unknown in Gen.Choose(0, 3)
        select Cell(thousandth / 1000.0, peak) with { Unknown = (byte)unknown },
        Gen.Elements(GridState.Unknown, GridState.NotApplicable, GridState.NotLinked).Select(state => new GridCell(state, 0, 0, false)));

    /// <summary>Reads the bytes as the browser does.</summary>
    private sealed record Decoded(GridCell[] Cells)
    {
        public static Decoded Of(byte[] bytes, GridScale scale)
        {
            var count = BitConverter.ToInt32(bytes, 4) * BitConverter.ToInt32(bytes, 8);
            var reader = new Reader(bytes, 12);
            var cells = new GridCell[count];
            for (var i = 0; i < count; i++)
            {
                var code = reader.Byte();
                cells[i] = (code & 127) switch
                {
                    125 => new(GridState.NotLinked, 0, 0, false),
                    126 => new(GridState.NotApplicable, 0, 0, false),
                    127 => new(GridState.Unknown, 0, 0, false),
                    var value => new(GridState.Value, value * scale.Factor, scale.ShadeOf(value * scale.Factor), code > 127),
                };
            }

            if (bytes[2] == 1)
            {
                var (part, bits) = (0, 8);
                for (var i = 0; i < count; i++)
                {
                    if (cells[i].State == GridState.Value)
                    {
                        (part, bits) = bits == 8 ? (reader.Byte(), 0) : (part, bits);
                        cells[i] = cells[i] with { Unknown = (byte)((part >> bits) & 3) };
                        bits += 2;
                    }
                }
            }

            var index = 0;
            for (var left = reader.Varint(); left > 0; left--)
            {
                var (step, shade) = Math.DivRem(reader.Varint(), 5);
                index += step;
                cells[index] = cells[index] with { Shade = (byte)shade };
            }

            reader.IsAtEnd.ShouldBeTrue();
            return new Decoded(cells);
        }
    }

    private sealed class Reader(byte[] bytes, int at = 0)
    {
        private int _at = at;

        public bool IsAtEnd => _at == bytes.Length;

        public int Byte() => bytes[_at++];

        public int Varint()
        {
            var (value, shift) = (0, 0);
            while (true)
            {
                var part = Byte();
                value |= (part & 0x7F) << shift;
                shift += 7;
                if (part < 0x80)
                {
                    return value;
                }
            }
        }
    }
}
