using Microsoft.Extensions.Localization;
using Platform.Kernel.Communes;
using Platform.Kernel.People;
using Platform.Ui;
using Platform.Ui.Sites;
using Platform.Ui.Workspace;

namespace Platform.National.CommuneOffice;

/// <summary>Communes whose site could not be made wait for an operator.</summary>
internal sealed class UnmadeWork(ICommuneOffice office, CurrentPerson person, IStringLocalizer<CommuneOfficeTexts> texts) : IStaffWorkSource
{
    public async Task<IReadOnlyList<WorkItem>> ItemsAsync(CancellationToken cancellation)
    {
        if (!person.Is(Role.Operator))
        {
            return [];
        }

        var unmade = (await office.AllAsync(cancellation)).Count(commune => CommuneWords.HasFailed(commune));
        return unmade == 0
            ? []
            : [new(Urgency.Late, texts.Count("WorkUnmade", unmade), $"/{Languages.Current.Tag}/workspace/communes?state={CommuneWords.FailedFilter}")];
    }
}
