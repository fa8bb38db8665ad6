using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Platform.Identity.ExternalSignIn;
using Platform.Identity.Passkeys;
using Platform.Identity.SignIn;
using Platform.Kernel.Time;

namespace Platform.Identity.MyAccount;

/// <summary>Before a dangerous act: is it still the same person? Leads back to where they were.</summary>
[EnableRateLimiting(RateLimits.SignIn)]
internal sealed class ConfirmModel(
    SignIns signIns, FailedSignIns failures, PasskeyDesk passkeys, Providers providers, IStringLocalizer<SignInTexts> signInTexts, IStringLocalizer<MyAccountTexts> texts,
    TimeProvider time)
    : OwnAccountPage
{
    [BindProperty(SupportsGet = true, Name = "return")]
    public string? Return { get; set; }

    [BindProperty, Required, DataType(DataType.Password), MaxLength(256)]
    public string? Password { get; set; }

    public bool ByPassword { get; private set; }

    public bool ByPasskey { get; private set; }

    /// <summary>The providers that can say so too.</summary>
    public IReadOnlyList<Provider> ByProvider { get; private set; } = [];

    protected override bool BeforeSecondFactor => true;

    public async Task OnGetAsync() => await OfferAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await OfferAsync();
        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        var result = await signIns.ProvePasswordAsync(HttpContext, await AccountAsync(), Password!);
        if (result.Step == SignInStep.SignedIn)
        {
            return await ProvedAsync();
        }

        ModelState.AddModelError(nameof(Password), result.Step == SignInStep.Wait ? signInTexts.WaitFor(result.Wait) : texts["WrongPassword"]);
        return Invalid();
    }

    public async Task<IActionResult> OnPostPasskeyOptionsAsync() => Content(await passkeys.AskToSignAsync(HttpContext), "application/json");

    public async Task<IActionResult> OnPostPasskeyAsync(string? credential)
    {
        if ((await passkeys.SignAsync(HttpContext, credential))?.Id == Person.Account)
        {
            return await ProvedAsync();
        }

        await failures.RecordAsync(await AccountAsync(), "passkey", null, HttpContext.RequestAborted);
        ModelState.Clear();
        ModelState.AddModelError("", signInTexts["PasskeyRefused"]);
        await OfferAsync();
        return Invalid();
    }

    private async Task<RedirectResult> ProvedAsync()
    {
        (await SessionAsync()).Proved(time.UtcNow());
        await Accounts.Db.SaveChangesAsync(HttpContext.RequestAborted);
        return Redirect(Landing(Return));
    }

    private async Task OfferAsync()
    {
        var account = await AccountAsync();
        ByPassword = account.PasswordHash is not null;
        ByPasskey = await Accounts.Db.Set<Passkey>().AnyAsync(passkey => passkey.AccountId == account.Id, HttpContext.RequestAborted);
        var linked = await Accounts.Db.Set<ExternalIdentity>().Where(identity => identity.AccountId == account.Id).Select(identity => identity.Provider).ToListAsync(HttpContext.RequestAborted);
        ByProvider = [.. providers.Of(Accounts.Name).Where(provider => linked.Contains(provider.Key))];
    }
}
