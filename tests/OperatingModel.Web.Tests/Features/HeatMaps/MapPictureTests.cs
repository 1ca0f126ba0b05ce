using OperatingModel.Domain;
using OperatingModel.Domain.Assessments;
using OperatingModel.Domain.HeatMaps;
using OperatingModel.Domain.HeatMaps.Sensitivity;
using OperatingModel.Domain.Workspaces;
using OperatingModel.Exchange.Samples;
using OperatingModel.Web.Components.Grid;
using OperatingModel.Web.Features.HeatMaps;

namespace OperatingModel.Web.Tests.Features.HeatMaps;

public sealed class MapPictureTests
{
    private static readonly ModelSnapshot Airline = SampleModels.Airline(new DateOnly(2026, 1, 1));

    [Fact]
    public void A_small_model_opens_whole_and_a_large_one_as_far_as_fits()
    {
        Rows(HeatMapView.Default).Count.ShouldBe(Airline.Tree.Count);
        Rows(HeatMapView.Default with { Level = 1 }).Count.ShouldBe(8);
    }

    [Fact]
    public void A_branch_closed_by_hand_hides_its_descendants_only()
    {
        var rows = Rows(HeatMapView.Default with { Toggled = HeatMapView.Default.Toggled.Add("C3") });
        rows.Select(node => Airline.Tree[node].Code).Where(code => code.StartsWith("C3", StringComparison.Ordinal)).ShouldBe(["C3"]);
        rows.Count.ShouldBe(Airline.Tree.Count - 5);
    }

    [Fact]
    public void A_text_shows_what_matches_and_the_branches_it_hangs_on() =>
        Rows(HeatMapView.Default with { Text = "rebooking" }).Select(node => Airline.Tree[node].Code).ShouldBe(["C4", "C4.3"]);

    [Fact]
    public void Only_rows_with_a_cell_of_the_band_remain()
    {
        var rows = MapPicture.Of(Airline, Airline.Cube, HeatMapView.Default with { MinBand = HeatBand.Critical }).Rows;
        rows.Select(node => Airline.Tree[node].Code).ShouldBe(["C4", "C4.3"]);
    }

    [Fact]
    public void A_chain_alone_shows_only_the_capabilities_that_serve_it()
    {
        var second = new Domain.ValueChains.ValueChain("V2", "Cargo") { Position = 1 };
        var stage = new Domain.ValueChains.Stage("LOAD", "V2", "Load", 1, Domain.ValueChains.StageKind.Primary, 10, null) { Position = 99 };
        var link = new Domain.Capabilities.StageLink("LOAD", "C6.2", Domain.Capabilities.LinkStrength.Critical) { Position = 99 };
        var model = Airline.With([RowChange.Add(second), RowChange.Add(stage), RowChange.Add(link)], 2);
        var picture = MapPicture.Of(model, model.Cube, HeatMapView.Default with { Chain = "V2" });
        picture.Rows.Select(node => model.Tree[node].Code).ShouldBe(["C6", "C6.2"]);
        picture.Columns.Count.ShouldBe(1);
    }

    [Fact]
    public void Windows_that_show_the_same_share_the_picture_and_nobody_gets_that_of_another_view_or_revision()
    {
        var view = HeatMapView.Default;
        var picture = MapPictures.Of(Airline, view);
        MapPictures.Of(Airline, view with { Row = "C4.3", Column = "SEARCH", Zoom = 0.5, OverviewClosed = true }).ShouldBeSameAs(picture);

        HeatMapView[] others =
        [
            view with { Measure = Measure.Gap },
            view with { Columns = MapColumns.Units },
            view with { Unit = "MAIN" },
            view with { Level = 1 },
            view with { Toggled = view.Toggled.Add("C3") },
            view with { MinBand = HeatBand.Critical },
            view with { Text = "rebooking" },
            view with { Weights = (WhatIf.None with { Alpha = 2 }).ToString() },
        ];
        var all = others.Select(other => MapPictures.Of(Airline, other)).ToList();
        all.Distinct().Count().ShouldBe(others.Length);
        all.ShouldNotContain(picture);
        all[^1].Cube.ShouldNotBe(Airline.Cube);
        MapPictures.Of(Edited(), view).ShouldNotBeSameAs(picture);
        GC.KeepAlive(picture);
    }

