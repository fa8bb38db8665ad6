using System.Text.RegularExpressions;
using Platform.Kernel.People;
using static Microsoft.Playwright.Assertions;

namespace Platform.BrowserTests.Journey;

/// <summary>
/// What Larache did with paper cards and a week online, whole: the five cards of its openness programme and their notes, a card that a citizen brings, the
/// committee's opinions, an answer to everything, the card that is amended, the report, and the figures that the country reads.
/// </summary>
public sealed class CardsRoundTests(Site browser, RoundSite round) : RoundJourney(browser, round, Commune, "ar")
{
    private const string Commune = "larache";
    private const string Told = "لا تصل أخبار الجماعة إلى سكان الأحياء البعيدة";
    private const string Amended = "لا تصل أخبار الجماعة إلى الأحياء البعيدة، ولا توجد لوحات إخبارية بها";
    private const string Reason = "ستضع الجماعة لوحة إخبارية في كل حي، وتنشر أخبارها برسائل قصيرة";
    private const string Opinion = "أقترح لوحة في كل حي";

    /// <summary>What lay in the box of the town hall: the number of a project card, a field of it, a note, and who wrote it.</summary>
    private static readonly (string Card, string Field, string Note, string Gender)[] Paper =
    [
        ("68", "Solutions", "لوحات إخبارية في الأسواق", "Woman"),
        ("68", "Other", "تكرار الإعلانات بالأمازيغية", "Man"),
        ("69", "Problem", "لا يعرف الزوار مآثر المدينة", "Woman"),
        ("69", "Solutions", "دليل ورقي في المحطة", "Man"),
        ("70", "Problem", "تراجع حدائق الأحياء", "Woman"),
        ("70", "Funding", "شراكة مع الجمعيات", "Man"),
        ("85", "ImpactIndicators", "عدد الأسر التي اطلعت على الميزانية", "Woman"),
        ("85", "Problem", "لا نفهم ميزانية الجماعة", "Man"),
        ("86", "Solutions", "تصويت في الأحياء", "Woman"),
        ("86", "FollowUpIndicators", "عدد المشاريع المقترحة في كل حي", "Man"),
    ];

    [Fact]
    public async Task From_the_cards_and_their_notes_to_the_figures_of_the_country()
    {
        Round.MoveTo(11, 22, 12);
        var team = await EnterAsync(Role.FocalPoint);
        await BeginAsync(team, "Openness");
        await Expect(team.Page.Locator(".stage-row")).ToHaveCountAsync(5);
        await AskAsync(team, "openness:projects", cards: true, "خمس بطاقات لجماعة منفتحة", "Cinq fiches pour une commune ouverte");
        var code = await AnswerOnlineAsync();
        await TypePaperAsync(team);

        Round.MoveTo(11, 24, 19);
        await SeeClosedAsync();
        await GiveOpinionsAsync();
        team = await EnterAsync(Role.FocalPoint);
        await AmendCardAsync(team);
        await AnswerEverythingAsync(team);
        await FollowAsync(code);
        await ReportAsync(team);

        Round.MoveTo(12, 1, 7);
        await Round.Host.RunJobAsync("monthly-snapshot", "2026-11");
        await Round.Host.RunJobAsync("national-intake", "2026-12-01");
        await SeeFiguresAsync();
        await WalkAsync();
    }

    /// <summary>Three citizens, an association and a visitor, on phones: notes by field, and a new card.</summary>
    /// <returns>The visitor's tracking code.</returns>
    private async Task<string> AnswerOnlineAsync()
    {
        var people = new List<Mouse>();
        foreach (var role in new Role?[] { Role.Citizen, Role.Citizen, Role.Citizen, Role.AssociationRepresentative, null })
        {
            people.Add(await EnterAsync(role, phone: true));
        }

        var (first, second, third, association, visitor) = (people[0], people[1], people[2], people[3], people[4]);
        await NoteAsync(first, "68", "Woman", ("Problem", Told), ("Solutions", "رسائل قصيرة إلى الهواتف"));
        await OrderAsync(first);
        await NoteAsync(second, "69", "Man", ("Funding", "ميزانية الجهة"), ("FollowUpIndicators", "عدد نسخ الدليل الموزعة"));
        await NoteAsync(third, "70", "Woman", ("ImpactIndicators", "مساحة الحدائق لكل ساكن"), ("Other", "نقترح حراسا متطوعين"));
        await BringIdeaAsync(third);
        await NoteAsync(association, "85", "Woman", ("Problem", "ميزانية المواطن لا تنشر في وقتها"));
        await JoinIdeaAsync(association);
        await SendNothingAsync(visitor);
        var code = await NoteAsync(visitor, "68", "Man", ("Problem", "أخبار الجماعة لا تصل إلى الأحياء البعيدة عن المركز"));
        foreach (var person in people)
        {
            await person.Page.Context.CloseAsync();
        }

        return code;
    }

