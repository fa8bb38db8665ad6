using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel.People;

namespace Platform.Participation.Processes.Teams;

/// <summary>
/// Who runs a process, among those entrusted with participation. What it asks for stands on the home page of its team and of the focal point; of a process without a team on
/// that of everybody entrusted. What anybody may open and do does not depend on it.
/// </summary>
internal sealed class ProcessTeams(CommuneContext db, IPeople people, CurrentPerson person)
{
    /// <summary>Those who can be chosen, by name.</summary>
    public Task<IReadOnlyList<Member>> CandidatesAsync(CancellationToken cancellation) => people.EntrustedAsync(Area.Participation, cancellation);

    public Task<List<ProcessMember>> OfAsync(Process process, CancellationToken cancellation) =>
        db.Set<ProcessMember>().Where(member => member.ProcessId == process.Id).OrderBy(member => member.Id).ToListAsync(cancellation);

    /// <summary>Those of a process's team who are entrusted still, by name.</summary>
    public async Task<IReadOnlyList<Member>> NamesAsync(Process process, CancellationToken cancellation)
    {
        var accounts = (await OfAsync(process, cancellation)).Select(member => member.Account).ToHashSet();
        return accounts.Count == 0 ? [] : [.. (await CandidatesAsync(cancellation)).Where(member => accounts.Contains(member.Account))];
    }

    /// <summary>Numbers of the processes that are not the work of the person who comes in: others are their team. For a condition of a query.</summary>
    public IQueryable<int> OfOthers()
    {
        var (me, all) = (person.Account, person.Is(Role.FocalPoint));
        return db.Set<ProcessMember>()
            .Where(member => !all && !db.Set<ProcessMember>().Any(mine => mine.ProcessId == member.ProcessId && mine.Account == me))
            .Select(member => member.ProcessId);
    }
}
