using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Platform.Data.Auditing;
using Platform.Identity.Accounts;
using Platform.Identity.Sessions;
using Platform.Kernel.People;
using Platform.Kernel.Time;

namespace Platform.Identity.SecondFactor;

/// <summary>Where the authenticator app is set up: the first thing that a new member of a team does.</summary>
internal sealed class SetUpModel(
    UserManager<Account> users, SecondFactors factors, SessionBook sessions, CurrentPerson person, AuditTrail audit, IStringLocalizer<SecondFactorTexts> texts, TimeProvider time)
    : AccountPage
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

        audit.Record("account.second-factor-set", $"account:{account.Id}");
        await users.UpdateSecurityStampAsync(account);
        var session = (await sessions.FindAsync(User, HttpContext.RequestAborted))!;
        session.Follow(account);
        session.ProvedSecondFactor(time.UtcNow());
        await Accounts.Db.SaveChangesAsync(HttpContext.RequestAborted);
        RecoveryCodes = codes;
        return Page();
    }

    private async Task<Account> AccountAsync() => (await users.FindByIdAsync(person.Account.ToString(System.Globalization.CultureInfo.InvariantCulture)))!;

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
