using System.Net;
using DocumentFormat.OpenXml.Packaging;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Commitments.ActionPlan;
using Platform.Commitments.Charter;
using Platform.Commitments.Charter.FollowUp;
using Platform.Data;
using Platform.Kernel.Measures;
using Platform.Kernel.People;
using Platform.Kernel.Time;
using Platform.TestKit.People;
using static Platform.IntegrationTests.Commitments.Charter.CharterDraftingTests;

namespace Platform.IntegrationTests.Commitments.Charter;

/// <summary>What is kept of the charter's use, through the forms and on the pages that everybody reads.</summary>
public sealed class CharterFollowUpTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Signatories_uses_communication_and_the_team_become_public_and_are_counted()
    {
        await using var host = await StartAsync();
        using var member = await host.SignInAsync("demnate", Role.TeamMember, Area.Charter);
        using var citizen = host.Commune("demnate");
        foreach (var name in new[] { "جمعية الأمل", "جمعية النور" })
        {
            await DoneAsync(member.SubmitAsync("/fr/workspace/charter/signatories/edit", [
                ("Input.Name.Ar", name), ("Input.Kind", "Association"), ("Input.SignedOn", "2026-10-05"), ("Input.Ceremony.Ar", "حفل التوقيع")]));
        }

        var helper = await InAsync(host, "demnate", db => db.Set<Signatory>().OrderBy(signatory => signatory.Id).Select(signatory => signatory.Id).FirstAsync(Stop));
        await DoneAsync(member.SubmitAsync("/fr/workspace/charter/uses/edit", [
            ("Input.Process.Ar", "إعداد برنامج العمل"), ("Input.Rung", "Concertation"), ("Input.UsedOn", "2026-10-10"), ("Input.Actors", "12"), ("Input.Difficulties.Ar", "ضيق الوقت")]));
        await DoneAsync(member.SubmitAsync("/fr/workspace/charter/uses/edit", [("Input.Process.Ar", "لقاء"), ("Input.Rung", "Information"), ("Input.UsedOn", "2026-10-12")]));
        await DoneAsync(member.SubmitAsync("/fr/workspace/charter/communication/edit", [
            ("Input.Title.Ar", "شريط متحرك"), ("Input.Kind", "AnimatedVideo"), ("Input.DoneOn", "2026-10-20"), ("Input.Reached", "1 500"),
            ("Input.Link", "https://example.ma/video"), ("Input.Helpers", $"{helper}")]));
        await DoneAsync(member.SubmitAsync("/fr/workspace/charter/team", [("Input.Decision", "7/2026"), ("Input.DecidedOn", "2026-09-01")]));
        await DoneAsync(member.SubmitAsync("/fr/workspace/charter/team/members", [
            ("Input.Seat", "Elected"), ("Input.Function.Ar", "رئيسة اللجنة"), ("Input.Name.Ar", "اسم لا يظهر")]));

        var page = (await citizen.PageAsync("/fr/charter/follow-up")).Body!.TextContent;
        Assert.Contains("ضيق الوقت", page, StringComparison.Ordinal);
        Assert.Contains("شريط متحرك", page, StringComparison.Ordinal);
        Assert.Contains("رئيسة اللجنة", page, StringComparison.Ordinal);
        Assert.DoesNotContain("اسم لا يظهر", page, StringComparison.Ordinal);
        Assert.Contains("حفل التوقيع", (await citizen.PageAsync("/fr/charter/signatories")).Body!.TextContent, StringComparison.Ordinal);
        var api = await citizen.JsonAsync("/api/v1/charter/follow-up");
        Assert.Equal(12, api.GetProperty("uses")[1].GetProperty("actors").GetInt32());
        Assert.Equal(1500, api.GetProperty("communication")[0].GetProperty("reached").GetInt32());
        Assert.Equal(System.Text.Json.JsonValueKind.Null, api.GetProperty("team").GetProperty("members")[0].GetProperty("name").ValueKind);

        // The registers say the same to a spreadsheet, and no more.
        var matrix = await citizen.GetStringAsync("/fr/charter/registers/uses.csv", Stop);
        Assert.Contains("ضيق الوقت", matrix, StringComparison.Ordinal);
        Assert.Contains(",2026-10-10,12,", matrix, StringComparison.Ordinal);
        Assert.Contains("شريط متحرك", await citizen.GetStringAsync("/fr/charter/registers/communication.csv", Stop), StringComparison.Ordinal);
        var members = await citizen.GetStringAsync("/ar/charter/registers/team.csv", Stop);
        Assert.Contains("7/2026", members, StringComparison.Ordinal);
        Assert.DoesNotContain("اسم لا يظهر", members, StringComparison.Ordinal);
        Assert.Equal(3, (await citizen.GetStringAsync("/fr/charter/registers/signatories.csv", Stop)).Trim().Split('\n').Length);
        Assert.Equal(1 + api.GetProperty("uses").GetArrayLength(), matrix.Trim().Split('\n').Length);
        using (var workbook = SpreadsheetDocument.Open(new MemoryStream(await citizen.GetByteArrayAsync("/ar/charter/registers.xlsx", Stop)), isEditable: false))
        {
            Assert.Equal(5, workbook.WorkbookPart!.Workbook.Sheets!.Count());
        }

        string[] keys = [CharterMeasures.Uses, CharterMeasures.UseRungs, CharterMeasures.Difficulties, CharterMeasures.PromotingShare];
        Assert.Equal([2, 2, 1, 50], await MeasureAsync(host, keys, Period.Month(2026, 10)));
        Assert.Equal([0, 0, 0, null], await MeasureAsync(host, keys, Period.Month(2026, 9)));
    }

    [Fact]
    public async Task A_commitment_is_linked_and_its_states_are_added_up_and_shown()
    {
        await using var host = await StartAsync();
        using var member = await host.SignInAsync("demnate", Role.FocalPoint);
        using var citizen = host.Commune("demnate");
        var commitment = await InAsync(host, "demnate", db => db.Set<Commitment>().OrderBy(one => one.Position).FirstAsync(Stop));
        var path = $"/fr/workspace/charter/commitments/{commitment.Id}";
        var activity = await InAsync(host, "demnate", db => db.Set<Activity>().OrderBy(one => one.AxisId).ThenBy(one => one.Number).FirstAsync(Stop));

        await DoneAsync(member.SubmitAsync(path, [("Input.State", "NotStarted"), ("Input.On", "2026-09-01")]));
        await DoneAsync(member.SubmitAsync(path, [("Input.State", "Kept"), ("Input.On", "2026-10-01")]));
        await DoneAsync(member.SubmitAsync(path, [("thing", $"a:{activity.Id}")], "form[action$='Link']"));
        await DoneAsync(member.SubmitAsync(path, [("thing", "i:charter-in-force")], "form[action$='Link']"));
        using (var nonsense = await member.SubmitAsync(path, [("thing", "a:999999")], "form[action$='Link']"))
        {
            Assert.Equal(HttpStatusCode.BadRequest, nonsense.StatusCode);
        }

        var shown = (await citizen.PageAsync("/fr/charter")).QuerySelector($"[id='{commitment.Anchor}']")!;
        Assert.NotNull(shown.QuerySelector(".badge-success"));
        Assert.NotNull(shown.QuerySelector("a[href='/fr/action-plan/activities/1.1']"));
        Assert.NotNull(shown.QuerySelector("a[href='/fr/indicators/charter-in-force']"));
        Assert.Equal(2, (await member.PageAsync(path)).QuerySelectorAll("ul.list time").Length);

        await DoneAsync(member.SubmitAsync(path, [("thing", $"a:{activity.Id}")], $"form:has([name=thing][value='a:{activity.Id}'])"));
        Assert.Null((await citizen.PageAsync("/fr/charter")).QuerySelector($"[id='{commitment.Anchor}'] a[href='/fr/action-plan/activities/1.1']"));
    }

    [Fact]
    public async Task A_signature_is_withdrawn_with_a_reason_and_earlier_periods_keep_it()
    {
        await using var host = await StartAsync();
        using var member = await host.SignInAsync("demnate", Role.FocalPoint);
        using var citizen = host.Commune("demnate");
        await DoneAsync(member.SubmitAsync("/fr/workspace/charter/signatories/edit", [("Input.Name.Ar", "جمعية"), ("Input.Kind", "Association"), ("Input.SignedOn", "2026-10-05")]));
        var path = "/fr/workspace/charter/signatories/edit/" + await InAsync(host, "demnate", db => db.Set<Signatory>().Select(one => one.Id).SingleAsync(Stop));

        using (var silent = await member.SubmitAsync(path, [("Input.Reason", " ")]))
        {
            Assert.Equal(HttpStatusCode.BadRequest, silent.StatusCode);
        }

        await DoneAsync(member.SubmitAsync(path, [("Input.Reason", "طلبت ذلك")]));

        Assert.NotNull((await citizen.PageAsync("/fr/charter/signatories")).QuerySelector(".empty"));
        Assert.Equal([1], await MeasureAsync(host, [CharterMeasures.Signatories], Period.Month(2026, 10)));
        Assert.Equal([0], await MeasureAsync(host, [CharterMeasures.Signatories], Period.Month(2026, 11)));
    }

    [Theory]
    [InlineData("signatories/edit", "Input.Name.Ar", "Input.Kind=Association;Input.SignedOn=2026-10-05")]
    [InlineData("uses/edit", "Input.Process.Ar", "Input.Rung=Information;Input.UsedOn=2026-10-05")]
    [InlineData("communication/edit", "Input.Title.Ar", "Input.Kind=Event;Input.DoneOn=2026-10-05")]
    public async Task The_second_of_two_savers_is_told_and_bad_input_is_refused_with_what_was_typed(string form, string field, string rest)
    {
        await using var host = await StartAsync();
        using var one = await host.SignInAsync("demnate", Role.FocalPoint);
        using var other = await host.SignInAsync("demnate", Role.TeamMember, Area.Charter);
        var given = rest.Split(';').Select(pair => (pair.Split('=')[0], (string?)pair.Split('=')[1])).ToList();
        var path = "/fr/workspace/charter/" + form;
        using (var empty = await one.SubmitAsync(path, [(field, "")]))
        {
            var errors = (await empty.PageAsync(HttpStatusCode.BadRequest)).QuerySelector("#errors")!;
            Assert.True(errors.QuerySelectorAll("li").Length > 1);
            Assert.DoesNotContain("required", errors.TextContent, StringComparison.OrdinalIgnoreCase);
        }

        using (var tooLong = await one.SubmitAsync(path, [(field, new string('ش', 5000)), .. given]))
        {
            Assert.Contains("ششش", (await tooLong.PageAsync(HttpStatusCode.BadRequest)).QuerySelector($"[name='{field}']")!.GetAttribute("value")!, StringComparison.Ordinal);
        }

        using (var future = await one.SubmitAsync(path, [(field, "x"), .. given.Select(pair => pair.Item2!.StartsWith("20", StringComparison.Ordinal) ? (pair.Item1, "2090-01-01") : pair)]))
        {
            Assert.Equal(HttpStatusCode.BadRequest, future.StatusCode);
        }

        await DoneAsync(one.SubmitAsync(path, [(field, "<script>alert(1)</script>\u202E😀"), .. given]));
        path += "/1";
        var stale = await other.PageAsync(path);
        await DoneAsync(one.SubmitAsync(path, [(field, "قول الأول")]));
        using var told = await other.SubmitAsync(stale, path, [(field, "قول الثاني")]);
        var conflict = await told.PageAsync(HttpStatusCode.Conflict);
        Assert.Contains("قول الأول", conflict.QuerySelector("#conflict")!.TextContent, StringComparison.Ordinal);
        await DoneAsync(other.SubmitAsync(conflict, path, [(field, "قول الثاني")]));
        Assert.Equal(HttpStatusCode.NotFound, await other.StatusAsync("/fr/workspace/charter/" + form + "/99"));
    }

    private static Task<List<decimal?>> MeasureAsync(PlatformHost host, string[] keys, Period period) => host.InCommuneAsync("demnate", async services =>
    {
        var measured = await services.GetServices<IMeasureSource>().OfType<CharterMeasures>().Single().MeasureAsync(keys, period, Stop);
        return keys.Select(key => measured[key].Value).ToList();
    });

    private static Task<PlatformHost> StartAsync() => PlatformHost.StartAsync(options => options.Communes = ["demnate"]);
}
