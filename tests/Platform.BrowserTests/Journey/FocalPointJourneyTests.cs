using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel.People;
using Platform.Kernel.Text;
using Platform.TestKit.People;

namespace Platform.BrowserTests.Journey;

/// <summary>
/// A new focal point of a new commune, from the link of the invitation to the figure that citizens and the country read: the plan is brought in from the commune's
/// document, a value is reported with its evidence, returned by DGCT with a comment, corrected and accepted.
/// </summary>
public sealed class FocalPointJourneyTests(Site site)
{
    private const string Indicator = "associations-registered";

    [Fact]
    public async Task In_arabic_with_a_passkey_and_the_word_document_of_the_commune()
    {
        var journey = await BeginAsync("ar", "tata", "2026-Q3", page => new Mouse(page));
        await journey.Hand.Page.AddAuthenticatorAsync();
        await OpenInvitationAsync(journey);
        await journey.Hand.WriteAsync("[name='Input.Name']", "أمينة");
        await journey.Hand.GoAsync("button[value=passkey]");
        await journey.Hand.WriteAsync("#passkey-name", "حاسوب الجماعة");
        await journey.Hand.GoAsync("form[data-passkey=make] button");
        await journey.Hand.GoAsync(".codes ~ .actions a.button");

        await TravelAsync(
            journey,
            new() { Name = "خطة العمل.docx", MimeType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document", Buffer = ArabicPlan() },
            [("#c_priority", "2"), ("#c_end", "31/12/2026")],
            "إحداث لجنة للتتبع",
            undone: true);
    }

    [Fact]
    public async Task In_french_with_the_keyboard_alone_a_password_and_a_code()
    {
        var journey = await BeginAsync("fr", "azrou", "2026-Q2", page => new Keyboard(page));
        await OpenInvitationAsync(journey);
        await journey.Hand.WriteAsync("[name='Input.Name']", "Karim");
        await journey.Hand.WriteAsync("[name='Input.Password']", "quatre chevaux bleus");
        await journey.Hand.WriteAsync("[name='Input.Again']", "quatre chevaux bleus");
        await journey.Hand.GoAsync("form.form-narrow .actions button");
        var key = await journey.Hand.Page.InnerTextAsync("main code");
        await journey.Hand.WriteAsync("[name=Code]", AuthenticatorApp.CodeOf(site.Host, key));
        await journey.Hand.GoAsync("form:has([name=Code]) .actions button");
        await journey.Hand.GoAsync(".codes ~ .actions a.button");

        await TravelAsync(
            journey,
            new() { Name = "plan.xlsx", MimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Buffer = FrenchPlan() },
            [("#c_budget", "120000"), ("#c_status", "en cours")],
            "Former les associations");
    }

    private async Task TravelAsync(Travel journey, FilePayload plan, (string Field, string Text)[] corrections, string activity, bool undone = false)
    {
        await BringPlanAsync(journey, plan, corrections, undone);
        await PublishPlanAsync(journey, activity);

        await OpenReportingAsync(journey);
        await EnterValueAsync(journey, "12", null);
        await SubmitAsync(journey);
        await DecideAsync(journey, "Return", "The register of the province has three more.");

        // It came back to the first page, with what was said.
        await journey.Hand.Page.GotoAsync(journey.Workspace);
        await journey.Hand.GoAsync($".work-late a[href$='/reporting/{journey.Period}']");
        await Assertions.Expect(journey.Hand.Page.Locator(".notice-warning")).ToContainTextAsync("The register of the province has three more.");
        await journey.Hand.GoAsync($"a[href*='/{Indicator}/values']");
        await EnterValueAsync(journey, "15", "3");
        await SubmitAsync(journey);
        await DecideAsync(journey, "Accept", null);

        await SeeAsync(journey);
        await journey.Hand.Page.Context.CloseAsync();
        await journey.Officer.Page.Context.CloseAsync();
    }

    /// <summary>From the list of what a new commune does first to the rows of its document, two of which are wrong.</summary>
    /// <param name="undone">The first time it is taken back, and brought in once more.</param>
    private static async Task BringPlanAsync(Travel journey, FilePayload plan, (string Field, string Text)[] corrections, bool undone)
    {
        var (hand, page) = (journey.Hand, journey.Hand.Page);
        await Assertions.Expect(page.Locator(".checklist li.done a[href$='/workspace/action-plan']")).ToHaveCountAsync(0);
        await hand.GoAsync(".checklist a[href$='/workspace/action-plan']");
        await hand.GoAsync(".page-header a[href$='/action-plan/import']");
        await ImportAsync(hand, plan, corrections);

        // What takes it all back does not look like the way on.
        Assert.NotEqual(
            await page.Locator(".button-danger").EvaluateAsync<string>("button => getComputedStyle(button).backgroundColor"),
            await page.Locator("main .actions a.button").EvaluateAsync<string>("link => getComputedStyle(link).backgroundColor"));
        if (undone)
        {
            await page.Locator("details:has(.button-danger) > summary").ClickAsync();
            await hand.GoAsync(".button-danger");
            await Assertions.Expect(page.Locator("main .notice-info")).ToBeVisibleAsync();
            await Assertions.Expect(page.Locator(".button-danger")).ToHaveCountAsync(0);
            await hand.GoAsync("main p > a[href$='/action-plan/import']");
            await ImportAsync(hand, plan, corrections);
        }
    }

    private static async Task ImportAsync(Hand hand, FilePayload plan, (string Field, string Text)[] corrections)
    {
        var page = hand.Page;
        await hand.BringAsync("#Upload", plan);
        await hand.GoAsync("form[enctype] .actions button");
        await Assertions.Expect(page.Locator(".import-wrong .import-problems li")).ToHaveCountAsync(corrections.Length);
        await Assertions.Expect(page.Locator("a[href$='/apply']")).ToHaveCountAsync(0);
        await hand.GoAsync(".import-wrong .row-actions a");
        foreach (var (field, text) in corrections)
        {
            // Saving a row opens the next wrong one.
            await hand.WriteAsync(field, text);
            await hand.GoAsync(".import-form .actions button");
        }

        await Assertions.Expect(page.Locator(".import-wrong")).ToHaveCountAsync(0);
        await hand.GoAsync("a[href$='/apply']");
        await hand.GoAsync("form.form .actions button");
    }

    private async Task PublishPlanAsync(Travel journey, string activity)
    {
        var (hand, page) = (journey.Hand, journey.Hand.Page);
        Assert.DoesNotContain(activity, await PublicTextAsync(journey, "/action-plan"), StringComparison.Ordinal);
        await hand.GoAsync("main .actions a[href$='/workspace/action-plan']");
        await hand.GoAsync("a[href*='/action-plan/publish/']");
        await hand.TickAsync("#Confirmed");
        await hand.GoAsync("form.form .actions button");
        Assert.Contains(activity, await PublicTextAsync(journey, "/action-plan"), StringComparison.Ordinal);
        await hand.GoAsync(".workspace-menu a[href$='/workspace']");
        await Assertions.Expect(page.Locator(".checklist li.done a[href$='/workspace/action-plan']")).ToHaveCountAsync(1);
    }

    /// <summary>DGCT asks for the period, and the focal point finds it on the first page.</summary>
    private static async Task OpenReportingAsync(Travel journey)
    {
        await journey.Officer.GoAsync(".workspace-menu a[href$='/reporting-periods']");
        await journey.Officer.PickAsync("#Input_Period", journey.Period);
        await journey.Officer.GoAsync("form.form:has(#Input_Period) .actions button");
        await journey.Hand.Page.ReloadAsync();
        await journey.Hand.GoAsync($".work-list a[href$='/reporting/{journey.Period}']");
        await journey.Hand.GoAsync($"a[href*='/{Indicator}/values']");
    }

    private static async Task EnterValueAsync(Travel journey, string value, string? reason)
    {
        var (hand, page) = (journey.Hand, journey.Hand.Page);
        await hand.WriteAsync("#Input_Value", value);
        await hand.WriteAsync("#Input_Source_Ar", "سجل الجمعيات");
        if (reason is not null)
        {
            await hand.WriteAsync("#Input_Reason", reason);
        }

        await hand.BringAsync("#Files", new() { Name = $"registre-{value}.pdf", MimeType = "application/pdf", Buffer = SampleFiles.Pdf() });
        await hand.GoAsync("form[data-keep] .actions button");
        await Assertions.Expect(page.Locator("tbody a[href*='/workspace/documents/']").Filter(new() { HasText = $"registre-{value}.pdf" }).First).ToBeVisibleAsync();
        await hand.GoAsync(".notice a[href*='/reporting/']");
    }

    private static Task SubmitAsync(Travel journey) => journey.Hand.GoAsync("form[action*=Submit] button");

    private static async Task DecideAsync(Travel journey, string decision, string? comment)
    {
        var (officer, page) = (journey.Officer, journey.Officer.Page);
        await officer.GoAsync(".workspace-menu a[href$='/workspace/submissions']");
        if (await page.Locator("#period").InputValueAsync() != journey.Period)
        {
            await officer.PickAsync("#period", journey.Period);
            await officer.GoAsync("form.filters button");
        }

        await officer.GoAsync($"a[href*='/submissions/{journey.Commune}/']");
        if (comment is not null)
        {
            await officer.WriteAsync("#Comment", comment);
        }

        await officer.GoAsync($"button[formaction*={decision}]");
        await Assertions.Expect(page.Locator(".notice-success")).ToHaveCountAsync(1);
    }

    /// <summary>The citizen's page and the national dashboard, as anybody reads them.</summary>
    private async Task SeeAsync(Travel journey)
    {
        var reader = await site.OpenAsync(phone: true);
        await reader.GotoAsync(site.Address(journey.Commune, $"/{journey.Language}/indicators/{Indicator}"));
        await Assertions.Expect(reader.Locator(".stat-figure")).ToHaveTextAsync("15");
        await reader.GotoAsync(site.Address(null, $"/{journey.Language}/dashboard?indicator={Indicator}&period={journey.Period}"));
        await Assertions.Expect(reader.Locator($"#communes tr:has(a[href$='/communes/{journey.Commune}']) td.num a").First).ToHaveTextAsync("15");
        await reader.GotoAsync(site.Address(null, $"/{journey.Language}/dashboard/communes/{journey.Commune}"));
        await Assertions.Expect(reader.Locator($"#indicators a[href*='/indicators/{Indicator}']")).ToHaveTextAsync(new Regex(@"^15\s(associations|جمعية)$"));
        await reader.Context.CloseAsync();
    }

    private async Task<string> PublicTextAsync(Travel journey, string path)
    {
        var reader = await site.OpenAsync();
        await reader.GotoAsync(site.Address(journey.Commune, $"/{journey.Language}{path}"));
        var text = await reader.InnerTextAsync("main");
        await reader.Context.CloseAsync();
        return text;
    }

    /// <summary>The commune is new on the platform, and an officer of DGCT sits at the national site.</summary>
    private async Task<Travel> BeginAsync(string language, string commune, string period, Func<IPage, Hand> hand)
    {
        var added = await site.Host.OperateAsync("communes", "add", commune);
        Assert.True(added.Code == 0, added.Text);
        var officer = hand(await site.OpenAsync());
        await site.SignInAsync(officer.Page, null, Role.DgctOfficer);
        await officer.Page.GotoAsync(site.Address(null, $"/{language}/workspace"));
        return new(language, commune, period, hand(await site.OpenAsync()), officer, site.Address(commune, $"/{language}/workspace"));
    }

    private async Task OpenInvitationAsync(Travel journey)
    {
        var mailed = await site.Host.InCommuneAsync(journey.Commune, services => services.GetRequiredService<IInvitations>().InviteAsync(
            new($"focal@{journey.Commune}.ma", Role.FocalPoint, [], Language.OfPage(journey.Language)!), CancellationToken.None));
        await journey.Hand.Page.GotoAsync(site.Address(journey.Commune, new Uri(mailed.Link!).PathAndQuery));
    }

    /// <summary>As Word keeps it: the axis stands once beside its activities.</summary>
    private static byte[] ArabicPlan() => OfficeFiles.Docx(
        OfficeFiles.Paragraph("خطة عمل المشاركة المواطنة"),
        OfficeFiles.Table(
            ["المحور", "الأنشطة المقترحة", "الأولوية", "تاريخ النهاية"],
            [new OfficeCell("6. تعزيز المشاركة المواطنة الرقمية", Down: 2), "إحداث بوابة للجماعة", "1", "دجنبر 2026"],
            ["إحداث لجنة للتتبع", "9", "2027"],
            [new OfficeCell("7. التواصل وضمان الحق في الوصول إلى المعلومة"), "لقاء مع الجمعيات", "2", "قريبا"]));

    private static byte[] FrenchPlan() => OfficeFiles.Xlsx(
        ["Axe", "Activité", "Budget", "État"],
        [new OfficeCell("6. Renforcement de la participation citoyenne numérique", Down: 2), "Ouvrir un portail", "250 000 DH", "achevée"],
        ["Former les associations", "à voir", "prévue"],
        [new OfficeCell("7. Communication et accès à l'information"), "Rencontrer les associations", "", "bientôt"]);

    private sealed record Travel(string Language, string Commune, string Period, Hand Hand, Hand Officer, string Workspace);
}
