using OperatingModel.Application.Access;
using OperatingModel.Web.Features.Campaigns;

namespace OperatingModel.Web.Tests.Features.Campaigns;

public sealed class AssessorIdsTests
{
    private static readonly CurrentUser Ann = new("local:ann", "Ann");

    [Theory]
    [InlineData("Ann", "local:ann")]
    [InlineData("ann", "local:ann")]
    [InlineData("Ben", "name:BEN")]
    [InlineData("ben", "name:BEN")]
    public void One_person_has_one_id_however_the_name_is_spelled(string name, string id) => AssessorIds.Of(Ann)(name).Id.ShouldBe(id);
}
