using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Platform.Data.Auditing;
using Platform.Identity.Accounts;
using Platform.Kernel.People;
using Platform.Kernel.Time;
using Platform.Ui;
using Platform.Ui.Workspace;

namespace Platform.Identity.AccessKeys;

/// <summary>Keys with which programs write through the API of this commune.</summary>
[Workspace(Area.Team)]
[Recent]
internal sealed class AccessKeysModel(SiteAccounts site, AuditTrail audit, TimeProvider time, IStringLocalizer<AccessKeysTexts> texts) : WorkspacePage
{
    /// <summary>Areas in which the API can write.</summary>
    public static readonly Area[] Writable = [Area.Indicators];

    public IReadOnlyList<AccessKey> Keys { get; private set; } = [];

    /// <summary>The key that was just made: shown on this answer and never again.</summary>
    public string? New { get; private set; }

    public DateOnly Today => time.TodayInMorocco();

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public Task OnGetAsync(CancellationToken cancellation)
    {
        Input.ExpiresOn = Today.AddMonths(6);
        return LoadAsync(cancellation);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (Input.ExpiresOn is { } day && (day < Today || day > Today.AddDays(AccessKey.MostDays)))
        {
            ModelState.AddModelError("Input.ExpiresOn", texts["ExpiryWrong"]);
        }

        if (Input.Areas.Count == 0 || Input.Areas.Exists(area => !Writable.Contains(area) || !Person.May(area)))
        {
            ModelState.AddModelError("Input.Areas", texts["AreasWrong"]);
        }

        if (!ModelState.IsValid)
        {
            await LoadAsync(cancellation);
            return Invalid();
        }

        var account = await site.Db.Set<Account>().SingleAsync(account => account.Id == Person.Account, cancellation);
        New = AccessKey.Prefix + Secret.New();
        var key = new AccessKey(account, Input.Name!, Input.Areas, Secret.DigestOf(New), time.UtcNow(), Input.ExpiresOn!.Value);
        site.Db.Add(key);
        audit.Record("access-key.made", "access-key:" + key.Name, after: new { key.Areas, key.ExpiresOn });
        await site.Db.SaveChangesAsync(cancellation);
        await LoadAsync(cancellation);
        ModelState.Clear();
        Input = new() { ExpiresOn = Today.AddMonths(6) };
        return Page();
    }

    public async Task<IActionResult> OnPostRevokeAsync(int id, CancellationToken cancellation)
    {
        if (await site.Db.Set<AccessKey>().SingleOrDefaultAsync(key => key.Id == id, cancellation) is not { } key)
        {
            return NotFound();
        }

        key.Revoke(time.UtcNow());
        audit.Record("access-key.revoked", "access-key:" + key.Name);
        await site.Db.SaveChangesAsync(cancellation);
        Notice = texts["Revoked", key.Name];
        return RedirectToPage();
    }

    private async Task LoadAsync(CancellationToken cancellation) =>
        Keys = await site.Db.Set<AccessKey>().AsNoTracking().Include(key => key.Account).OrderByDescending(key => key.Id).ToListAsync(cancellation);

    internal sealed class InputModel
    {
        [Required, MaxLength(AccessKey.LongestName)]
        public string? Name { get; set; }

        public List<Area> Areas { get; set; } = [];

        [Required]
        public DateOnly? ExpiresOn { get; set; }
    }
}
