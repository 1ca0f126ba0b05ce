using System.Collections.Immutable;
using OperatingModel.Domain.BusinessUnits;
using OperatingModel.Domain.HeatMaps;
using OperatingModel.Domain.HeatMaps.Sensitivity;
using OperatingModel.Exchange.Samples;
using OperatingModel.Web.Features.HeatMaps;

namespace OperatingModel.Web.Tests.Features.HeatMaps;

public sealed class HeatMapViewTests
{
    [Fact]
    public void A_view_survives_its_address()
    {
        var view = new HeatMapView
        {
            Measure = Measure.Gap,
            Columns = MapColumns.Units,
            Unit = "A&B =",
            Chain = "V,1",
            Level = 2,
            Toggled = ImmutableSortedSet.Create(StringComparer.Ordinal, "C 1", "C,2", "Ü&3"),
            MinBand = HeatBand.Hot,
            AsOf = new DateOnly(2025, 6, 30),
            Text = "a+b #?",
            Row = "C4.3",
            Column = "PREP",
            WeightsOpen = true,
            Zoom = 0.5,
            Weights = "a2;sPREP=20",
        };
        var again = HeatMapView.Parse(view.ToQuery());
        again.Toggled.ShouldBe(view.Toggled);
        (again with { Toggled = view.Toggled }).ShouldBe(view);
    }

    [Theory]
    [InlineData("?zoom=1", 1.0)]
    [InlineData("?zoom=0.067", 0.067)]
    [InlineData("", null)]
    public void Full_size_that_was_asked_for_is_not_the_size_that_the_model_decides(string query, double? zoom)
    {
        HeatMapView.Parse(query).Zoom.ShouldBe(zoom);
        HeatMapView.Parse(query).ToQuery().ShouldBe(query);
    }

    [Fact]
    public void A_zoom_is_cut_not_rounded_for_what_just_fits_must_still_fit() =>
        (HeatMapView.Default with { Zoom = 0.0679 }).ToQuery().ShouldBe("?zoom=0.067");

    [Fact]
    public void A_closed_panel_is_part_of_the_address_and_no_other_picture()
    {
        var closed = HeatMapView.Default with { OverviewClosed = true };
        closed.ToQuery().ShouldBe("?panel=none");
        HeatMapView.Parse("?panel=none").OverviewClosed.ShouldBeTrue();
        closed.ShowsSameCellsAs(HeatMapView.Default).ShouldBeTrue();
    }

    [Fact]
    public void The_default_view_needs_no_query() => HeatMapView.Default.ToQuery().ShouldBe("");

    [Theory]
    [InlineData("?measure=Nonsense&level=99&zoom=NaN&band=7&cols=9")]
    [InlineData("?zoom=1e999&asof=2025-02-30&level=-1&measure=77&toggle=&q=")]
    public void What_cannot_be_read_is_the_default(string query) => HeatMapView.Parse(query).ToQuery().ShouldBe("");

    [Fact]
    public void Tried_weights_survive_their_address()
    {
        var weights = new WhatIf
        {
            Alpha = 2,
            Gamma = 0.5,
            Scale = (1, 2, 3),
            Basis = WeightBasis.Equal,
            Stages = WhatIf.None.Stages.Add("A;=B", 12.5).Add("PREP", 0),
        };
        var again = WhatIf.Parse(weights.ToString());
        again.Stages.ShouldBe(weights.Stages);
        (again with { Stages = weights.Stages }).ShouldBe(weights);
    }

    [Theory]
    [InlineData("a999;gx;k0-1-2;bNone;sPREP=101;s=;;zz")]
    [InlineData("aNaN;k1-2;sPREP=-1")]
    public void Weights_that_cannot_be_meant_are_ignored(string text) => WhatIf.Parse(text).IsEmpty.ShouldBeTrue();

    [Fact]
    public void Weights_that_would_leave_nothing_are_not_applied()
    {
        var model = SampleModels.Airline(new DateOnly(2026, 1, 1));
        var nothing = WhatIf.None with { Stages = WhatIf.None.Stages.AddRange(model.Stages.Select(stage => KeyValuePair.Create(stage.Code, 0d))) };
        nothing.Apply(model).ShouldBe(HeatWeights.Of(model));
    }
}
