using Microsoft.AspNetCore.Mvc;
using Platform.Kernel.Communes;
using Platform.Ui.Sites;

namespace Platform.Participation.Processes;

/// <summary>Who cuts the end off a process's address means all of them: they stand with the consultations.</summary>
[Feature(Feature.Consultations)]
internal sealed class ProcessIndexModel : CommunePage
{
    public RedirectResult OnGet() => RedirectPermanent("~/consultations");
}
