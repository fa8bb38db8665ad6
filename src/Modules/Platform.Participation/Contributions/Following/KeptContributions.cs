using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel.People;
using Platform.Kernel.Time;

namespace Platform.Participation.Contributions.Following;

/// <summary>
/// What an account said in consultations, and told of itself with it, for the person to read. Deleted with the account is who said it: the words stay, as a citizen's,
/// and are counted.
/// </summary>
internal sealed class KeptContributions(CommuneContext db, Follower follower, TimeProvider time) : IKeptOfAccount
{
    public string Name => "contributions";

    public async Task<object?> OfAsync(int account, CancellationToken cancellation)
    {
        var participants = await Own(account).AsNoTracking().OrderBy(participant => participant.Id).ToListAsync(cancellation);
        if (participants.Count == 0)
        {
            return null;
        }

        var sent = await follower.OfAccountAsync(account, cancellation);
        return new
        {
            Told = participants.Select(told => new
            {
                told.Name,
                told.Association,
                ShownAs = told.ShownAs.ToString(),
                told.Mail,
                AgeGroup = told.AgeGroup?.ToString(),
                Gender = told.Gender?.ToString(),
                told.Neighbourhood,
                told.Vulnerable,
            }),
            Sent = sent.Select(contribution => new
            {
                contribution.Number,
                Consultation = contribution.Slug,
                contribution.ReceivedAt,
                Channel = contribution.Channel.ToString(),
                Remarks = contribution.Remarks.Select(remark => new { remark.Id, Kind = remark.Kind.ToString(), remark.Text, remark.Proposed, remark.Rank, State = remark.State.ToString() }),
                Answers = contribution.Answers.Select(answer => new { Question = answer.Place, answer.Choice, answer.Text }),
            }),
        };
    }

    public async Task ForgetAsync(int account, bool erase, CancellationToken cancellation)
    {
        foreach (var participant in await Own(account).ToListAsync(cancellation))
        {
            if (erase)
            {
                participant.Erase(time.UtcNow());
            }
            else
            {
                participant.PartFromAccount();
            }
        }

        // Supports stay counted, and say no more whose they were.
        var (key, nobody) = (Participant.KeyOf(account), "left:" + Guid.NewGuid().ToString("N"));
        await db.Set<Support>().Where(support => support.Key == key).ExecuteUpdateAsync(set => set.SetProperty(support => support.Key, nobody), cancellation);
        await db.SaveChangesAsync(cancellation);
    }

    private IQueryable<Participant> Own(int account) => db.Set<Participant>().Where(participant => participant.Account == account);
}