    [Fact]
    public void A_patch_is_made_once_for_all_who_share_both_pictures_and_anew_for_others()
    {
        var (view, next) = (HeatMapView.Default, Edited());
        var (before, after) = (MapPictures.Of(Airline, view), MapPictures.Of(next, view));
        var patch = after.Patch(before, ["C4.3"])!;
        after.Patch(before, ["C4.3"]).ShouldBeSameAs(patch);
        after.Patch(before, ["C4.2"])!.ShouldNotBe(patch);
        after.Patch(before, ["C4.3"]).ShouldBe(patch);
        after.Patch(after, ["C4.3"]).ShouldNotBe(patch);
    }

    private static ModelSnapshot Edited()
    {
        var before = Airline.Assessments.Find(Assessment.KeyOf("C4.3", "MAIN", null))!;
        return Airline.With([RowChange.Replace(before, before with { Current = 5 })], 2);
    }

    [Theory]
    [InlineData(Measure.Heat)]
    [InlineData(Measure.Gap)]
    [InlineData(Measure.Coverage)]
    [InlineData(Measure.Enablement)]
    public void A_patch_after_an_edit_makes_the_same_picture_as_drawing_all_of_it(Measure measure)
    {
        var view = HeatMapView.Default with { Measure = measure };
        var before = Airline.Assessments.Find(Assessment.KeyOf("C4.3", "MAIN", null))!;
        var change = RowChange.Replace(before, before with { Current = 3, Version = 2 });
        var next = Airline.With([change], 2);
        var (old, now) = (MapPicture.Of(Airline, Airline.Cube, view), MapPicture.Of(next, next.Cube, view));
        var patch = now.Patch(old, ["C4.3"]).ShouldNotBeNull();
        Patched(old.Cells(), patch, old.Rows.Count * old.Columns.Count).ShouldBe(now.Cells()[12..(12 + (old.Rows.Count * old.Columns.Count))]);
    }

    [Fact]
    public void A_stage_without_a_link_is_blank_a_unit_without_the_capability_is_not_applicable()
    {
        var picture = MapPicture.Of(Airline, Airline.Cube, HeatMapView.Default with { Columns = MapColumns.Units });
        var values = picture.Cells()[12..];
        values[(picture.Rows.ToList().IndexOf(Airline.Tree.IndexOf("C2.1")) * 4) + 3].ShouldBe((byte)126);
        values[(picture.Rows.ToList().IndexOf(Airline.Tree.IndexOf("C4.2")) * 4) + 2].ShouldBe((byte)127);
        var stages = MapPicture.Of(Airline, Airline.Cube, HeatMapView.Default);
        stages.Cells()[12..][(stages.Rows.ToList().IndexOf(Airline.Tree.IndexOf("C4.3")) * 10) + 0].ShouldBe((byte)125);
    }

    [Fact]
    public void A_cell_says_how_much_of_it_nobody_has_assessed_except_where_that_is_what_it_says()
    {
        // Travel documents: Mainline and Low-cost are scored, Regional and Holidays are not.
        var place = (Row: Airline.Tree.IndexOf("C4.2"), Column: Airline.Cube.StageIndex("PREP"));
        var coverage = Airline.Cube.Of(place.Row, place.Column).Coverage.ShouldNotBeNull();
        coverage.ShouldBeInRange(0.01, 0.99);
        int quarters = GridCell.UnknownQuarters(coverage);
        foreach (var (measure, expected) in new[] { (Measure.Heat, quarters), (Measure.Gap, quarters), (Measure.Coverage, 0) })
        {
            var picture = MapPicture.Of(Airline, Airline.Cube, HeatMapView.Default with { Measure = measure });
            UnknownAt(picture, (picture.Rows.ToList().IndexOf(place.Row) * picture.Columns.Count) + place.Column).ShouldBe(expected, $"{measure}");
        }
    }