    private async Task<string> NoteAsync(Mouse citizen, string card, string gender, params (string Field, string Text)[] notes)
    {
        await GotoAsync(citizen, $"/consultations/{Slug}");
        await citizen.GoAsync($"a[href$='/answer?about=project%3A{card}']");
        foreach (var (field, text) in notes)
        {
            await citizen.WriteAsync($"#Notes_{field}", text);
        }

        await SpeakForAssociationAsync(citizen);
        await citizen.PressAsync("details:has(#Sender_Gender) > summary");
        await citizen.PickAsync("#Sender_Gender", gender);
        return await SendAsync(citizen);
    }

    private async Task OrderAsync(Mouse citizen)
    {
        await GotoAsync(citizen, $"/consultations/{Slug}");
        await citizen.GoAsync("a[href$='/answer/priorities']");
        await citizen.WriteAsync(".ranks li:nth-child(5) input", "1");
        await citizen.WriteAsync(".ranks li:nth-child(1) input", "2");
        await SendAsync(citizen);
    }

    private async Task BringIdeaAsync(Mouse citizen)
    {
        await GotoAsync(citizen, $"/consultations/{Slug}");
        await citizen.GoAsync("a[href$='/answer/idea']");
        await citizen.WriteAsync("#Name", "ممرات للدراجات الهوائية");
        await citizen.WriteAsync("#Card_Problem", "لا ممرات آمنة للدراجات على الكورنيش");
        await citizen.WriteAsync("#Card_Solutions", "تخصيص ممر للدراجات من الميناء إلى الشاطئ");
        await SendAsync(citizen);
    }

    /// <summary>Whoever would bring the same card is shown it, and speaks for it instead.</summary>
    private async Task JoinIdeaAsync(Mouse association)
    {
        await GotoAsync(association, $"/consultations/{Slug}/answer/idea");
        await association.WriteAsync("#Name", "ممرات الدراجات");
        await association.WriteAsync("#Card_Problem", "الدراجات بلا ممرات آمنة على الكورنيش");
        Round.Host.Clock.Move(TimeSpan.FromSeconds(3));
        await association.GoAsync(Send);
        await association.GoAsync("[aria-labelledby=like] a");
        await association.WriteAsync("#Notes_Other", "نؤيد هذه البطاقة ونتطوع لتتبعها");
        await SpeakForAssociationAsync(association);
        await SendAsync(association);
    }

    private async Task SendNothingAsync(Mouse visitor)
    {
        await GotoAsync(visitor, $"/consultations/{Slug}/answer?about=project:68");
        Round.Host.Clock.Move(TimeSpan.FromSeconds(3));
        await visitor.GoAsync(Send);
        await Expect(visitor.Page.Locator("#errors")).ToBeVisibleAsync();
        await ExpectGoodAsync(visitor.Page);
    }

    private static async Task SpeakForAssociationAsync(Mouse person)
    {
        if (await person.Page.Locator("#Sender_Association").CountAsync() > 0)
        {
            await person.TickAsync("[name='Sender.ShownAs'][value=Association]");
            await person.WriteAsync("#Sender_Association", "جمعية الأمل");
        }
    }

    /// <summary>Ten cards are printed, handed out, brought back and typed in by keyboard; the count of the stack comes out even.</summary>
    private async Task TypePaperAsync(Mouse team)
    {
        var page = team.Page;
        await GotoAsync(team, $"/workspace/consultations/{Slug}/paper/cards");
        await team.WriteAsync("#Copies", "10");
        await team.GoAsync(".workspace-main form .actions button");
        var codes = await page.Locator(".sheet-code bdi").AllInnerTextsAsync();
        Assert.Equal(10, codes.Distinct().Count());

        await GotoAsync(team, $"/workspace/consultations/{Slug}/paper?hand=10");
        foreach (var (code, card) in codes.Zip(Paper))
        {
            await team.WriteAsync("#Input_Code", code);
            await team.WriteAsync("#Input_Card", card.Card);
            await team.PickAsync("#Input_Gender", card.Gender);
            await team.WriteAsync($"#Input_Notes_{card.Field}", card.Note);
            await LeaveAsync(page, () => page.Keyboard.PressAsync("Enter"));
        }

        await Expect(page.Locator(".sitting .notice-success")).ToBeVisibleAsync();
        await Expect(page.Locator("section[aria-labelledby=typed] tbody tr")).ToHaveCountAsync(10);
    }

