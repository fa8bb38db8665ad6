using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Platform.Data;
using Platform.Kernel.Charters;
using Platform.Kernel.People;
using Platform.Ui.Sites;
using Platform.Ui.Workspace;

namespace Platform.Commitments.Charter.Drafting;

/// <summary>What the charter asks of the person who comes in: a version to go on with or to publish, a model that changed; and its step of getting started.</summary>
internal sealed class CharterWork(
    CommuneContext db, CharterDrafts drafts, IModelCharters models, CurrentPerson person, IStringLocalizer<DraftingTexts> texts) : IWorkSource, ISetupSource
{
    private static string Root => "/" + Languages.Current.Tag;

    public async Task<IReadOnlyList<WorkItem>> ItemsAsync(CancellationToken cancellation)
    {
        if (!person.May(Area.Charter))
        {
            return [];
        }

        var items = new List<WorkItem>();
        var open = await drafts.GlanceAsync(cancellation);
        if (open is { State: CharterState.Adopted })
        {
            items.Add(new(Urgency.Soon, texts["WorkPublish", open.Number], Root + "/workspace/charter/publish"));
        }
        else if (open is not null)
        {
            items.Add(new(Urgency.Open, texts["WorkDraft", open.Number], Root + "/workspace/charter/draft"));
        }

        // Only a text that was made from the model, or laid beside it, has anything to learn of a later one.
        var latest = await models.LatestNumberAsync(cancellation);
        var behind = latest > 0 && await db.Set<CharterSection>().AnyAsync(
            part => part.ModelNumber < latest
                && db.Set<CharterVersion>().Any(version => version.Id == part.CharterVersionId && version.State != CharterState.Superseded && version.State != CharterState.Adopted),
            cancellation);
        if (behind)
        {
            items.Add(new(Urgency.Open, texts["WorkModel", latest], Root + "/workspace/charter/model"));
        }

        return items;
    }

    public async Task<IReadOnlyList<SetupStep>> StepsAsync(CancellationToken cancellation) =>
    [
        new(300, Area.Charter, texts["Step"], texts["StepHelp"], Root + "/workspace/charter",
            await db.Set<CharterVersion>().AnyAsync(version => version.State == CharterState.InForce, cancellation)),
    ];
}
