using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Commitments.Indicators;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Kernel.People;
using Platform.TestKit.People;

namespace Platform.IntegrationTests.Workspace;

/// <summary>Writing through the API: with a key of this commune, for this area, and not otherwise.</summary>
public sealed class AccessKeyTests
{
    private const string Keys = "/fr/workspace/access-keys";
    private const string Values = "/api/v1/indicators/associations-registered/values";

    [Fact]
    public async Task A_key_is_shown_once_writes_and_stops_when_it_is_revoked()
    {
        await using var host = await StartAsync();
        using var focalPoint = await host.SignInAsync("demnate", Role.FocalPoint);
        using var tooLong = await focalPoint.SubmitAsync(Keys, [("Input.Name", new string('x', 110)), ("Input.Areas", "Indicators")]);
        Assert.Equal(HttpStatusCode.BadRequest, tooLong.StatusCode);
        var key = await MakeAsync(focalPoint);
        Assert.DoesNotContain(key, (await focalPoint.PageAsync(Keys)).DocumentElement.OuterHtml, StringComparison.Ordinal);

        using var program = Program(host, "demnate", key);
        using var written = await PostAsync(program, new { period = "2026-Q3", value = 12, source = new { ar = "سجل" } });
        Assert.Equal(HttpStatusCode.Created, written.StatusCode);
        var value = await host.InCommuneAsync("demnate", services => services.GetRequiredService<CommuneContext>().Set<ManualValue>().SingleAsync());
        Assert.Equal(12m, value.Value);
        var act = await host.InCommuneAsync("demnate", services =>
            services.GetRequiredService<CommuneContext>().Set<AuditEntry>().SingleAsync(entry => entry.Verb == "indicator.value-entered"));
        Assert.StartsWith("key:", act.Actor, StringComparison.Ordinal);

        using var revoked = await focalPoint.SubmitAsync(Keys, [], "form[action*=Revoke]");
        Assert.Equal(HttpStatusCode.Redirect, revoked.StatusCode);
        using var refused = await PostAsync(program, new { period = "2026-Q3", value = 13, seen = 1, reason = "x", source = new { ar = "سجل" } });
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
    }

    [Fact]
    public async Task A_key_of_one_commune_is_nothing_in_another_and_a_cookie_is_nothing_to_the_API()
    {
        await using var host = await StartAsync();
        using var focalPoint = await host.SignInAsync("demnate", Role.FocalPoint);
        var key = await MakeAsync(focalPoint);
        var body = new { period = "2026-Q3", value = 12, source = new { ar = "سجل" } };

        using var elsewhere = Program(host, "settat", key);
        using var national = Program(host, null, key);
        using var other = await PostAsync(elsewhere, body);
        using var nation = await PostAsync(national, body);
        using var cookie = await PostAsync(focalPoint, body);
        using var visitor = host.Commune("demnate");
        using var nobody = await PostAsync(visitor, body);

        Assert.Equal(HttpStatusCode.Unauthorized, other.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, nation.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, cookie.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, nobody.StatusCode);
    }

    [Theory]
    [InlineData("{\"period\":\"2026-13\",\"value\":1,\"source\":{\"ar\":\"a\"}}")]
    [InlineData("{\"period\":\"2026-Q3\",\"value\":1.5,\"source\":{\"ar\":\"a\"}}")]
    [InlineData("{\"period\":\"2026-Q3\",\"value\":1e20,\"source\":{\"ar\":\"a\"}}")]
    [InlineData("{\"period\":\"2026-Q3\",\"value\":-1,\"source\":{\"ar\":\"a\"}}")]
    [InlineData("{\"period\":\"2026-Q3\",\"value\":1}")]
    [InlineData("{\"period\":\"2026-Q3\",\"value\":1,\"source\":{\"ar\":\"\\u202e\"}}")]
    [InlineData("{\"period\":\"2026-Q3\",\"value\":1,\"seen\":1,\"source\":{\"ar\":\"a\"}}")]
    [InlineData("{\"period\":")]
    [InlineData("[]")]
    public async Task What_is_wrong_with_a_value_is_said(string body)
    {
        await using var host = await StartAsync();
        using var focalPoint = await host.SignInAsync("demnate", Role.FocalPoint);
        using var program = Program(host, "demnate", await MakeAsync(focalPoint));

        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var refused = await program.PostAsync(new Uri(Values, UriKind.Relative), content, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
    }

    private static Task<PlatformHost> StartAsync() => PlatformHost.StartAsync(options => options.Communes = ["demnate", "settat"]);

    private static async Task<string> MakeAsync(HttpClient person)
    {
        using var made = await person.SubmitAsync(
            Keys, [("Input.Name", "Register of associations"), ("Input.Areas", "Indicators"), ("Input.ExpiresOn", "2027-01-31")], "form.form");
        return (await made.PageAsync()).QuerySelector("code")!.TextContent;
    }

    private static HttpClient Program(PlatformHost host, string? slug, string key)
    {
        var client = slug is null ? host.National() : host.Commune(slug);
        client.DefaultRequestHeaders.Authorization = new("Bearer", key);
        return client;
    }

    private static Task<HttpResponseMessage> PostAsync(HttpClient client, object body) =>
        client.PostAsJsonAsync(Values, body, TestContext.Current.CancellationToken);
}
