using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Platform.Commitments.Importing;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Kernel.People;
using Platform.Kernel.Time;
using Platform.Ui.Office;
using Platform.Ui.Workspace;

namespace Platform.Commitments.OpennessProgramme.Import;

/// <summary>Names the words of the import of a programme: <c>ProgrammeImportTexts.ar.resx</c> and <c>ProgrammeImportTexts.fr.resx</c> beside this file.</summary>
internal sealed class ProgrammeImportTexts;

/// <summary>Uploading an openness programme, and the imports that were begun.</summary>
[Workspace(Area.Openness)]
internal sealed class ProgrammeImportIndexModel(
    CommuneContext db, AuditTrail audit, TimeProvider time, IStringLocalizer<ProgrammeImportTexts> texts, IStringLocalizer<ImportingTexts> shared, IStringLocalizer<OfficeTexts> refusals)
    : UploadPage(db, new(texts, shared), refusals)
{
    public override string Templates => "~/workspace/openness/template";

    public override string Exports => "~/openness/export";

    protected override Task<UnderstoodFile?> UnderstandAsync(OfficeFile file, string name, CancellationToken cancellation)
    {
        var understood = ProgrammeUnderstanding.Of(file);
        return Task.FromResult<UnderstoodFile?>(understood.Rows.Count == 0 ? null : ProgrammeDraft.Of(name, file.Format, understood, Updates, Person.Actor, time.UtcNow()));
    }

    protected override void RecordBegun(UnderstoodFile draft) => audit.Record("openness.import-begun", "openness-import", draft.FileName);

    protected override async Task<List<ImportLine>> LinesAsync(CancellationToken cancellation)
    {
        HasExports = await Db.Set<Programme>().AnyAsync(programme => programme.PublishedAt != null, cancellation);
        return await LinesAsync(Db.Set<ProgrammeDraft>(), cancellation);
    }
}
