using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel.People;

namespace Platform.Participation.Processes.Teams;

/// <summary>The processes whose team an account belongs to. With the account the place in the team goes.</summary>
internal sealed class KeptTeams(CommuneContext db) : IKeptOfAccount
{
    public string Name => "process-teams";

    public async Task<object?> OfAsync(int account, CancellationToken cancellation)
    {
        var processes = await (
            from member in db.Set<ProcessMember>()
            join process in db.Set<Process>() on member.ProcessId equals process.Id
            where member.Account == account
            orderby process.Id
            select process.Slug).ToListAsync(cancellation);
        return processes.Count == 0 ? null : processes;
    }

    public Task ForgetAsync(int account, bool erase, CancellationToken cancellation) =>
        db.Set<ProcessMember>().Where(member => member.Account == account).ExecuteDeleteAsync(cancellation);
}
