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
using Platform.Ui;
using Platform.Ui.Forms;
using Platform.Ui.Workspace;

namespace Platform.Communes.Profile;

/// <summary>The focal point describes the commune.</summary>
[Workspace(Area.Identity)]
internal sealed class EditModel(IdentityDesk desk, CommuneContext db, ILogos logos, IStringLocalizer<ProfileTexts> texts, IStringLocalizer<CommonTexts> common) : WorkspacePage
{
    /// <summary>What the browser keeps this form under while it is filled.</summary>
    public const string KeepKey = "identity";

    public string? LogoDigest { get; private set; }

    /// <summary>A picture was chosen and this answer keeps none: browsers do not let it be put back into its field.</summary>
    public bool LogoAgain { get; private set; }

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

        LogoAgain = logo is not null;
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

        (Notice, SavedForm) = (texts["IdentitySaved"], KeepKey);
        return RedirectToPage();
    }

    private PageResult Conflicting(Identity theirs)
    {
        Input.Revision = theirs.Revision;
        var said = IdentityForm.Of(theirs);
        return Conflicting(
        [
            .. EditConflict.Differing(texts["Name"], theirs.Name, Input.Name.ToText()),
            .. EditConflict.Differing(texts["Accent"], theirs.Accent, Input.Accent),
            .. EditConflict.Differing(texts["Address"], theirs.Address, Input.Address.ToText()),
            .. EditConflict.Differing(texts["Hours"], theirs.Hours, Input.Hours.ToText()),
            .. EditConflict.Differing(texts["Telephone"], theirs.Telephone, Input.Telephone),
            .. EditConflict.Differing(texts["Mail"], theirs.Mail, Input.Mail),
            .. IdentityForm.Networks.SelectMany(network => EditConflict.Differing(texts["Network_" + network], said.Social[network], Input.Social.GetValueOrDefault(network))),
            .. EditConflict.Differing(texts["French"], common[said.French ? "Yes" : "No"], common[Input.French ? "Yes" : "No"]),
            .. Enum.GetValues<Feature>().SelectMany(feature => EditConflict.Differing(texts["Feature" + feature], Offered(said, feature), Offered(Input, feature))),
            .. EditConflict.Differing(texts["Controller"], theirs.Controller, Input.Controller.ToText()),
            .. EditConflict.Differing(texts["CndpReference"], theirs.CndpReference, Input.CndpReference),
            .. EditConflict.Differing(texts["RightsMail"], theirs.RightsMail, Input.RightsMail),
            .. Portals.All.SelectMany(portal => EditConflict.Differing(
                texts["MonthsOf", texts["Feature" + portal.Feature]], $"{said.Months[portal.Feature]}", $"{Input.Months.GetValueOrDefault(portal.Feature)}")),
        ]);
    }

    /// <summary>How a feature is offered, in words; the address of a portal counts where it is.</summary>
    private string Offered(IdentityForm form, Feature feature)
    {
        var mode = form.Modes.GetValueOrDefault(feature);
        return mode is FeatureMode.Link or FeatureMode.Mirror ? $"{texts["Mode" + mode]} {form.Addresses.GetValueOrDefault(feature)}" : texts["Mode" + mode];
    }
}
