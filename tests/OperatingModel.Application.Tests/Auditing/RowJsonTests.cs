using FsCheck;
using FsCheck.Fluent;
using OperatingModel.Domain;
using OperatingModel.Domain.BusinessUnits;
using OperatingModel.Domain.Capabilities;
using OperatingModel.Domain.Fields;
using OperatingModel.Domain.Teams;

namespace OperatingModel.Application.Tests.Auditing;

public sealed class RowJsonTests
{
    [Fact]
    public void A_row_of_any_list_is_written_and_read_back_exactly() => Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
    {
        var model = new RandomRows(new Random(seed)).Model(rowsPerList: 3);
        foreach (var row in ModelTables.All.SelectMany(table => model.Table(table).Rows))
        {
            var stored = row with { Version = seed };
            var read = RowJson.Read(ModelTables.Of(row.GetType()), RowJson.Write(stored));
            read.ShouldBe(stored);
            (read.Position, read.Version).ShouldBe((stored.Position, stored.Version));
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(25));

    [Fact]
    public void A_random_model_has_rows_in_every_list()
    {
        var model = new RandomRows(new Random(1)).Model(rowsPerList: 10);
        ModelTables.All.ShouldAllBe(table => model.Table(table).Rows.Count > 0);
    }

    [Fact]
    public void The_text_names_fields_as_the_code_does_and_leaves_out_what_is_absent() =>
        RowJson.Write(new BusinessUnit("MAIN", "Zürich", 0.1, null) { Position = 2, Version = 7 })
            .ShouldBe("""{"Position":2,"Version":7,"Code":"MAIN","Name":"Zürich","Revenue":0.1}""");

    [Fact]
    public void The_strength_of_a_link_is_its_number() =>
        RowJson.Write(new StageLink("S", "C", LinkStrength.Critical)).ShouldEndWith("""
            "Strength":9}
            """);

    [Fact]
    public void A_field_that_an_old_entry_does_not_know_gets_its_default() =>
        RowJson.Read(ModelTables.Of<Interaction>(), """{"Position":1,"Version":3,"Team":"A","With":"B","Mode":"Facilitating"}""")
            .ShouldBe(new Interaction("A", "B", InteractionMode.Facilitating));
}
