using OperatingModel.Application.Access;

namespace OperatingModel.Application.Tests.Access;

public sealed class CurrentUserTests
{
    [Fact]
    public void Alone_the_user_is_the_person_at_the_computer() => CurrentUser.Local.Name.ShouldBe(Environment.UserName);

    [Fact]
    public void A_name_that_is_too_long_is_cut_and_does_not_lock_its_owner_out() =>
        new CurrentUser(new string('i', 200), new string('n', 200)).ShouldBe(new CurrentUser(new string('i', 120), new string('n', 120)));

    [Fact]
    public void A_user_without_a_name_is_a_mistake() => Should.Throw<ArgumentException>(() => new CurrentUser("id", " "));
}
