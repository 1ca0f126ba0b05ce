using Microsoft.AspNetCore.WebUtilities;

namespace OperatingModel.Web.Tests;

public sealed class UrlsTests
{
    [Theory]
    [InlineData("CAM1")]
    [InlineData("A/B")]
    [InlineData("A\\B")]
    [InlineData("..")]
    [InlineData(".")]
    [InlineData("50 % & more + #1?")]
    [InlineData("A%2FB")]
    [InlineData("Übergabe")]
    [InlineData("<b>\"'")]
    public void Any_code_survives_an_address(string code)
    {
        var model = Guid.NewGuid();
        var address = new Uri(new Uri("http://127.0.0.1:5080"), Urls.Campaign(model, code, "?show=sheet"));
        address.AbsolutePath.ShouldBe($"/m/{model}/campaigns/open");
        var query = QueryHelpers.ParseQuery(address.Query);
        query["code"].ToString().ShouldBe(code);
        query["show"].ToString().ShouldBe("sheet");
    }
}