    private async Task SeeClosedAsync()
    {
        var late = await EnterAsync(null, phone: true);
        await GotoAsync(late, $"/consultations/{Slug}/answer");
        await Expect(late.Page.Locator("form.answer")).ToHaveCountAsync(0);
        await ExpectGoodAsync(late.Page);
        await late.Page.Context.CloseAsync();
    }

    /// <summary>A member of the committee says what the answer should be; nobody else reads it.</summary>
    private async Task GiveOpinionsAsync()
    {
        var member = await EnterAsync(Role.CommitteeMember);
        await GotoAsync(member, $"/workspace/consultations/{Slug}/remarks?q={Uri.EscapeDataString(Told)}");
        await member.GoAsync("#remarks a[href*='/remarks/']");
        await member.TickAsync("[name=Outcome][value=TakenUp]");
        await member.WriteAsync("#Text", Opinion);
        await member.GoAsync("form[data-keep^=opinion] .actions button");
        await Expect(member.Page.Locator("section[aria-labelledby=opinions]")).ToContainTextAsync(Opinion);
        await member.Page.Context.CloseAsync();
    }

    private async Task AmendCardAsync(Mouse team)
    {
        await GotoAsync(team, "/workspace/openness");
        await team.GoAsync("tr:has-text('68') a[href*='/openness/project/']:not([href$='/completion'])");
        await team.WriteAsync("[name='Input.Problem.Ar']", Amended);
        await team.WriteAsync("[name='Input.Solutions.Ar']", "لوحة إخبارية في كل حي ورسائل قصيرة");
        await team.GoAsync("form.form > .actions > button");
    }

    private async Task AnswerEverythingAsync(Mouse team)
    {
        var page = team.Page;

        // Two said the same: from one of them to an answer for both.
        await GotoAsync(team, $"/workspace/consultations/{Slug}/remarks?q={Uri.EscapeDataString(Told)}");
        await team.GoAsync("#remarks a[href*='/remarks/']");
        await Expect(page.Locator("section[aria-labelledby=opinions]")).ToContainTextAsync(Opinion);
        await team.TickAsync("section[aria-labelledby=like] input[type=checkbox]");
        await team.GoAsync("section[aria-labelledby=like] .actions button");
        await Expect(page.Locator("[name='Input.Remarks']:checked")).ToHaveCountAsync(2);
        await page.EvaluateAsync("() => { document.querySelector('form.form').noValidate = true; }");
        await team.GoAsync("button[name=publish]");
        await Expect(page.Locator("#errors")).ToBeVisibleAsync();
        await ExpectGoodAsync(page);
        await team.WriteAsync("[name='Input.Change.Ar']", "غُيّر حقلا المشكل والحلول في البطاقة 68");
        await team.WriteAsync("[name='Input.ChangeLink']", "/openness/projects/68");
        await DecideAsync(team, "TakenUp", Reason, "Un panneau d’information dans chaque quartier");

        foreach (var (about, outcome, reason) in new[]
        {
            ("project:68", "TakenUpInPart", "تُنشر الإعلانات بالأمازيغية ابتداء من السنة المقبلة"), ("project:69", "TakenUp", "يُعد الدليل مع مندوبية السياحة"),
            ("project:70", "OutsidePowers", "الغابة المجاورة من اختصاص الوكالة الوطنية للمياه والغابات"), ("project:85", "AlreadyThere", "تُنشر ميزانية المواطن كل سنة على موقع الجماعة"),
            ("project:86", "NotTakenUp", "تؤجل الميزانية التشاركية إلى ما بعد دورة فبراير"),
        })
        {
            await TogetherAsync(team, $"?about={Uri.EscapeDataString(about)}&answer=none");
            if (outcome == "OutsidePowers")
            {
                await team.WriteAsync("[name='Input.Competent.Ar']", "الوكالة الوطنية للمياه والغابات، العرائش");
            }

            await DecideAsync(team, outcome, reason, null);
        }

        await TogetherAsync(team, "?answer=none");
        await Expect(page.Locator("[name='Input.Remarks']:checked")).ToHaveCountAsync(2);
        await DecideAsync(team, "TakenUp", "تُدرج بطاقة ممرات الدراجات في البرنامج", "La fiche est inscrite au programme");
        await Expect(page.Locator(".empty")).ToBeVisibleAsync();
    }

    /// <summary>Everything that the filter finds gets one answer.</summary>
    private async Task TogetherAsync(Mouse team, string query)
    {
        await GotoAsync(team, $"/workspace/consultations/{Slug}/remarks{query}");
        foreach (var tick in await team.Page.Locator("#remarks input[name=Remark]").AllAsync())
        {
            await tick.CheckAsync();
        }

        await team.GoAsync("[aria-labelledby=with-chosen] button:not([formaction])");
    }

