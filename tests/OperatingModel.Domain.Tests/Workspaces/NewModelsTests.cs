using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.Tests.Workspaces;

public sealed class NewModelsTests
{
    [Fact]
    public void An_empty_model_breaks_no_rule_that_blocks() =>
        ModelRules.Check(NewModels.Empty("New", "N", Models.Today)).ShouldAllBe(problem => !problem.Blocks);

    [Fact]
    public void A_copy_has_another_heading_and_the_same_contents()
    {
        var copy = NewModels.CopyOf(Models.Mini(), "Second", "M-2");
        (copy.Meta.Name, copy.Meta.Code).ShouldBe(("Second", "M-2"));
        copy.Assessments.ShouldBe(Models.Mini().Assessments);
    }

    [Fact]
    public void A_copy_gets_a_code_that_no_other_model_has()
    {
        NewModels.NamesOfCopy(Models.Meta, ["M"]).ShouldBe(("Model (copy)", "M-2"));
        NewModels.NamesOfCopy(Models.Meta, ["M", "M-2", "M-3"]).Code.ShouldBe("M-4");
        NewModels.NamesOfCopy(Models.Meta with { Code = new string('x', 32) }, []).Code.Length.ShouldBeLessThanOrEqualTo(32);
    }
}
