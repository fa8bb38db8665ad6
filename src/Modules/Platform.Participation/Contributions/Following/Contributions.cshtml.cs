using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Platform.Kernel.Communes;
using Platform.Participation.Contributions.Answering;
using Platform.Ui.Sites;
using Platform.Ui.Workspace;

namespace Platform.Participation.Contributions.Following;

/// <summary>
/// What became of a contribution: for whoever has its tracking code, and for signed-in people all that are theirs. The code is posted, not written into an
/// address, and those who try codes are slowed.
/// </summary>
[Site(SiteKind.Commune)]
[Feature(Feature.Consultations)]
internal sealed class ContributionsModel(Follower follower, Keeper keeper, Doorkeeper doorkeeper, Counter counter, IStringLocalizer<ContributionsTexts> texts) : PersonalPage
{
    [BindProperty, MaxLength(40)]
    public string? Code { get; set; }

    public FollowedContribution? Found { get; private set; }

    public IReadOnlyList<FollowedContribution> Own { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        ModelState.Clear();
        Code = null;
        await ReadOwnAsync(cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation) => await FindAsync(cancellation) ?? Page();

    /// <summary>A signed-in person says: that was me.</summary>
    public async Task<IActionResult> OnPostClaimAsync(CancellationToken cancellation)
    {
        if (!Person.IsSignedIn)
        {
            return Challenge();
        }

        if (await FindAsync(cancellation) is { } instead)
        {
            return instead;
        }

        if (!await keeper.ClaimAsync(Found!.Id, Person.Account, cancellation))
        {
            ModelState.AddModelError("", texts["ClaimRefused"]);
            return Invalid();
        }

        Notice = texts["Claimed", Found.Number];
        return To("/contributions");
    }

    /// <summary>Law 09-08: whoever has the code may have name and address removed.</summary>
    public async Task<IActionResult> OnPostEraseAsync(bool sure, CancellationToken cancellation)
    {
        if (await FindAsync(cancellation) is { } instead)
        {
            return instead;
        }

        if (!sure)
        {
            ModelState.AddModelError("sure", texts["EraseSure"]);
            return Invalid();
        }

        await keeper.EraseAsync(Found!.Id, null, cancellation);
        Notice = texts["Erased", Found.Number];
        return To("/contributions");
    }

    /// <returns>The form again, where there is no such code; none where it was found.</returns>
    private async Task<IActionResult?> FindAsync(CancellationToken cancellation)
    {
        await ReadOwnAsync(cancellation);
        if (!doorkeeper.MayTryCode(counter.From(HttpContext)))
        {
            ModelState.AddModelError("", texts["TooMany"]);
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
            Response.Headers.RetryAfter = "60";
            return Page();
        }

        if (!ModelState.IsValid || Code is null || await follower.ByCodeAsync(Code, cancellation) is not { } found)
        {
            ModelState.AddModelError("Code", texts["CodeUnknown"]);
            return Invalid();
        }

        Found = found;
        return null;
    }

    private async Task ReadOwnAsync(CancellationToken cancellation) => Own = Person.IsSignedIn ? await follower.OfAccountAsync(Person.Account, cancellation) : [];
}