    [Fact]
    public void What_is_said_of_a_unit_is_what_the_map_of_the_unit_shows()
    {
        var (picture, cube) = (MapPicture.Of(Airline, Airline.Cube, HeatMapView.Default with { Unit = "REG" }), Airline.Cube);
        var scope = picture.Scope();
        var unit = cube.UnitIndex("REG");
        scope.Words.ShouldBe("Regional");
        scope.Total(cube).ShouldBe(cube.Of(unit: unit));
        var hottest = scope.Hottest(cube).ShouldNotBeNull();
        hottest.Heat.ShouldBe(picture.Rows.SelectMany(row => picture.Columns.Select(column => cube.Of(row, column, unit).Heat ?? 0)).Max(), 1e-9);
        hottest.Heat.ShouldBeGreaterThan(MapPicture.Of(Airline, cube, HeatMapView.Default).Scope().Hottest(cube)!.Value.Heat);
        cube.Of(hottest.Node, hottest.Column, unit).Heat.ShouldBe(hottest.Heat);
    }

    [Fact]
    public void What_a_filter_leaves_out_is_not_counted()
    {
        var cube = Airline.Cube;
        var scope = MapPicture.Of(Airline, cube, HeatMapView.Default with { Text = "rebooking", Unit = "MAIN" }).Scope();
        scope.Words.ShouldBe("Mainline, “rebooking”");
        Airline.Tree.Leaves.Where(scope.Leaves.Contains).ShouldBe([Airline.Tree.IndexOf("C4.3")]);
        scope.Leaves.Count.ShouldBe(1);
        var (all, one) = (scope.Total(cube), cube.Of(Airline.Tree.IndexOf("C4.3"), unit: cube.UnitIndex("MAIN")));
        all.Heat!.Value.ShouldBe(one.Heat!.Value, 1e-9);
        all.Mass.ShouldBe(one.Mass, 1e-12);
        all.Cells.ShouldBe(one.Cells);
        // A branch that matches without its children stands for all of them.
        MapPicture.Of(Airline, cube, HeatMapView.Default with { Level = 1 }).Scope().Total(cube).ShouldBe(cube.Of());
    }

    [Fact]
    public void Everything_in_sight_by_units_is_everything() =>
        MapPicture.Of(Airline, Airline.Cube, HeatMapView.Default with { Columns = MapColumns.Units, Text = "C4" }).Scope()
            .Total(Airline.Cube).Heat!.Value.ShouldBe(Airline.Cube.Of(Airline.Tree.IndexOf("C4")).Heat!.Value, 1e-9);

    [Fact]
    public void The_pointer_is_told_the_range_that_missing_scores_leave()
    {
        var hints = MapPicture.Of(Airline, Airline.Cube, HeatMapView.Default).Hints("C4.2", "PREP");
        hints[0].ShouldStartWith("Range ");
        hints[0].ShouldContain("assessed");
    }

    // Reads the two bits of one cell as the browser does.
    private static int UnknownAt(MapPicture picture, int index)
    {
        var (bytes, count) = (picture.Cells(), picture.Rows.Count * picture.Columns.Count);
        if (bytes[2] == 0)
        {
            return 0;
        }

        var before = bytes[12..(12 + index)].Count(value => (value & 127) < 125);
        return (bytes[12 + count + (before / 4)] >> (2 * (before % 4))) & 3;
    }

    private static IReadOnlyList<int> Rows(HeatMapView view) => MapPicture.Of(Airline, Airline.Cube, view).Rows;

    // Applies a patch to the values of a full push, as the browser does.
    private static byte[] Patched(byte[] cells, byte[] patch, int count)
    {
        byte[] values = cells[12..(12 + count)];
        var (at, index) = (0, 0);
        int Varint()
        {
            var (value, shift) = (0, 0);
            while (true)
            {
                var part = patch[at++];
                value |= (part & 0x7F) << shift;
                shift += 7;
                if (part < 0x80)
                {
                    return value;
                }
            }
        }

        for (var left = Varint(); left > 0; left--)
        {
            index += Varint();
            values[index] = patch[at];
            at += 2;
        }

        return values;
    }
}
