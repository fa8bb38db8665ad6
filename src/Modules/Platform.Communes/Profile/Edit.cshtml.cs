using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Platform.Data;
using Platform.Kernel.Communes;
using Platform.Kernel.Files;
using Platform.Kernel.People;
using Platform.Ui.Forms;
using Platform.Ui.Workspace;

namespace Platform.Communes.Profile;

/// <summary>The focal point describes the commune.</summary>
[Workspace(Area.Identity)]
internal sealed class EditModel(IdentityDesk desk, CommuneContext db, ILogos logos, IStringLocalizer<ProfileTexts> texts) : WorkspacePage
{

    public string? LogoDigest { get; private set; }

    /// <summary>A readable colour near the one that was refused.</summary>
    public string? Suggested { get; private set; }

    [BindProperty]
    public IdentityForm Input { get; set; } = new();

    [BindProperty]
    public bool RemoveLogo { get; set; }

    public IEnumerable<SelectListItem> ModesOf(Feature feature) =>
        IdentityForm.ModesOf(feature).Select(mode => new SelectListItem(texts["Mode" + mode], mode.ToString()));

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var identity = await desk.ReadAsync(cancellation);
        Input = IdentityForm.Of(identity);
        LogoDigest = identity.LogoDigest;
    }

    public async Task<IActionResult> OnPostAsync(IFormFile? logo, CancellationToken cancellation)
    {
        var identity = await desk.FindAsync(cancellation);
        LogoDigest = identity.LogoDigest;
        Input.Complete(identity);
        foreach (var (field, text) in Input.Wrong())
        {
            ModelState.AddModelError("Input." + field, texts[text]);
            Suggested = field == nameof(IdentityForm.Accent) ? Contrast.Darkened(Input.Accent!) : Suggested;
        }

        var picture = logo is null ? null : await logos.MakeAsync(logo.OpenReadStream, cancellation);
        if (picture is { Problem: { } problem })
        {
            ModelState.AddModelError("logo", problem);
        }

        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        Input.ApplyTo(identity);
        if (RemoveLogo)
        {
            identity.Show(null, null);
        }
        else if (picture?.Png is { } png)
        {
            identity.Show(png, Convert.ToHexStringLower(SHA256.HashData(png))[..16]);
        }

        try
        {
            await desk.SaveAsync(identity, Input.Revision, "commune.described", cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return Conflicting(await desk.ReadAsync(cancellation));
        }

        Notice = texts["IdentitySaved"];
        return RedirectToPage();
    }

    private PageResult Conflicting(Identity theirs)
    {
        Input.Revision = theirs.Revision;
        return Conflicting(
        [
            .. EditConflict.Differing(texts["Name"], theirs.Name, Input.Name.ToText()),
            .. EditConflict.Differing(texts["Accent"], theirs.Accent, Input.Accent),
            .. EditConflict.Differing(texts["Address"], theirs.Address, Input.Address.ToText()),
            .. EditConflict.Differing(texts["Telephone"], theirs.Telephone, Input.Telephone),
            .. EditConflict.Differing(texts["Mail"], theirs.Mail, Input.Mail),
            .. EditConflict.Differing(texts["Controller"], theirs.Controller, Input.Controller.ToText()),
            .. EditConflict.Differing(texts["CndpReference"], theirs.CndpReference, Input.CndpReference),
        ]);
    }
}
