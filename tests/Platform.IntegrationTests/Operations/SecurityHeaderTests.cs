namespace Platform.IntegrationTests.Operations;

public sealed class SecurityHeaderTests(SharedHost shared)
{
    [Theory]
    [InlineData("demnate.localhost", "/ar/charter")]
    [InlineData("localhost", "/fr")]
    [InlineData("localhost", "/dist/site.css")]
    [InlineData("nowhere.localhost", "/")]
    [InlineData("demnate.localhost", "/ar/no-such-page")]
    [InlineData("demnate.localhost", "/api/v1/no-such-thing")]
    [InlineData("localhost", "/health/live")]
    public async Task Every_answer_is_strict(string host, string path)
    {
        using var client = shared.Host.Client(host);

        using var response = await client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'self'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.True(response.Headers.Contains("Referrer-Policy"));
        Assert.False(response.Headers.Contains("X-Powered-By"));
        Assert.False(response.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task Pages_are_compressed_for_those_who_can_read_it()
    {
        using var client = shared.Host.National();
        client.DefaultRequestHeaders.Add("Accept-Encoding", "br");

        using var response = await client.GetAsync(new Uri("/openapi/v1.json", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Contains("br", response.Content.Headers.ContentEncoding);
    }
}
