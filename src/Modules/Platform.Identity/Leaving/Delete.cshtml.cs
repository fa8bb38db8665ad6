using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Platform.Identity.MyAccount;
using Platform.Identity.Sessions;
using Platform.Identity.Upkeep;
using Platform.Ui;
using Platform.Ui.Sites;
using Platform.Ui.Workspace;

namespace Platform.Identity.Leaving;

/// <summary>What becomes of what somebody said whose account goes.</summary>
internal enum WhatStays
{
    /// <summary>An answer that is awaited still arrives.</summary>
    Answers,

    /// <summary>Nothing by which the person could be reached.</summary>
    Nothing,
}

/// <summary>Somebody who has just proved who they are has the own account deleted. What happens is said before, and can be undone for some days.</summary>
[Recent]
internal sealed class DeleteModel(Departures departures, IOptions<KeepOptions> keep, IStringLocalizer<LeavingTexts> texts, IStringLocalizer<CommonTexts> common) : OwnAccountPage
{
    [BindProperty, Required]
    public WhatStays? Stays { get; set; }

    public bool MayAlone { get; private set; }

    public DateOnly Day => departures.Day;

    public int DaysToUndo => keep.Value.LeavingDays;

    public IReadOnlyList<SelectListItem> Choices => [.. Enum.GetNames<WhatStays>().Select(name => new SelectListItem(texts["Stays_" + name], name))];

    public async Task<PageResult> OnGetAsync()
    {
        MayAlone = Departures.MayAlone(await AccountAsync());
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var account = await AccountAsync();
        if (!(MayAlone = Departures.MayAlone(account)))
        {
            ModelState.Clear();
            ModelState.AddModelError("", texts["AskFocalPoint"]);
            return Invalid();
        }

        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        if (!await departures.AskAsync(account, Stays == WhatStays.Nothing))
        {
            ModelState.AddModelError("", common["ConflictTitle"]);
            return Invalid();
        }

        await HttpContext.SignOutAsync(SignInSchemes.Session);
        Notice = texts["Asked", Formats.Date(Day)];
        return Redirect(PathOf(SignInSchemes.SignInPath));
    }
}
