using Platform.Kernel.People;
using Platform.TestKit.People;
using static Microsoft.Playwright.Assertions;

namespace Platform.BrowserTests.Journey;

/// <summary>Two communes that ask their inhabitants, on a clock of their own: rounds close and months pass without another test noticing.</summary>
public sealed class RoundSite : IAsyncLifetime
{
    private readonly int port = Ports.Free();
    private PlatformHost? host;

    public PlatformHost Host => host!;

    public string Address(string? site, string path) => Site.AddressAt(port, site, path);

    public async ValueTask InitializeAsync() =>
        host = await PlatformHost.StartAsync(options => (options.Port, options.Communes) = (port, ["demnate", "larache"]));

    public async ValueTask DisposeAsync()
    {
        if (host is not null)
        {
            await host.DisposeAsync();
        }
    }

    /// <summary>Somebody new, signed in in the browser of this page.</summary>
    public async Task SignInAsync(IPage page, string commune, Role role, params Area[] areas)
    {
        var person = await Host.AddPersonAsync(commune, role, areas);
        await page.Context.AddCookiesAsync([new() { Name = person.Cookie.Name, Value = person.Cookie.Value, Url = Address(commune, "/") }]);
    }

    /// <summary>In 2026, on Morocco’s clock.</summary>
    public void MoveTo(int month, int day, int hour) => Host.Clock.MoveTo(new DateTimeOffset(2026, month, day, hour, 0, 0, TimeSpan.FromHours(1)));
}

/// <summary>One site for all rounds.</summary>
[CollectionDefinition(nameof(RoundSite))]
public sealed class Rounds : ICollectionFixture<RoundSite>;

/// <summary>A round in one commune and one language: whoever walks it comes in, goes somewhere, sends.</summary>
[Collection(nameof(RoundSite))]
public abstract class RoundJourney(Site browser, RoundSite round, string commune, string language)
{
    private protected RoundSite Round { get; } = round;

    private protected const string Send = "form.answer > .actions:last-of-type button";

    /// <summary>In the addresses of the consultation, once the team has asked.</summary>
    private protected string Slug { get; set; } = "";

    private protected string Process { get; set; } = "";

    /// <param name="role">None: a visitor.</param>
    private protected async Task<Mouse> EnterAsync(Role? role, bool phone = false)
    {
        var page = await browser.OpenAsync(phone);
        if (role is { } known)
        {
            await Round.SignInAsync(page, commune, known);
        }

        return new(page);
    }

    private protected Task GotoAsync(Mouse hand, string path) => hand.Page.GotoAsync(Round.Address(commune, $"/{language}{path}"));

    /// <summary>From a template to a process that everybody sees.</summary>
    private protected async Task BeginAsync(Mouse team, string template)
    {
        await GotoAsync(team, "/workspace/processes/templates");
        await team.GoAsync($"form:has(input[value={template}]) button");
        Process = team.Page.Url.Split('/')[^1];
        await team.GoAsync(".stage-row >> nth=1 >> a");
        await team.WriteAsync("#Input_From", "2026-11-22");
        await team.WriteAsync("#Input_To", "2026-11-24");
        await team.GoAsync("form.form .actions button");
        await GotoAsync(team, $"/workspace/processes/{Process}/publish");
        await team.TickAsync("#Confirmed");
        await team.GoAsync("form.form .actions button");
    }

    /// <summary>From the process to a consultation that is open: from noon on the 22nd of November to six o’clock on the 24th.</summary>
    private protected async Task AskAsync(Mouse team, string about, bool cards, string arabic, string french)
    {
        await team.GoAsync("a[href*='/consultations/edit?process=']");
        await team.WriteAsync("#Input_Title_Ar", arabic);
        await team.WriteAsync("#Input_Title_Fr", french);
        await team.WriteAsync("#Input_Text_Ar", "اقرؤوا واكتبوا ملاحظاتكم، أو **اقترحوا** غير ذلك.");
        await team.WriteAsync("#Input_Text_Fr", "Lisez et notez vos remarques, ou **proposez** autre chose.");
        await team.PickAsync("#Input_About", about);
        if (cards)
        {
            await team.TickAsync("#Input_TakesIdeas");
            await team.TickAsync("#Input_TakesPriorities");
        }

        foreach (var (field, value) in new[] { ("OpensOn", "2026-11-22"), ("OpensTime", "12:00"), ("ClosesOn", "2026-11-24"), ("ClosesTime", "18:00"), ("AnswersBy", "2026-12-10") })
        {
            await team.WriteAsync("#Input_" + field, value);
        }

        await team.TickAsync("[name='Input.Moderation'][value=After]");
        await team.GoAsync("form.form .actions button");
        Slug = team.Page.Url.Split('/')[^1];
        await team.GoAsync("a[href$='/announce']");
        await team.TickAsync("#Confirmed");
        await team.GoAsync("form.form .actions button");
    }

    /// <summary>As a person, who takes a moment.</summary>
    /// <returns>The tracking code of the receipt.</returns>
    private protected async Task<string> SendAsync(Mouse citizen)
    {
        Round.Host.Clock.Move(TimeSpan.FromSeconds(3));
        await citizen.GoAsync(Send);
        return await citizen.Page.Locator(".receipt-number").Nth(1).InnerTextAsync();
    }

    private protected static async Task DecideAsync(Mouse team, string outcome, string reason, string? french)
    {
        await team.TickAsync($"[name='Input.Outcome'][value={outcome}]");
        await team.WriteAsync("[name='Input.Reason.Ar']", reason);
        if (french is not null)
        {
            await team.WriteAsync("[name='Input.Reason.Fr']", french);
        }

        await team.GoAsync("button[name=publish]");
        await Expect(team.Page.Locator(".notice-success")).ToBeVisibleAsync();
    }

    private protected async Task<Mouse> FindAsync(string code)
    {
        var person = await EnterAsync(null, phone: true);
        await GotoAsync(person, "/contributions");
        await person.WriteAsync("#Code", code);
        await person.GoAsync("main form[action$='/contributions'] button");
        return person;
    }

    private protected static async Task ExpectGoodAsync(IPage page)
    {
        Assert.Empty(await page.SeriousAsync());
        Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= document.documentElement.clientWidth"), page.Url);
        Assert.Equal(0, await page.Locator(".error-page").CountAsync());
    }
}
