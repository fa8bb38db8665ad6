using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Identity.ExternalSignIn;
using Platform.Identity.Passkeys;
using Platform.Identity.Sessions;
using Platform.Kernel.People;

namespace Platform.Identity.MyAccount;

/// <summary>Everything that is kept about a person as an account, for themselves (law 09-08, right of access). Secrets are not in it.</summary>
internal sealed class DataModel : OwnAccountPage
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public async Task<IActionResult> OnGetAsync()
    {
        var account = await AccountAsync();
        var passkeys = await Accounts.Db.Set<Passkey>().Where(passkey => passkey.AccountId == account.Id).OrderBy(passkey => passkey.Id)
            .Select(passkey => new { passkey.Name, passkey.CreatedAt, passkey.LastUsedAt }).ToListAsync(HttpContext.RequestAborted);
        var sessions = await Accounts.Db.Set<Session>().Where(session => session.AccountId == account.Id).OrderBy(session => session.Id)
            .Select(session => new { session.Device, session.Origin, session.StartedAt, session.LastSeenAt, session.EndedAt }).ToListAsync(HttpContext.RequestAborted);
        var identities = await Accounts.Db.Set<ExternalIdentity>().Where(identity => identity.AccountId == account.Id).OrderBy(identity => identity.Id)
            .Select(identity => new { identity.Provider, identity.LinkedAt, identity.LastUsedAt }).ToListAsync(HttpContext.RequestAborted);
        var kept = new Dictionary<string, object?>();
        if (!Accounts.IsNational)
        {
            foreach (var room in HttpContext.RequestServices.GetServices<IKeptOfAccount>())
            {
                kept[room.Name] = await room.OfAsync(account.Id, HttpContext.RequestAborted);
            }
        }

        Audit.Record("account.data-downloaded", $"account:{account.Id}");
        await Accounts.Db.SaveChangesAsync(HttpContext.RequestAborted);
        var all = new
        {
            Site = Accounts.Name,
            account.Name,
            account.Mail,
            Language = account.LanguageTag,
            account.CreatedAt,
            account.InvitedBy,
            HasPassword = account.PasswordHash is not null,
            account.AuthenticatorSince,
            Roles = account.Roles.Select(role => new { Role = role.Role.ToString(), Area = role.Area?.ToString() }),
            Passkeys = passkeys,
            ExternalIdentities = identities,
            account.GovernedBy,
            Sessions = sessions,
            Kept = kept,
        };
        return File(JsonSerializer.SerializeToUtf8Bytes(all, Json), "application/json", "account.json");
    }
}
