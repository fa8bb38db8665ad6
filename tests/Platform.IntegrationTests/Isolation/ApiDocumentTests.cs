using System.Globalization;
using System.Net;
using System.Text.Json;
using Platform.IntegrationTests.BadInput;

namespace Platform.IntegrationTests.Isolation;

public sealed class ApiDocumentTests(SharedHost shared)
{
    private static readonly string[] Methods = ["get", "post"];

    [Theory]
    [InlineData("demnate.localhost", "/api/v1/charter,/api/v1/action-plan,/api/v1/openness-programme,/api/v1/evaluations,/api/v1/evaluations/{about}/{period},/api/v1/documents,/api/v1/indicators,/api/v1/indicators/{code}", "/api/v1/communes")]
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
            path => Assert.Contains(Assert.Single(path.Value.EnumerateObject()).Name, Methods));
    }

    [Theory]
    [InlineData("larache.localhost")]
    [InlineData("localhost")]
    public async Task Every_operation_describes_its_parameters_and_answers(string host)
    {
        var operations = Operations(await DocumentAsync(host));

        Assert.NotEmpty(operations);
        Assert.All(operations, operation =>
        {
            var said = operation.Said;
            Said(said, "summary");
            Said(said, "operationId");
            Assert.All(Items(said, "parameters"), parameter =>
            {
                Said(parameter, "description");
                Assert.True(parameter.GetProperty("schema").TryGetProperty("type", out _), $"{operation.Path}: {parameter} has no type");
            });
            var answers = said.GetProperty("responses").EnumerateObject().ToList();
            Assert.Contains(answers, answer => answer.Name == "200" && answer.Value.GetProperty("content").GetProperty("application/json").TryGetProperty("schema", out _));
            Assert.Contains(answers, answer => answer.Name == "304");
            Assert.Equal(host != "localhost", answers.Exists(answer => answer.Name == "503"));
            Assert.All(answers, answer => Said(answer.Value, "description"));
            Assert.All(
                answers.Where(answer => answer.Name[0] is '4' or '5'),
                answer => Assert.True(answer.Value.GetProperty("content").TryGetProperty("application/problem+json", out _), $"{operation.Path}: {answer.Name}"));
        });
    }

    [Fact]
    public async Task What_writes_says_that_it_needs_a_key_and_what_it_refuses()
    {
        var writing = (await DocumentAsync("demnate.localhost")).GetProperty("paths").EnumerateObject()
            .Where(path => path.Value.TryGetProperty("post", out _)).Select(path => path.Value.GetProperty("post")).ToList();

        Assert.NotEmpty(writing);
        Assert.All(writing, operation =>
        {
            Said(operation, "summary");
            Said(operation, "operationId");
            var answers = operation.GetProperty("responses").EnumerateObject().ToDictionary(answer => answer.Name, answer => answer.Value);
            Assert.All(["201", "400", "401", "403", "404"], status => Assert.Contains(status, answers.Keys));
            Assert.All(answers.Values, answer => Said(answer, "description"));
        });
    }

    [Theory]
    [InlineData("demnate.localhost")]
    [InlineData("localhost")]
    public async Task Every_field_of_every_answer_is_described(string host)
    {
        var schemas = (await DocumentAsync(host)).GetProperty("components").GetProperty("schemas").EnumerateObject().ToList();

        var silent = schemas
            .Where(schema => schema.Value.TryGetProperty("properties", out _) && !schema.Name.EndsWith("ProblemDetails", StringComparison.Ordinal))
            .SelectMany(schema => schema.Value.GetProperty("properties").EnumerateObject(), (schema, field) => (schema.Name, Field: field))
            .Where(pair => !pair.Field.Value.TryGetProperty("description", out var text) || string.IsNullOrWhiteSpace(text.GetString()))
            .Select(pair => $"{pair.Name}.{pair.Field.Name}");

        Assert.NotEmpty(schemas);
        Assert.Empty(silent);
    }

    /// <summary>Tried, not read: whatever a query key or an address makes of the answer, the document says that it may.</summary>
    [Theory]
    [InlineData("larache.localhost")]
    [InlineData("bni-mathar.localhost")]
    [InlineData("localhost")]
    public async Task What_is_answered_is_described(string host)
    {
        using var client = shared.Host.Client(host);
        var operations = Operations(await DocumentAsync(host));
        var tried = 0;
        foreach (var operation in operations)
        {
            var statuses = operation.Said.GetProperty("responses").EnumerateObject().Select(answer => answer.Name).ToHashSet(StringComparer.Ordinal);
            var keys = Items(operation.Said, "parameters")
                .Where(parameter => parameter.GetProperty("in").GetString() == "query").Select(parameter => parameter.GetProperty("name").GetString()!).ToHashSet(StringComparer.Ordinal);
            foreach (var path in new[] { RouteTable.Filled(operation.Path), operation.Path.Replace("{", "none-", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal) })
            {
                var plain = await StatusAsync(client, path);
                Assert.Contains(plain, statuses);
                foreach (var key in EveryAddressTests.Keys)
                {
                    foreach (var value in (string[])["-1", "none", "1999-01", "99.999"])
                    {
                        tried++;
                        var status = await StatusAsync(client, $"{path}?{key}={value}");
                        Assert.True(statuses.Contains(status), $"{path}?{key}={value} answered {status}, which is not described.");
                        Assert.True(status == plain || keys.Contains(key), $"{path} reads {key}, which is not described.");
                    }
                }
            }
        }

        Assert.True(tried > 100);
    }

    [Fact]
    public async Task What_has_not_changed_is_said_so()
    {
        using var client = shared.Host.National();
        using var first = await client.GetAsync(new Uri("/api/v1/communes", UriKind.Relative), TestContext.Current.CancellationToken);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/api/v1/communes", UriKind.Relative));
        request.Headers.IfModifiedSince = shared.Host.Clock.GetUtcNow().AddDays(1);

        using var again = await client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
    }

    [Fact]
    public async Task A_choice_is_listed_with_its_default()
    {
        var regions = Items(Operations(await DocumentAsync("localhost")).Single(operation => operation.Path == "/api/v1/indicators").Said, "parameters")
            .ToDictionary(parameter => parameter.GetProperty("name").GetString()!, parameter => parameter.GetProperty("schema"));

        Assert.Equal(12, regions["region"].GetProperty("enum").GetArrayLength());
        Assert.Equal(100, regions["pageSize"].GetProperty("default").GetInt32());
        Assert.Equal(500, regions["pageSize"].GetProperty("maximum").GetInt32());
        Assert.Equal(1, regions["page"].GetProperty("default").GetInt32());
        Assert.Equal("array", regions["indicator"].GetProperty("type").GetString());
        Assert.Contains(regions["indicator"].GetProperty("items").GetProperty("enum").EnumerateArray(), code => code.GetString() == "charter-in-force");
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

    private async Task<JsonElement> DocumentAsync(string host)
    {
        using var client = shared.Host.Client(host);
        return await client.JsonAsync("/openapi/v1.json");
    }

    private static async Task<string> StatusAsync(HttpClient client, string path) =>
        ((int)await client.StatusAsync(path)).ToString(CultureInfo.InvariantCulture);

    private static List<(string Path, JsonElement Said)> Operations(JsonElement document) =>
        [.. document.GetProperty("paths").EnumerateObject().Where(path => path.Value.TryGetProperty("get", out _)).Select(path => (path.Name, path.Value.GetProperty("get")))];

    private static List<JsonElement> Items(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var items) ? [.. items.EnumerateArray()] : [];

    private static void Said(JsonElement parent, string name) =>
        Assert.True(parent.TryGetProperty(name, out var text) && !string.IsNullOrWhiteSpace(text.GetString()), $"No {name}: {parent}");
}
