using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Platform.Commitments.Editing;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Kernel.Files;
using Platform.Kernel.People;
using Platform.Kernel.Text;
using Platform.Ui.Forms;
using Platform.Ui.Workspace;

namespace Platform.Commitments.OpennessProgramme.Editing;

/// <summary>A network and its charter: since when the commune belongs to it, and until when.</summary>
[Workspace(Area.Openness)]
internal sealed class NetworkPageModel(
    CommuneContext db, OpennessDesk desk, IDocuments documents, AuditTrail audit, IStringLocalizer<OpennessEditingTexts> texts) : EditPage(db)
{
    [BindProperty]
    public NetworkInput Input { get; set; } = new();

    [BindProperty]
    public FilesInput Files { get; set; } = new();

    /// <summary>None while it is being added.</summary>
    public Network? Network { get; private set; }

    public IReadOnlyList<AttachedDocument> Kept { get; private set; } = [];

    public string KeepKey => Network is null ? "openness-network" : $"openness-network-{Network.Id}";

    public async Task<IActionResult> OnGetAsync(int? id, CancellationToken cancellation)
    {
        if (!await FindAsync(id, cancellation))
        {
            return NotFound();
        }

        Input = Network is null ? new() : NetworkInput.Of(Network);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int? id, CancellationToken cancellation)
    {
        if (id is not null && !await Db.Set<Network>().AnyAsync(network => network.Id == id, cancellation))
        {
            return NotFound();
        }

        // Before the row is read to be changed: receiving files saves on the same context.
        await Files.ReceiveAsync(documents, ModelState, nameof(Files), cancellation);
        await FindAsync(id, cancellation);
        Check();
        if (!ModelState.IsValid)
        {
            return Invalid(Files);
        }

        var key = KeepKey;
        var isNew = Network is null;
        var network = Network;
        if (network is null)
        {
            network = OpennessProgramme.Network.Of(
                1 + (await Db.Set<Network>().MaxAsync(other => (int?)other.Position, cancellation) ?? 0), Input.Name.ToText()!, Input.Charter.ToText());
            Db.Add(network);
        }
        else
        {
            Db.EditedFrom(network, Input.Revision);
        }

        network.Describe(Input.Name.ToText()!, Input.Charter.ToText(), Input.Link, Input.JoinedOn, Input.LeftOn);
        await Files.KeepAsync(
            documents,
            () => new(DocumentKind.Charter, BothLanguages.Of(typeof(OpennessEditingTexts), "NetworkDocumentTitle"), Input.JoinedOn ?? desk.Today, network.HaveDocuments(), Publish: true),
            cancellation);

        if (isNew)
        {
            audit.Record("network.added", "network", null, null, new { network.Name, network.Charter, network.Link, network.JoinedOn });
        }
        else
        {
            audit.RecordChange("network.changed", $"network:{network.Id}", network);
        }

        if (await Db.SavedAsync(cancellation))
        {
            return Done(texts["NetworkSaved"], key, $"/workspace/openness/networks#network-{network.Id}");
        }

        await FindAsync(id, cancellation);
        return Clash(NetworkInput.Of(Network!), Input, texts);
    }

    private void Check()
    {
        if (Input.Link is { } link && !(Uri.TryCreate(link, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps && link.Length <= OpennessProgramme.Network.LinkLength))
        {
            Refuse("Input.Link", "ValidationAddress");
        }

        if (Input.JoinedOn > desk.Today)
        {
            Refuse("Input.JoinedOn", texts["NotInFuture"]);
        }

        if (Input.LeftOn < Input.JoinedOn)
        {
            Refuse("Input.LeftOn", texts["EndBeforeStart"]);
        }
    }

    private async Task<bool> FindAsync(int? id, CancellationToken cancellation)
    {
        Network = id is null ? null : await Db.Set<Network>().FirstOrDefaultAsync(network => network.Id == id, cancellation);
        Kept = Network?.DocumentsSubject is { } subject ? [.. (await documents.OfAsync([subject], unpublished: true, cancellation))[subject]] : [];
        return id is null || Network is not null;
    }
}

/// <summary>A network as its form has it.</summary>
internal sealed class NetworkInput : IEdited
{
    public int Revision { get; set; }

    [Localized(Required = true, Longest = 200)]
    public LocalizedInput Name { get; set; } = new();

    [Localized(Longest = 200)]
    public LocalizedInput Charter { get; set; } = new();

    public string? Link { get; set; }

    public DateOnly? JoinedOn { get; set; }

    public DateOnly? LeftOn { get; set; }

    public static NetworkInput Of(Network network) => new()
    {
        Revision = network.Revision,
        Name = LocalizedInput.From(network.Name),
        Charter = LocalizedInput.From(network.Charter),
        Link = network.Link,
        JoinedOn = network.JoinedOn,
        LeftOn = network.LeftOn,
    };

    public IEnumerable<Said> Said(IStringLocalizer texts) =>
    [
        Commitments.Editing.Said.Of(texts["NetworkName"], Name.ToText()),
        Commitments.Editing.Said.Of(texts["NetworkCharterName"], Charter.ToText()),
        new(texts["NetworkLink"], Link),
        Commitments.Editing.Said.Of(texts["NetworkJoinedOn"], JoinedOn),
        Commitments.Editing.Said.Of(texts["NetworkLeftOn"], LeftOn),
    ];
}
