using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Data.Auditing;
using Platform.Kernel.Law;
using Platform.Kernel.People;
using Platform.Tenancy.Provisioning;
using Platform.TestKit.People;
using static Platform.IntegrationTests.Commitments.Charter.CharterDraftingTests;

namespace Platform.IntegrationTests.NationalLevel;

/// <summary>Thresholds and deadlines are carried in, changed by officers for days to come, confirmed with their source, and read by everybody as of a day.</summary>
public sealed class LegalRulesTests
{
    private const string Desk = "/fr/workspace/legal-rules";
    private const string Rule = "petition-signatures-small";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_value_is_changed_for_a_day_to_come_and_communes_read_it_as_of_a_day()
    {
        await using var host = await PlatformHost.StartAsync(options => options.Communes = ["demnate"]);
        using var officer = await host.SignInNationallyAsync(Role.DgctOfficer);
        using var citizen = host.National();
        (string, string?)[] wanted = [("Input.Value", "150"), ("Input.From", "2027-01-01"), ("Input.Article", "5"), ("Input.Source.Ar", "قانون جديد"), ("Input.Confirmed", "true")];
        foreach (var (field, wrong) in new[] { ("Input.From", "2026-11-22"), ("Input.Value", "-1"), ("Input.Value", "many"), ("Input.Source.Ar", "") })
        {
            using var refused = await officer.SubmitAsync($"{Desk}/{Rule}", [.. wanted.Where(pair => pair.Item1 != field), (field, wrong)], "form[action$='Change']");
            var kept = await refused.PageAsync(HttpStatusCode.BadRequest);
            Assert.Equal("5", kept.QuerySelector("input[name='Input.Article']")!.GetAttribute("value"));
        }

        await DoneAsync(officer.SubmitAsync($"{Desk}/{Rule}", wanted, "form[action$='Change']"));

        await host.InCommuneAsync("demnate", async services =>
        {
            var rules = services.GetRequiredService<ILegalRules>();
            Assert.Equal((100, false), await ValueAsync(new(2026, 12, 31)));
            Assert.Equal((150, true), await ValueAsync(new(2027, 1, 1)));
            Assert.Null(await rules.AsOfAsync(Rule, new(2014, 1, 1), Stop));
            Assert.Null(await rules.AsOfAsync("nothing", new(2026, 1, 1), Stop));

            async Task<(int, bool)> ValueAsync(DateOnly day) => await rules.AsOfAsync(Rule, day, Stop) is { } rule ? (rule.Value, rule.Confirmed) : default;
        });
        Assert.Contains("150 signatures à partir du 1er janvier 2027", (await citizen.PageAsync("/fr/legal-rules")).QuerySelector("#" + Rule)!.TextContent, StringComparison.Ordinal);
        Assert.Equal((100, 150), (await ApiAsync(citizen, ""), await ApiAsync(citizen, "?on=2027-03-01")));
        Assert.Equal(HttpStatusCode.BadRequest, await citizen.StatusAsync("/api/v1/legal-rules?on=2027-02-30"));
        var act = await host.InNationAsync(db => db.Set<AuditEntry>().SingleAsync(act => act.Verb == "legal-rule.changed"));
        Assert.Equal(($"staff:{officer.Person.Account}", $"legal-rule:{Rule}"), (act.Actor, act.Subject));
        Assert.Contains("150", act.After, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_figure_is_confirmed_with_its_source_once_and_provisioning_again_changes_nothing()
    {
        await using var host = await PlatformHost.StartAsync(options => options.Communes = ["demnate"]);
        using var officer = await host.SignInNationallyAsync(Role.DgctOfficer);
        using var analyst = await host.SignInNationallyAsync(Role.Analyst);
        Assert.Equal(HttpStatusCode.Forbidden, await analyst.StatusAsync(Desk));
        var stale = await officer.PageAsync($"{Desk}/{Rule}");

        await DoneAsync(officer.SubmitAsync($"{Desk}/{Rule}", [("Checked.Source.Ar", "الجريدة الرسمية عدد 6380")], "form[action$='Confirm']"));
        using (var again = await officer.SubmitAsync(stale, $"{Desk}/{Rule}", [("Checked.Source.Ar", "x")], "form[action$='Confirm']"))
        {
            Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        }

        await host.Services.GetRequiredService<Provisioner>().EnterFoldersAsync(Stop);
        using var citizen = host.National();
        var row = (await citizen.PageAsync("/ar/legal-rules")).QuerySelector("#" + Rule)!;
        Assert.Contains("عدد 6380", row.TextContent, StringComparison.Ordinal);
        Assert.NotNull(row.QuerySelector(".badge-success"));
        Assert.Equal(HttpStatusCode.NotFound, await officer.StatusAsync($"{Desk}/nothing"));
    }

    private static async Task<int> ApiAsync(HttpClient client, string query) =>
        (await client.JsonAsync("/api/v1/legal-rules" + query)).GetProperty("rules").EnumerateArray()
            .Single(rule => rule.GetProperty("code").GetString() == Rule).GetProperty("value").GetProperty("value").GetInt32();
}
