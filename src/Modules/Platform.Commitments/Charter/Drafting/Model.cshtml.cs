using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Kernel.Charters;
using Platform.Kernel.People;
using Platform.Kernel.Time;
using Platform.Ui.Workspace;

namespace Platform.Commitments.Charter.Drafting;

/// <summary>
/// DGCT's model beside the commune's text, section by section: the draft's, where there is one, and what of it the commune takes over or leaves; otherwise
/// that of the version in force, to see whether a revision is worth while.
/// </summary>
[Workspace(Area.Charter)]
internal sealed class ModelModel(
    CommuneContext db, CharterDrafts drafts, CharterReader charters, IModelCharters models, AuditTrail audit, TimeProvider time,
    IStringLocalizer<DraftingTexts> texts) : WorkspacePage
{
    public ModelComparison? Comparison { get; private set; }

    public CharterVersion? Version { get; private set; }

    public bool MayTake => Version is { State: CharterState.Draft };

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Version = await drafts.OpenAsync(cancellation) ?? await charters.InForceAsync(cancellation);
        if (Version is null || await models.LatestAsync(cancellation) is not { } model)
        {
            return;
        }

        var earlier = new Dictionary<int, ModelCharter>();
        foreach (var number in Version.Sections.Select(part => part.ModelNumber).OfType<int>().Distinct().Where(number => number < model.Number))
        {
            if (await models.VersionAsync(number, cancellation) is { } old)
            {
                earlier[number] = old;
            }
        }

        Comparison = ModelComparison.Between(Version, model, earlier, Language);
    }

    /// <summary>The model's section becomes the draft's: its title and text replace what is there, its commitments are added to those that are there.</summary>
    public Task<IActionResult> OnPostTakeAsync(string key, int number, CancellationToken cancellation) => ActAsync(key, number, (draft, model) =>
    {
        var text = ModelText.Of(model);
        if (draft.Sections.Find(part => part.Key == model.Key) is { } own)
        {
            audit.Record(
                "charter.model-taken", $"{CharterDrafts.Subject(draft)}:section:{own.Id}", null,
                new { own.Title, own.Text }, new { model.Title, text.Text, model = number });
            own.Revise(model.Title, text.Text);
            own.ComparedWith(number);
        }
        else
        {
            var parent = draft.Sections.Exists(part => part.Key == model.ParentKey) ? model.ParentKey : null;
            draft.Sections.Add(CharterSection.Of(model.Key, parent, "", int.MaxValue, model.Title, text.Text, modelNumber: number));
            audit.Record("charter.model-taken", CharterDrafts.Subject(draft), after: new { model.Title, text.Text, model = number });
        }

        if (ModelText.PartyOf(model.Key) is { } party)
        {
            var there = draft.Commitments.Where(commitment => commitment.Party == party).Select(commitment => commitment.Text.Ar).ToHashSet(StringComparer.Ordinal);
            draft.Commitments.AddRange(text.Commitments.Where(commitment => !there.Contains(commitment.Ar))
                .Select((commitment, at) => Commitment.Of(party, "", 1_000_000 + at, commitment, key: CharterDrafts.NewKey())));
        }

        CharterOrder.Arrange(draft);
        return "ModelTaken";
    }, cancellation);

    /// <summary>The commune has looked and keeps its own words: it is told again when the model changes again.</summary>
    public Task<IActionResult> OnPostKeepAsync(string key, int number, CancellationToken cancellation) => ActAsync(key, number, (draft, model) =>
    {
        if (draft.Sections.Find(part => part.Key == model.Key) is { } own)
        {
            own.ComparedWith(number);
            audit.Record("charter.model-left", $"{CharterDrafts.Subject(draft)}:section:{own.Id}", after: new { model = number });
        }

        return "ModelLeft";
    }, cancellation);

    private async Task<IActionResult> ActAsync(string key, int number, Func<CharterVersion, ModelSection, string> act, CancellationToken cancellation)
    {
        if (!ModelState.IsValid || await drafts.OpenAsync(cancellation) is not { State: CharterState.Draft } draft
            || await models.LatestAsync(cancellation) is not { } model || model.Sections.FirstOrDefault(part => part.Key == key) is not { } section)
        {
            return NotFound();
        }

        if (model.Number != number)
        {
            // DGCT has published another since this page was read: what was seen is not what would be taken.
            Notice = texts["ModelNewer"];
            return To("/workspace/charter/model");
        }

        var done = act(draft, section);
        draft.Touch(time.UtcNow());
        try
        {
            await db.SaveChangesAsync(cancellation);
            Notice = texts[done, section.Title.In(Language)];
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            Warning = texts["ChangedMeanwhile"];
        }

        return To("/workspace/charter/model#m-" + key);
    }
}
