using System.Net;

namespace Platform.IntegrationTests.BadInput;

public sealed class AddressTests(SharedHost shared)
{
    [Theory]
    [InlineData("//")]
    [InlineData("//evil.example")]
    [InlineData("//evil.example/ar")]
    [InlineData("/ar/ar")]
    [InlineData("/AR")]
    [InlineData("/en")]
    [InlineData("/ar//charter")]
    [InlineData("/%5Cevil.example")]
    [InlineData("/%2F%2Fevil.example")]
    [InlineData("/ar/indicators/a%2Fb")]
    [InlineData("/ar/indicators/%E2%80%AE")]
    [InlineData("/ar/charter/versions/99999999999999")]
    [InlineData("/ar/charter/versions/-1")]
    [InlineData("/openapi/v2.json")]
    [InlineData("/dist/none.css")]
    public async Task An_address_of_nothing_is_not_found_in_arabic_and_leads_nowhere(string path)
    {
        using var client = shared.Host.Commune("demnate");

        using var response = await client.GetAsync(new Uri("http://demnate.localhost" + path), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Null(response.Headers.Location);
        Assert.Contains("<html lang=\"ar\" dir=\"rtl\">", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/fr/indicators/")]
    [InlineData("/fr/")]
    [InlineData("/fr/action-plan/activities/")]
    public async Task A_very_long_address_is_refused_with_a_page(string start)
    {
        using var client = shared.Host.Commune("demnate");

        var page = await client.PageAsync(start + new string('x', 6000), start.EndsWith("activities/", StringComparison.Ordinal) ? HttpStatusCode.BadRequest : HttpStatusCode.NotFound);

        Assert.Equal("fr", page.DocumentElement.GetAttribute("lang"));
    }

    [Theory]
    [InlineData("/api/v1/none")]
    [InlineData("/API/v1/none")]
    [InlineData("/API/V1/indicators/none")]
    public async Task The_api_speaks_problem_details_whatever_the_case(string path)
    {
        using var client = shared.Host.Commune("demnate");

        using var response = await client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task The_api_has_one_address_without_a_language()
    {
        using var client = shared.Host.Commune("demnate");

        Assert.Equal(HttpStatusCode.OK, await client.StatusAsync("/api/v1/charter"));
        Assert.Equal(HttpStatusCode.NotFound, await client.StatusAsync("/fr/api/v1/charter"));
    }

    [Theory]
    [InlineData("/charter?x=//evil.example", "/ar/charter?x=//evil.example")]
    [InlineData("/", "/ar/")]
    public async Task A_page_without_a_language_leads_only_to_itself(string path, string expected)
    {
        using var client = shared.Host.Commune("demnate");
        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Head })
        {
            using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
            request.Headers.TryAddWithoutValidation("X-Forwarded-Host", "evil.example");
            request.Headers.TryAddWithoutValidation("Accept-Language", "fr;q=0, ar;q=0.1");

            using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);

            Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
            Assert.Equal(expected, response.Headers.Location?.OriginalString);
            Assert.Contains("Accept-Language", response.Headers.Vary);
        }
    }

    [Theory]
    [InlineData("/ar/processes", "/ar/consultations")]
    [InlineData("/fr/processes", "/fr/consultations")]
    [InlineData("/fr/processes?q=x", "/fr/consultations")]
    public async Task Processes_without_a_name_are_where_they_are_listed_for_good(string path, string expected)
    {
        using var client = shared.Host.Commune("demnate");

        using var response = await client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.MovedPermanently, response.StatusCode);
        Assert.Equal(expected, response.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.OK, await client.StatusAsync(expected));
    }
}
