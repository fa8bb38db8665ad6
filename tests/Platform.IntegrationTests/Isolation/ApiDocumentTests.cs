using System.Net;

namespace Platform.IntegrationTests.Isolation;

public sealed class ApiDocumentTests(SharedHost shared)
{
    [Theory]
    [InlineData("demnate.localhost", "/api/v1/charter,/api/v1/action-plan,/api/v1/openness-programme,/api/v1/indicators,/api/v1/indicators/{code}", "/api/v1/communes")]
    [InlineData("localhost", "/api/v1/communes,/api/v1/indicators", "/api/v1/charter,/api/v1/indicators/{code}")]
    public async Task The_document_describes_the_api_of_its_own_site_only(string host, string described, string absent)
    {
        using var client = shared.Host.Client(host);

        var document = await client.JsonAsync("/openapi/v1.json");

        var paths = document.GetProperty("paths").EnumerateObject().Select(path => path.Name).ToList();
        Assert.All(described.Split(','), path => Assert.Contains(path, paths));
        Assert.All(absent.Split(','), path => Assert.DoesNotContain(path, paths));
        Assert.All(paths, path => Assert.StartsWith("/api/v1/", path, StringComparison.Ordinal));
        Assert.All(
            document.GetProperty("paths").EnumerateObject(),
            path => Assert.Equal("get", Assert.Single(path.Value.EnumerateObject()).Name));
    }

    [Fact]
    public async Task The_document_names_the_public_address_whatever_the_host_header_says()
    {
        using var client = shared.Host.Client("demnate.localhost:6666");

        var document = await client.JsonAsync("/openapi/v1.json");

        Assert.Equal("http://demnate.localhost", Assert.Single(document.GetProperty("servers").EnumerateArray()).GetProperty("url").GetString());
    }

    [Fact]
    public async Task An_unknown_host_has_no_document()
    {
        using var client = shared.Host.Client("nowhere.localhost");

        Assert.Equal(HttpStatusCode.NotFound, await client.StatusAsync("/openapi/v1.json"));
    }
}
