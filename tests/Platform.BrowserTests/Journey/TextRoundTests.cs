using Platform.Kernel.People;
using static Microsoft.Playwright.Assertions;

namespace Platform.BrowserTests.Journey;

/// <summary>Demnate asks about its charter: another wording of one paragraph is proposed, taken up, adopted with the next version, and found again from the remark.</summary>
public sealed class TextRoundTests(Site browser, RoundSite round) : RoundJourney(browser, round, Commune, "fr")
{
    private const string Commune = "demnate";
    private const string Paragraph = "introduction:3";
    private const string Standing = "ضمان وجود آلية للمواكبة والتتبع والتقييم";
    private const string Added = "، ونشر حصيلتها كل سنة";
    private const string Why = "Sans bilan publié, personne ne saura ce que devient la charte.";

    [Fact]
    public async Task An_amendment_that_is_taken_up_is_seen_in_the_difference_of_the_next_version()
    {
        Round.MoveTo(11, 22, 12);
        var team = await EnterAsync(Role.FocalPoint);
        await BeginAsync(team, "Charter");
        await AskAsync(team, "charter:in-force", cards: false, "مراجعة الميثاق", "Réviser la charte");
        var code = await AmendAsync();

        Round.MoveTo(11, 26, 10);
        team = await EnterAsync(Role.FocalPoint);
        await AdoptAsync(team);
        await TakeUpAsync(team);
        await FollowAsync(code);
    }

    /// <summary>On a phone: from the paragraph to another wording, shown as a difference before it is sent.</summary>
    private async Task<string> AmendAsync()
    {
        var citizen = await EnterAsync(null, phone: true);
        await GotoAsync(citizen, $"/consultations/{Slug}");
        await citizen.GoAsync($"a[href$='/answer?about={Uri.EscapeDataString(Paragraph)}']");
        await citizen.TickAsync("[name='Input.Kind'][value=Amendment]");
        var standing = await citizen.Page.InputValueAsync("#Input_Proposed");
        await citizen.WriteAsync("#Input_Proposed", standing.Replace(Standing, Standing + Added, StringComparison.Ordinal));
        await citizen.WriteAsync("#Input_Text", Why);
        await citizen.GoAsync("button[name=preview]");
        await Expect(citizen.Page.Locator(".preview ins")).ToContainTextAsync("حصيلتها");
        await ExpectGoodAsync(citizen.Page);
        var code = await SendAsync(citizen);
        await ExpectGoodAsync(citizen.Page);
        await citizen.Page.Context.CloseAsync();
        return code;
    }

    /// <summary>The draft of the next version takes the wording up; the council adopts it and it is published.</summary>
    private async Task AdoptAsync(Mouse team)
    {
        await GotoAsync(team, "/workspace/charter/start");
        await team.TickAsync("[name='Input.Start'][value=InForce]");
        await team.GoAsync("form.form .actions button");
        await GotoAsync(team, "/workspace/charter/draft");
        await team.GoAsync("a[href*='/draft/items/section/']");
        var text = await team.Page.InputValueAsync("[name='Input.Text.Ar']");
        await team.WriteAsync("[name='Input.Text.Ar']", text.Replace(Standing, Standing + Added, StringComparison.Ordinal));
        await team.GoAsync("form.form .actions button");
        await GotoAsync(team, "/workspace/charter/adoption");
        await team.WriteAsync("#Input_Session_Ar", "دورة استثنائية");
        await team.WriteAsync("#Input_On", "2026-11-25");
        await team.GoAsync("form.form .actions button");
        await team.TickAsync("#Sure");
        await team.GoAsync("form.form .actions button");
    }

    private async Task TakeUpAsync(Mouse team)
    {
        await GotoAsync(team, $"/workspace/consultations/{Slug}/remarks");
        await team.GoAsync("#remarks a[href*='/remarks/']");
        await Expect(team.Page.Locator("main ins")).ToContainTextAsync("حصيلتها");
        await team.GoAsync("a[href*='/decisions/edit?remark=']");
        await team.WriteAsync("[name='Input.Change.Ar']", "عُدلت الفقرة الثالثة من المدخل");
        await team.WriteAsync("[name='Input.Change.Fr']", "Le troisième paragraphe de l’introduction est modifié");
        await team.WriteAsync("[name='Input.ChangeLink']", "/charter/versions?from=1&to=2#introduction");
        await DecideAsync(team, "TakenUp", "اقتراح وجيه أخذ به المجلس", "Le conseil a repris la proposition");
    }

    /// <summary>With the code to the answer and to what changed; and everybody from the remark to the same place.</summary>
    private async Task FollowAsync(string code)
    {
        var citizen = await FindAsync(code);
        await Expect(citizen.Page.Locator(".answer-given")).ToContainTextAsync("Le conseil a repris la proposition");
        await citizen.GoAsync(".answer-given a");
        await Expect(citizen.Page.Locator("#introduction ins")).ToContainTextAsync("حصيلتها");

        await GotoAsync(citizen, $"/consultations/{Slug}/remarks?answer=taken-up");
        await citizen.GoAsync(".remarks a");
        await Expect(citizen.Page.Locator("main")).ToContainTextAsync(Why);
        await ExpectGoodAsync(citizen.Page);
        await citizen.GoAsync(".timeline a[href*='/charter/versions?from=1']");
        await Expect(citizen.Page.Locator("#introduction ins")).ToContainTextAsync("حصيلتها");
        await ExpectGoodAsync(citizen.Page);
        await citizen.Page.Context.CloseAsync();
    }
}