    /// <summary>With the code of the receipt: the answer, and from it the card as it stands now.</summary>
    private async Task FollowAsync(string code)
    {
        var visitor = await FindAsync(code);
        await Expect(visitor.Page.Locator(".answer-given")).ToContainTextAsync(Reason);
        await ExpectGoodAsync(visitor.Page);
        await visitor.GoAsync(".answer-given a");
        await Expect(visitor.Page.Locator("main")).ToContainTextAsync(Amended);
        await visitor.Page.Context.CloseAsync();
    }

    private async Task ReportAsync(Mouse team)
    {
        await GotoAsync(team, $"/workspace/consultations/{Slug}/report");
        await team.WriteAsync("[name='Note.Ar']", "شكرا لكل من شارك: تغيرت بطاقة، وأضيفت بطاقة.");
        await team.WriteAsync("[name='Note.Fr']", "Merci à toutes et à tous : une fiche a changé, une autre s’ajoute.");
        await team.GoAsync("form.form .actions button");

        var reader = await EnterAsync(null);
        await GotoAsync(reader, $"/consultations/{Slug}");
        await reader.GoAsync("a[href$='/report']");

        // It is made beside the page: whoever asks while it is nearly there gets it.
        for (var looks = 0; looks < 10 && await reader.Page.Locator("dl.facts").CountAsync() == 0; looks++)
        {
            await reader.Page.ReloadAsync();
        }

        var report = reader.Page.Locator("main");
        Assert.Equal(["15", "1", "10", "20", "20"], await report.Locator("dl.facts dd").AllInnerTextsAsync());
        await Expect(report.Locator(".report-groups")).ToContainTextAsync(new Regex(@"نساء\s*8"));
        await Expect(report.Locator("section[aria-labelledby=fields] tbody tr:has-text('68') td").First).ToHaveTextAsync("2");
        await Expect(report).ToContainTextAsync(Reason);
        await Expect(report).Not.ToContainTextAsync(Opinion);
        var word = await reader.Page.RunAndWaitForDownloadAsync(() => reader.PressAsync("a[href$='/report.docx']"));
        Assert.EndsWith(".docx", word.SuggestedFilename, StringComparison.Ordinal);
        await reader.Page.Context.CloseAsync();
    }

    /// <summary>The month that has passed: on the commune's page and on the country's, and from the figure to what was counted.</summary>
    private async Task SeeFiguresAsync()
    {
        const string Indicator = "proposals-submitted";
        var reader = await EnterAsync(null);
        await GotoAsync(reader, $"/indicators/{Indicator}");
        await Expect(reader.Page.Locator(".stat-figure").First).ToHaveTextAsync("20");
        await reader.Page.GotoAsync(Round.Address(null, $"/ar/dashboard?indicator={Indicator}&period=2026-11"));
        await Expect(reader.Page.Locator($"#communes tr:has(a[href$='/communes/{Commune}']) td.num a").First).ToHaveTextAsync("20");
        await reader.Page.GotoAsync(Round.Address(null, $"/ar/dashboard/communes/{Commune}"));
        await Expect(reader.Page.Locator($"#indicators a[href*='/indicators/{Indicator}']")).ToHaveTextAsync("20 مقترحا");
        await reader.Page.Context.CloseAsync();
    }

    /// <summary>All that there is now, on a phone in both languages.</summary>
    private async Task WalkAsync()
    {
        var team = await EnterAsync(Role.FocalPoint, phone: true);
        foreach (var language in new[] { "ar", "fr" })
        {
            foreach (var path in new[]
            {
                $"/processes/{Process}", $"/consultations/{Slug}", $"/consultations/{Slug}/remarks", $"/consultations/{Slug}/remarks/1", $"/consultations/{Slug}/report",
                $"/workspace/processes/{Process}", $"/workspace/consultations/{Slug}", $"/workspace/consultations/{Slug}/remarks",
                $"/workspace/consultations/{Slug}/remarks/1", $"/workspace/consultations/{Slug}/decisions/edit/1", $"/workspace/consultations/{Slug}/report",
            })
            {
                await team.Page.GotoAsync(Round.Address(Commune, $"/{language}{path}"));
                Assert.Equal(language, await team.Page.GetAttributeAsync("html", "lang"));
                await ExpectGoodAsync(team.Page);
            }
        }

        await team.Page.Context.CloseAsync();
    }

    private static async Task LeaveAsync(IPage page, Func<Task> act)
    {
        await page.EvaluateAsync("() => { window.left = true; }");
        await act();
        await page.WaitForFunctionAsync("() => !window.left && document.readyState === 'complete'");
    }
}
