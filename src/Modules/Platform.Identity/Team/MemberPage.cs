using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Platform.Identity.Accounts;
using Platform.Identity.Upkeep;
using Platform.Kernel.People;
using Platform.Ui;

namespace Platform.Identity.Team;

/// <summary>One member: role and areas, blocked or not, second factor lost.</summary>
internal abstract class MemberPage : MembersPage
{
    [BindProperty(SupportsGet = true)]
    public int Id { get; set; }

    [BindProperty]
    public MemberForm Input { get; set; } = new();

    public Account Member { get; private set; } = null!;

    /// <summary>Between asking that it be deleted and the night that does.</summary>
    public int DaysToUndo => Service<IOptions<KeepOptions>>().Value.LeavingDays;

    public bool IsSelf => Member.Id == Person.Account;

    /// <summary>Whoever is entrusted with the team alone takes nothing from those who manage the site, and gives themselves nothing.</summary>
    public bool MayChange => Person.Is(Membership.Keeper) || !(IsSelf || Member.Roles.Exists(role => role.Role == Membership.Keeper));

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        Input = Standing();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        if (!MayChange)
        {
            return Forbid();
        }

        if (Input.Role is { } wanted && !Roles.Contains(wanted))
        {
            ModelState.AddModelError("Input.Role", "ValidationInvalid");
        }

        if (Input.Role == Role.TeamMember && Input.Entrusted.Count == 0)
        {
            ModelState.AddModelError("Input.Areas", Texts["AreaNeeded"]);
        }

        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        return Answer(await Membership.EntrustAsync(Member, Input.Role!.Value, Input.Entrusted, HttpContext.RequestAborted), "Entrusted");
    }

    public Task<IActionResult> OnPostBlockAsync() => ActAsync(() => Membership.BlockAsync(Member, HttpContext.RequestAborted), "Blocked");

    public Task<IActionResult> OnPostUnblockAsync() => ActAsync(() => Membership.UnblockAsync(Member), "Unblocked");

    public Task<IActionResult> OnPostRemoveAsync() => ActAsync(() => Membership.RemoveAsync(Member, HttpContext.RequestAborted), "Removed");

    public Task<IActionResult> OnPostForgetAsync() => ActAsync(() => Membership.ForgetSecondFactorAsync(Member, HttpContext.RequestAborted), "Forgotten");

    private async Task<IActionResult> ActAsync(Func<Task<MembershipChange>> act, string done) =>
        !await LoadAsync() ? NotFound() : !MayChange ? Forbid() : Answer(await act(), done);

    private MemberForm Standing() => new() { Role = Member.Roles.Select(role => (Role?)role.Role).FirstOrDefault(), Areas = [.. Member.Roles.Select(role => role.Area).OfType<Area>()] };

    private async Task<bool> LoadAsync()
    {
        if (await Membership.FindAsync(Id, HttpContext.RequestAborted) is not { } found)
        {
            return false;
        }

        Member = found;
        return true;
    }

    private ActionResult Answer(MembershipChange change, string done)
    {
        if (change == MembershipChange.Done)
        {
            return Done(done);
        }

        ModelState.Clear();
        ModelState.AddModelError("", change == MembershipChange.LastOne ? Texts["LastOne"] : Service<IStringLocalizer<CommonTexts>>()["ConflictTitle"]);

        // The other buttons of the page send no role: the form says what holds.
        Input = Input.Role is null ? Standing() : Input;
        return Invalid();
    }
}
