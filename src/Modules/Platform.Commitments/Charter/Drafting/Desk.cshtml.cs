using Microsoft.EntityFrameworkCore;
using Platform.Commitments.Charter.FollowUp;
using Platform.Data;
using Platform.Kernel.Charters;
using Platform.Kernel.People;
using Platform.Ui.Workspace;

namespace Platform.Commitments.Charter.Drafting;

/// <summary>Where the charter is: the version being made, the one in force, DGCT's model, and what is kept of its use.</summary>
[Workspace(Area.Charter)]
internal sealed class DeskModel(CommuneContext db, CharterDrafts drafts, IModelCharters models) : WorkspacePage
{
    public CharterVersion? Open { get; private set; }

    public CharterVersion? InForce { get; private set; }

    public IReadOnlyList<ConsultationRound> Rounds { get; private set; } = [];

    public IReadOnlyList<KeptLine> Kept { get; private set; } = [];

    public int ModelNumber { get; private set; }

    public int Signatories { get; private set; }

    public int Uses { get; private set; }

    public int Actions { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Open = await drafts.GlanceAsync(cancellation);
        InForce = await db.Set<CharterVersion>().AsNoTracking()
            .Where(version => version.State == CharterState.InForce).OrderBy(version => version.Number).FirstOrDefaultAsync(cancellation);
        ModelNumber = await models.LatestNumberAsync(cancellation);
        Signatories = await db.Set<Signatory>().CountAsync(signatory => signatory.WithdrawnOn == null, cancellation);
        Uses = await db.Set<CharterUse>().CountAsync(use => use.RemovedAt == null, cancellation);
        Actions = await db.Set<CommunicationAction>().CountAsync(action => action.RemovedAt == null, cancellation);
        if (Open is { Id: var id })
        {
            Rounds = await db.Set<ConsultationRound>().AsNoTracking().Where(round => round.CharterVersionId == id).OrderBy(round => round.From).ToListAsync(cancellation);
            Kept = await db.Set<KeptText>().AsNoTracking().Where(text => text.CharterVersionId == id).OrderBy(text => text.Id)
                .Select(text => new KeptLine(text.Id, text.For, text.KeptAt)).ToListAsync(cancellation);
        }
    }
}

/// <summary>A kept text without its words.</summary>
internal sealed record KeptLine(int Id, KeptFor For, DateTime KeptAt);
