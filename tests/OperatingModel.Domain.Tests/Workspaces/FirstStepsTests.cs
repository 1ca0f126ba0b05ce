using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.Tests.Workspaces;

public sealed class FirstStepsTests
{
    [Fact]
    public void A_new_model_has_every_step_before_it() =>
        FirstSteps.Of(NewModels.Empty("New", "N", Models.Today)).ShouldAllBe(step => !step.IsDone && step.Done == 0 && step.Of >= 1);

    [Fact]
    public void What_is_there_ticks_its_step()
    {
        var steps = FirstSteps.Of(Models.Mini()).ToDictionary(step => step.Step);
        steps[FirstStep.ValueChain].IsDone.ShouldBeTrue();
        steps[FirstStep.StageLinks].ShouldBe(new StepState(FirstStep.StageLinks, 3, 3));
        steps[FirstStep.AssessFive].ShouldBe(new StepState(FirstStep.AssessFive, 4, 5));
        steps[FirstStep.HeatMap].IsDone.ShouldBeTrue();
    }

    [Fact]
    public void A_capability_without_a_stage_keeps_the_links_open() =>
        FirstSteps.Of(Models.Of([.. Models.Mini().Capabilities, .. Models.Mini().StageLinks, Models.Capability("LONE")]))
            .Single(step => step.Step == FirstStep.StageLinks).ShouldBe(new StepState(FirstStep.StageLinks, 3, 4));

    [Fact]
    public void A_model_with_one_instance_is_not_asked_for_five_judgements() =>
        FirstSteps.Of(Models.Of(Models.Unit("A", 1), Models.Capability("P"), Models.Assessed("P", "A", 3, 1, 2)))
            .Single(step => step.Step == FirstStep.AssessFive).IsDone.ShouldBeTrue();
}
