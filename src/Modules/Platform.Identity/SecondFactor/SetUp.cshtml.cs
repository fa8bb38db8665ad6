using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Platform.Identity.Accounts;
using Platform.Identity.MyAccount;
using Platform.Identity.Passkeys;
using Platform.Identity.Sessions;
using Platform.Kernel.Time;
using Platform.Ui.Workspace;

namespace Platform.Identity.SecondFactor;

/// <summary>Where the authenticator app is set up: the first thing that a new member of a team does.</summary>
[Recent]
internal sealed class SetUpModel(
    SecondFactors factors, PasskeyDesk passkeys, IStringLocalizer<SecondFactorTexts> texts, IStringLocalizer<PasskeysTexts> passkeyTexts, TimeProvider time)
    : OwnAccountPage
{
    private const string Issuer = "Musharaka";

    [BindProperty(SupportsGet = true, Name = "return")]
    public string? Return { get; set; }

    [BindProperty]
    public string? Kept { get; set; }

    [BindProperty, Required, MaxLength(20)]
    public string? Code { get; set; }

    public bool Owed => User.HasClaim(claim => claim.Type == SessionClaims.SecondFactorMissing);

    /// <summary>The address that the picture holds.</summary>
    public string Address { get; private set; } = "";

    /// <summary>The secret in groups of four, for those who cannot take a picture.</summary>
    public string Key { get; private set; } = "";

    /// <summary>Shown this once.</summary>
    public IReadOnlyList<string> RecoveryCodes { get; private set; } = [];

    public string Next => Landing(Return);

    protected override bool BeforeSecondFactor => true;

    public async Task OnGetAsync() => Offer(await AccountAsync());

    public async Task<IActionResult> OnPostAsync()
    {
        var account = await AccountAsync();
        if (factors.Unseal(account, Kept) is not { } secret)
        {
            Offer(account);
            ModelState.Clear();
            ModelState.AddModelError(nameof(Code), texts["StartAgain"]);
            return Invalid();
        }

        Show(account, secret, Kept!);
        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        if (await factors.SetUpAsync(account, secret, Code!, HttpContext.RequestAborted) is not { } codes)
        {
            ModelState.AddModelError(nameof(Code), texts["WrongCode"]);
            return Invalid();
        }

        return await ProvedAsync(account, codes);
    }

    public async Task<IActionResult> OnPostPasskeyOptionsAsync() => Content(await passkeys.AskToMakeAsync(HttpContext, await AccountAsync()), "application/json");

    /// <summary>A passkey in place of the app.</summary>
    public async Task<IActionResult> OnPostPasskeyAsync(string? credential, [MaxLength(Passkey.NameLength)] string? name)
    {
        var account = await AccountAsync();
        var made = ModelState.Where(pair => pair.Key != nameof(Code)).All(pair => pair.Value!.Errors.Count == 0)
            && await passkeys.MakeAsync(HttpContext, account, credential, name ?? passkeyTexts["DefaultName"]) is not null;
        ModelState.Clear();
        if (!made)
        {
            Offer(account);
            ModelState.AddModelError("", passkeyTexts["Failed"]);
            return Invalid();
        }

        return await ProvedAsync(account, await factors.NewRecoveryCodesAsync(account, HttpContext.RequestAborted));
    }

    private async Task<PageResult> ProvedAsync(Account account, IReadOnlyList<string> codes)
    {
        Audit.Record("account.second-factor-set", $"account:{account.Id}");
        (await SessionAsync()).ProvedSecondFactor(time.UtcNow());
        if (!await SaveProofAsync(account))
        {
            // Codes that were not kept would open nothing on the day they are needed.
            var page = Overtaken();
            Offer(await AccountAsync());
            return page;
        }

        RecoveryCodes = codes;
        return Page();
    }

    private void Offer(Account account)
    {
        var (secret, kept) = factors.NewSecret(account);
        Show(account, secret, kept);
    }

    private void Show(Account account, byte[] secret, string kept)
    {
        Kept = kept;
        Address = Totp.AddressOf(Issuer, $"{account.Mail} ({new Uri(Accounts.Address).Host})", secret);
        Key = string.Join(' ', Totp.Write(secret).Chunk(4).Select(group => new string(group)));
    }
}
