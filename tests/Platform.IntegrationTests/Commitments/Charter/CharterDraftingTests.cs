using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Commitments.Charter;
using Platform.Commitments.Charter.Drafting;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Kernel.People;
using Platform.TestKit.People;

namespace Platform.IntegrationTests.Commitments.Charter;

/// <summary>How a commune writes its charter: through the forms, as a team member without scripts does.</summary>
public sealed class CharterDraftingTests
{
    private const string Draft = "/fr/workspace/charter/draft";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task From_a_first_draft_to_a_charter_in_force_that_everybody_reads()
    {
        await using var host = await StartAsync("settat");
        using var member = await host.SignInAsync("settat", Role.TeamMember, Area.Charter);
        using var citizen = host.Commune("settat");

        await DoneAsync(member.SubmitAsync("/fr/workspace/charter/start", [("Input.Title.Ar", "ميثاق سطات"), ("Input.Start", "Headings")]));
        var outline = await member.PageAsync(Draft);
        Assert.Equal(17, outline.QuerySelectorAll(".outline > li").Length);

        await DoneAsync(member.SubmitAsync(LinkOf(outline, "section", 0), [("Input.Text.Ar", "## عنوان\n\n• أول\n• ثان")]));
        await DoneAsync(member.SubmitAsync(Draft + "/items/commitment", [("Input.Text.Ar", "تلتزم الجماعة"), ("Input.Choice", "Commune")]));
        await DoneAsync(member.SubmitAsync("/fr/workspace/charter/rounds/edit", [
            ("Input.Kind", "ElectedAndStaff"), ("Input.From", "2026-11-01"), ("Input.Participants", "20"), ("Input.Women", "8"), ("Input.Outcome.Ar", "أضيف التزام")]));
        Assert.Equal(HttpStatusCode.NotFound, await citizen.StatusAsync("/fr/charter/versions/1"));
        Assert.NotNull((await citizen.PageAsync("/fr/charter")).QuerySelector(".empty"));

        await DoneAsync(member.SubmitAsync("/fr/workspace/charter/adoption", [("Input.Session.Ar", "دورة أكتوبر"), ("Input.On", "2026-11-10"), ("Input.Deliberation", "12/2026")]));
        using (var unsure = await member.SubmitAsync("/fr/workspace/charter/publish", [("Sure", null)]))
        {
            var page = await unsure.PageAsync(HttpStatusCode.BadRequest);
            Assert.NotNull(page.QuerySelector("#errors"));
        }

        Assert.NotNull((await citizen.PageAsync("/fr/charter")).QuerySelector(".empty"));
        await DoneAsync(member.SubmitAsync("/fr/workspace/charter/publish", [("Sure", "true")]));

        var charter = await citizen.PageAsync("/fr/charter");
        Assert.Equal(2, charter.QuerySelectorAll("#introduction .prose ul > li").Length);
        Assert.Contains("12/2026", charter.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("6.1.1", charter.QuerySelector("#commitments-commune .commitments .ref")!.TextContent);
        Assert.Contains("أضيف التزام", charter.QuerySelector("#how-it-was-made")!.TextContent, StringComparison.Ordinal);
        var verbs = await InAsync(host, "settat", db => db.Set<AuditEntry>().Where(entry => entry.Subject.StartsWith("charter:1")).OrderBy(entry => entry.Id).Select(entry => entry.Verb).ToListAsync(Stop));
        Assert.Equal(["charter.draft-begun", "charter.item-changed", "charter.item-added", "charter.round-added", "charter.adopted", "charter.published"], verbs);
    }

    [Fact]
    public async Task A_revision_takes_the_place_of_the_charter_in_force_and_the_follow_up_of_its_commitments_goes_on()
    {
        await using var host = await StartAsync("demnate");
        using var member = await host.SignInAsync("demnate", Role.FocalPoint);
        using var citizen = host.Commune("demnate");
        var first = await InAsync(host, "demnate", db => db.Set<Commitment>().OrderBy(commitment => commitment.Position).FirstAsync(Stop));
        await DoneAsync(member.SubmitAsync($"/fr/workspace/charter/commitments/{first.Id}", [("Input.State", "UnderWay"), ("Input.On", "2026-10-01"), ("Input.Note.Ar", "بدأ العمل")]));

        await BeginAsync(member, "InForce");
        var outline = await member.PageAsync(Draft);
        await DoneAsync(member.SubmitAsync(LinkOf(outline, "commitment", 0), [("Input.Text.Ar", "نص جديد للالتزام")]));
        var changes = await member.PageAsync(Draft + "/changes");
        Assert.NotEmpty(changes.QuerySelectorAll("ins"));
        await DoneAsync(member.SubmitAsync("/fr/workspace/charter/adoption", [("Input.Session.Ar", "دورة"), ("Input.On", "2026-11-10")]));
        await DoneAsync(member.SubmitAsync("/fr/workspace/charter/publish", [("Sure", "true")]));

        var charter = await citizen.PageAsync("/fr/charter");
        var commitment = charter.QuerySelector(".commitments > li")!;
        Assert.Contains("نص جديد للالتزام", commitment.TextContent, StringComparison.Ordinal);
        Assert.Contains("بدأ العمل", commitment.TextContent, StringComparison.Ordinal);
        Assert.Equal(1, await InAsync(host, "demnate", db => db.Set<CharterVersion>().CountAsync(version => version.State == CharterState.InForce, Stop)));
        Assert.Equal(HttpStatusCode.OK, await citizen.StatusAsync("/fr/charter/versions/1"));
        var answer = (await citizen.JsonAsync("/api/v1/charter")).GetProperty("commitments")[0];
        Assert.Equal("under-way", answer.GetProperty("state").GetProperty("state").GetString());
    }

    [Fact]
    public async Task Only_one_version_comes_into_force_whoever_publishes_at_once()
    {
        await using var host = await StartAsync("demnate");
        using var member = await host.SignInAsync("demnate", Role.FocalPoint);
        await BeginAsync(member, "InForce");
        await DoneAsync(member.SubmitAsync("/fr/workspace/charter/adoption", [("Input.Session.Ar", "دورة"), ("Input.On", "2026-11-10")]));
        var page = await member.PageAsync("/fr/workspace/charter/publish");

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => member.SubmitAsync(page, "/fr/workspace/charter/publish", [("Sure", "true")])));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode));
        Assert.Equal([2], await InAsync(host, "demnate", db => db.Set<CharterVersion>().Where(version => version.State == CharterState.InForce).Select(version => version.Number).ToListAsync(Stop)));
        Assert.Equal(1, await InAsync(host, "demnate", db => db.Set<AuditEntry>().CountAsync(entry => entry.Verb == "charter.published", Stop)));
    }

    [Fact]
    public async Task The_database_itself_refuses_a_second_version_in_force()
    {
        await using var host = await StartAsync("demnate");

        await Assert.ThrowsAsync<DbUpdateException>(() => InAsync(host, "demnate", async db =>
        {
            var second = CharterVersion.Draft(2, new("ثان"));
            second.Adopt(new(2026, 1, 1), null, null, new(2026, 1, 2, 9, 0, 0, DateTimeKind.Utc));
            db.Add(second);
            return await db.SaveChangesAsync(Stop);
        }));
    }

    [Fact]
    public async Task Eight_who_begin_a_draft_at_once_get_one()
    {
        await using var host = await StartAsync("settat");
        using var member = await host.SignInAsync("settat", Role.FocalPoint);
        var page = await member.PageAsync("/fr/workspace/charter/start");

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ =>
            member.SubmitAsync(page, "/fr/workspace/charter/start", [("Input.Title.Ar", "ميثاق"), ("Input.Start", "Headings")])));

        Assert.All(answers, answer => Assert.True(answer.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.BadRequest, $"{(int)answer.StatusCode}"));
        Assert.Equal(1, await InAsync(host, "settat", db => db.Set<CharterVersion>().CountAsync(Stop)));
        Assert.Equal(17, await InAsync(host, "settat", db => db.Set<CharterSection>().CountAsync(Stop)));
    }

    [Fact]
    public async Task A_draft_that_somebody_began_meanwhile_is_shown_and_not_begun_anew()
    {
        await using var host = await StartAsync("settat");
        using var one = await host.SignInAsync("settat", Role.FocalPoint);
        using var other = await host.SignInAsync("settat", Role.TeamMember, Area.Charter);
        var page = await one.PageAsync("/fr/workspace/charter/start");
        host.Meddler.BeforeReading("    FROM \"charter_versions\"", () => BeginAsync(other, "Headings"));

        await DoneAsync(one.SubmitAsync(page, "/fr/workspace/charter/start", [("Input.Title.Ar", "عنوان الثاني"), ("Input.Start", "Empty")]));

        Assert.True(host.Meddler.HasActed);
        Assert.Contains("Quelqu’un d’autre vient de commencer", (await one.PageAsync(Draft)).QuerySelector(".notice, [role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(1, await InAsync(host, "settat", db => db.Set<CharterVersion>().CountAsync(Stop)));
        Assert.Equal(17, await InAsync(host, "settat", db => db.Set<CharterSection>().CountAsync(Stop)));
        Assert.Equal(0, await InAsync(host, "settat", db => db.Set<KeptText>().CountAsync(Stop)));
    }

    [Fact]
    public async Task The_second_of_two_editors_is_told_and_chooses()
    {
        await using var host = await StartAsync("demnate");
        using var one = await host.SignInAsync("demnate", Role.FocalPoint);
        using var other = await host.SignInAsync("demnate", Role.TeamMember, Area.Charter);
        await BeginAsync(one, "InForce");
        var path = LinkOf(await one.PageAsync(Draft), "section", 0);
        var stale = await other.PageAsync(path);
        await DoneAsync(one.SubmitAsync(path, [("Input.Text.Ar", "نص الأول")]));

        using var told = await other.SubmitAsync(stale, path, [("Input.Text.Ar", "نص الثاني")]);
        var conflict = await told.PageAsync(HttpStatusCode.Conflict);
        Assert.Contains("نص الأول", conflict.QuerySelector("#conflict")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("نص الثاني", conflict.QuerySelector("#conflict")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("نص الأول", (await other.PageAsync(path)).QuerySelector("#Input_Text_Ar")!.TextContent, StringComparison.Ordinal);

        await DoneAsync(other.SubmitAsync(conflict, path, [("Input.Text.Ar", "نص الثاني")]));
        Assert.Contains("نص الثاني", (await other.PageAsync(path)).QuerySelector("#Input_Text_Ar")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_adopted_text_stays_as_it_is_until_it_is_returned_with_a_reason()
    {
        await using var host = await StartAsync("demnate");
        using var member = await host.SignInAsync("demnate", Role.FocalPoint);
        await BeginAsync(member, "InForce");
        var path = LinkOf(await member.PageAsync(Draft), "section", 0);
        var form = await member.PageAsync(path);
        await DoneAsync(member.SubmitAsync("/fr/workspace/charter/adoption", [("Input.Session.Ar", "دورة"), ("Input.On", "2026-11-10")]));

        using var late = await member.SubmitAsync(form, path, [("Input.Text.Ar", "متأخر")]);
        Assert.Equal(HttpStatusCode.NotFound, late.StatusCode);
        using var silent = await member.SubmitAsync("/fr/workspace/charter/publish", [("Reason", "")]);
        Assert.Equal(HttpStatusCode.BadRequest, silent.StatusCode);
        await DoneAsync(member.SubmitAsync("/fr/workspace/charter/publish", [("Reason", "غير المجلس النص")]));
        await DoneAsync(member.SubmitAsync(path, [("Input.Text.Ar", "نص معدل")]));
        Assert.Equal(KeptFor.Return, await InAsync(host, "demnate", db => db.Set<KeptText>().Select(text => text.For).SingleAsync(Stop)));
    }

    [Fact]
    public async Task An_item_is_moved_and_removed_and_the_numbers_follow()
    {
        await using var host = await StartAsync("demnate");
        using var member = await host.SignInAsync("demnate", Role.FocalPoint);
        await BeginAsync(member, "InForce");
        var outline = await member.PageAsync(Draft);
        var second = outline.QuerySelectorAll("[id^='i-commitment-']")[1];
        var words = second.QuerySelector("p")!.TextContent;

        await DoneAsync(member.SubmitAsync(outline, Draft, [("step", "-1")], $"#{second.Id} form"));
        outline = await member.PageAsync(Draft);
        var first = outline.QuerySelectorAll("[id^='i-commitment-']")[0];
        Assert.Equal(second.Id, first.Id);
        Assert.Equal(words.Replace("6.1.2", "6.1.1", StringComparison.Ordinal), first.QuerySelector("p")!.TextContent);

        await DoneAsync(member.SubmitAsync(LinkOf(outline, "commitment", 0), [], "form[action$='Remove']"));
        outline = await member.PageAsync(Draft);
        Assert.Equal(26, outline.QuerySelectorAll("[id^='i-commitment-']").Length);
        Assert.Equal("6.1.1", outline.QuerySelector("[id^='i-commitment-'] .ref")!.TextContent);
        Assert.Null((await member.PageAsync(LinkOf(outline, "section", 4))).QuerySelector("form[action$='Remove']"));
        Assert.Equal(27, await InAsync(host, "demnate", db => db.Set<Commitment>().CountAsync(commitment => db.Set<CharterVersion>().Any(version => version.Id == commitment.CharterVersionId && version.Number == 1), Stop)));
    }

    [Fact]
    public async Task A_draft_begun_anew_keeps_what_it_said()
    {
        await using var host = await StartAsync("demnate");
        using var member = await host.SignInAsync("demnate", Role.FocalPoint);
        await BeginAsync(member, "InForce");

        await DoneAsync(member.SubmitAsync("/fr/workspace/charter/start", [("Input.Start", "Headings"), ("Input.Sure", "true")]));

        Assert.Equal(17, (await member.PageAsync(Draft)).QuerySelectorAll(".outline > li").Length);
        Assert.Equal(0, await InAsync(host, "demnate", db => db.Set<Commitment>().CountAsync(commitment => db.Set<CharterVersion>().Any(version => version.Id == commitment.CharterVersionId && version.State == CharterState.Draft), Stop)));
        var kept = (await member.PageAsync("/fr/workspace/charter")).QuerySelector("a[href*='read?kept=']")!.GetAttribute("href")!;
        Assert.Equal(27, (await member.PageAsync(kept)).QuerySelectorAll(".commitments > li").Length);
    }

    [Fact]
    public async Task A_public_round_shows_its_text_and_nothing_of_what_was_written_since()
    {
        await using var host = await StartAsync("demnate");
        using var member = await host.SignInAsync("demnate", Role.FocalPoint);
        using var citizen = host.Commune("demnate");
        await BeginAsync(member, "InForce");
        using (var silent = await member.SubmitAsync("/fr/workspace/charter/rounds/edit", [("Input.Kind", "CitizensOnline"), ("Input.From", "2026-11-20"), ("Input.Public", "true")]))
        {
            Assert.NotNull((await silent.PageAsync(HttpStatusCode.BadRequest)).QuerySelector("[aria-invalid]"));
        }

        foreach (var slip in new[] { "0026-11-20", "9999-12-31" })
        {
            using var never = await member.SubmitAsync("/fr/workspace/charter/rounds/edit", [("Input.Kind", "Other"), ("Input.From", slip)]);
            Assert.Equal(slip, (await never.PageAsync(HttpStatusCode.BadRequest)).QuerySelector("[name='Input.From']")!.GetAttribute("value"));
        }

        await DoneAsync(member.SubmitAsync("/fr/workspace/charter/rounds/edit", [
            ("Input.Kind", "CitizensOnline"), ("Input.From", "2026-11-20"), ("Input.Public", "true"), ("Input.HowToContribute.Ar", "بمكتب الضبط")]));
        await DoneAsync(member.SubmitAsync(LinkOf(await member.PageAsync(Draft), "section", 0), [("Input.Text.Ar", "كتب بعد ذلك")]));
        await DoneAsync(member.SubmitAsync("/fr/workspace/charter/rounds/edit", [("Input.Kind", "Other"), ("Input.From", "2026-11-20")]));

        var link = (await citizen.PageAsync("/fr/charter")).QuerySelector("a[href*='/charter/consultations/']")!.GetAttribute("href")!;
        var text = (await citizen.PageAsync(link)).Body!.TextContent;
        Assert.Contains("بمكتب الضبط", text, StringComparison.Ordinal);
        Assert.DoesNotContain("كتب بعد ذلك", text, StringComparison.Ordinal);
        var ids = await InAsync(host, "demnate", db => db.Set<ConsultationRound>().Where(round => !round.Public).Select(round => round.Id).ToListAsync(Stop));
        Assert.Equal(HttpStatusCode.NotFound, await citizen.StatusAsync($"/fr/charter/consultations/{Assert.Single(ids)}"));
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\" onfocus=\"alert(1)")]
    [InlineData("😀🇲🇦")]
    [InlineData("\u202Eabc\u202C")]
    [InlineData("[x](javascript:alert(1))")]
    [InlineData("=HYPERLINK(\"http://evil.example\")")]
    public async Task Hostile_words_are_kept_harmless_in_every_field(string words)
    {
        await using var host = await StartAsync("settat");
        using var member = await host.SignInAsync("settat", Role.FocalPoint);
        await DoneAsync(member.SubmitAsync("/fr/workspace/charter/start", [("Input.Title.Ar", words), ("Input.Title.Fr", words), ("Input.Start", "Headings")]));
        foreach (var (kind, choice) in new[] { ("section", ""), ("rung", "Information"), ("reference", "Law"), ("commitment", "Citizens"), ("seat", ""), ("task", "") })
        {
            await DoneAsync(member.SubmitAsync(
                $"{Draft}/items/{kind}",
                [.. new[] { ("Input.Text.Ar", (string?)words), ("Input.Text.Fr", words) }
                    .Concat(kind is "section" or "rung" or "reference" ? [("Input.Title.Ar", words), ("Input.Title.Fr", words)] : [])
                    .Concat(choice.Length > 0 ? [("Input.Choice", choice)] : [])]));
        }

        await DoneAsync(member.SubmitAsync("/fr/workspace/charter/rounds/edit", [
            ("Input.Kind", "Other"), ("Input.From", "2026-11-01"), ("Input.Place.Ar", words), ("Input.Said.Ar", words), ("Input.Outcome.Ar", words)]));
        await DoneAsync(member.SubmitAsync("/fr/workspace/charter/adoption", [("Input.Session.Ar", words), ("Input.On", "2026-11-10"), ("Input.Deliberation", "1")]));
        await DoneAsync(member.SubmitAsync("/fr/workspace/charter/publish", [("Sure", "true")]));

        using var citizen = host.Commune("settat");
        foreach (var path in new[] { "/ar/charter", "/fr/charter", "/fr/charter/versions" })
        {
            var page = await citizen.PageAsync(path);
            Assert.Empty(page.QuerySelectorAll("script:not([src]), [onfocus], a[href^='javascript'], a[href^='http://evil']"));
            Assert.DoesNotContain("\u202E", page.Body!.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_megabyte_is_refused_with_what_was_typed_still_there()
    {
        await using var host = await StartAsync("settat");
        using var member = await host.SignInAsync("settat", Role.FocalPoint);
        await BeginAsync(member, "Headings");
        var path = LinkOf(await member.PageAsync(Draft), "section", 0);

        using var refused = await member.SubmitAsync(path, [("Input.Text.Ar", new string('x', 1 << 20))]);

        var page = await refused.PageAsync(HttpStatusCode.BadRequest);
        Assert.NotNull(page.QuerySelector("#errors a[href='#Input_Text_Ar']"));
        Assert.Equal(1 << 20, page.QuerySelector("#Input_Text_Ar")!.TextContent.Trim().Length);
    }

    [Fact]
    public async Task A_preview_shows_the_text_and_saves_nothing()
    {
        await using var host = await StartAsync("settat");
        using var member = await host.SignInAsync("settat", Role.FocalPoint);
        await BeginAsync(member, "Headings");
        var path = LinkOf(await member.PageAsync(Draft), "section", 0);

        using var answer = await member.SubmitAsync(path, [("Input.Text.Ar", "• أول\n• ثان <b>"), ("Input.Title.Ar", ""), ("preview", "1")], "form[data-keep]");

        var page = await answer.PageAsync();
        Assert.Equal(2, page.QuerySelectorAll(".preview li").Length);
        Assert.Null(page.QuerySelector(".preview b"));
        Assert.Null(page.QuerySelector("#errors"));
        Assert.Null(await InAsync(host, "settat", db => db.Set<CharterSection>().OrderBy(part => part.Position).Select(part => part.Text).FirstAsync(Stop)));
    }

    [Fact]
    public async Task What_is_not_ones_own_is_not_found_or_refused()
    {
        await using var host = await StartAsync("demnate", "settat");
        using var demnate = await host.SignInAsync("demnate", Role.FocalPoint);
        await BeginAsync(demnate, "InForce");
        await DoneAsync(demnate.SubmitAsync("/fr/workspace/charter/rounds/edit", [("Input.Kind", "Other"), ("Input.From", "2026-11-20")]));
        var item = LinkOf(await demnate.PageAsync(Draft), "commitment", 0);

        using var settat = await host.SignInAsync("settat", Role.FocalPoint);
        using var planner = await host.SignInAsync("demnate", Role.TeamMember, Area.ActionPlan);
        foreach (var path in new[] { item, "/fr/workspace/charter/rounds/edit/1", "/fr/workspace/charter/draft/read?kept=1", "/fr/workspace/charter/commitments/1", Draft + "/items/section/999999", Draft + "/items/nonsense" })
        {
            Assert.Equal(HttpStatusCode.NotFound, await settat.StatusAsync(path));
        }

        foreach (var path in new[] { "/fr/workspace/charter", Draft, item, "/fr/workspace/charter/publish", "/fr/workspace/charter/signatories", "/fr/workspace/charter/uses/edit", "/fr/workspace/charter/model" })
        {
            Assert.True(await planner.StatusAsync(path) is HttpStatusCode.Forbidden or HttpStatusCode.NotFound or HttpStatusCode.Redirect, path);
        }

        using var stolen = new FormUrlEncodedContent([KeyValuePair.Create("Sure", "true")]);
        using var answer = await planner.PostAsync(new Uri("/fr/workspace/charter/publish", UriKind.Relative), stolen, Stop);
        Assert.NotEqual(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task The_home_of_the_workspace_tells_of_the_draft_and_of_the_step_of_getting_started()
    {
        await using var host = await StartAsync("settat");
        using var member = await host.SignInAsync("settat", Role.FocalPoint);
        Assert.DoesNotContain("done", Step(await member.PageAsync("/fr/workspace")), StringComparison.Ordinal);
        await BeginAsync(member, "Headings");

        Assert.NotNull((await member.PageAsync("/fr/workspace")).QuerySelector($".work a[href='{Draft}']"));

        static string Step(AngleSharp.Html.Dom.IHtmlDocument page) => page.QuerySelector(".checklist a[href='/fr/workspace/charter']")!.Closest("li")!.ClassName ?? "";
    }

    internal static async Task DoneAsync(Task<HttpResponseMessage> sent)
    {
        using var answer = await sent;
        var text = await answer.Content.ReadAsStringAsync(Stop);
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, $"{(int)answer.StatusCode}: {text[..Math.Min(text.Length, 3000)]}");
    }

    internal static Task<T> InAsync<T>(PlatformHost host, string slug, Func<CommuneContext, Task<T>> work) =>
        host.InCommuneAsync(slug, services => work(services.GetRequiredService<CommuneContext>()));

    internal static Task BeginAsync(HttpClient member, string from) =>
        DoneAsync(member.SubmitAsync("/fr/workspace/charter/start", [("Input.Title.Ar", "ميثاق المشاركة"), ("Input.Start", from)]));

    internal static string LinkOf(AngleSharp.Html.Dom.IHtmlDocument outline, string kind, int at) =>
        outline.QuerySelectorAll($"a[href*='/draft/items/{kind}/']")[at].GetAttribute("href")!;

    private static Task<PlatformHost> StartAsync(params string[] communes) => PlatformHost.StartAsync(options => options.Communes = communes);
}
