using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Platform.Ui.Workspace;

/// <summary>Where national staff arrive: what each of them may go to.</summary>
[Staff]
internal sealed class StaffHomeModel(WorkspaceMenu menu) : StaffPage
{
    private const string Here = "/workspace";

    public IReadOnlyList<MenuLink> Links { get; private set; } = [];

    public PageResult OnGet()
    {
        Links = [.. menu.For(PageFrame.Root, Here).Where(link => !link.Exact)];
        return Page();
    }
}
