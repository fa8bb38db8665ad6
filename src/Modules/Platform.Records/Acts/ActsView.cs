using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Platform.Data.Auditing;
using Platform.Ui;

namespace Platform.Records.Acts;

/// <summary>What the list shows, on a commune's site as on the national one.</summary>
internal sealed record ActsView(ActsQuery Query, ActsPage Page);

/// <summary>What both pages of the list do, whichever database they stand on.</summary>
internal static class ActsHandlers
{
    public static async Task<FileAnswer> ExportAsync(
        DbContext db, AuditTrail audit, ActsReader reader, ActsQuery query, IStringLocalizer<ActsTexts> texts, string fileName, CancellationToken cancellation)
    {
        var rows = await reader.RowsAsync(db, query, cancellation);

        // It holds addresses of people: that somebody took it away is recorded.
        audit.Record("audit.exported", "audit:trail", after: new { rows = rows.Count, query.Search, query.Who, query.Verb, query.Subject, query.From, query.To });
        await db.SaveChangesAsync(cancellation);
        return Csv.Result(
            fileName,
            [
                texts["Number"], texts["When"], texts["Who"], texts["WhoCode"], texts["What"], texts["WhatCode"], texts["Subject"], texts["Reason"], texts["Origin"],
                texts["Before"], texts["After"], texts["Digest"],
            ],
            rows);
    }

    /// <summary>Verifies the chain and says in a sentence what came of it.</summary>
    public static async Task<string> VerifyAsync(DbContext db, AuditTrail audit, IStringLocalizer<ActsTexts> texts, CancellationToken cancellation)
    {
        var found = await AuditVerifier.VerifyAsync(db, cancellation);
        audit.Record("audit.verified", "audit:trail", after: new { found.Holds, found.Entries, Break = found.Break?.ToString(), found.At });
        await db.SaveChangesAsync(cancellation);
        return found.Holds
            ? texts.Count("ChainHolds", found.Entries)
            : string.Format(System.Globalization.CultureInfo.InvariantCulture, texts["ChainBroken"], texts["Break" + found.Break], found.At ?? found.Id ?? 0);
    }

    public static async Task<ActSheet?> OpenAsync(DbContext db, AuditTrail audit, ActsReader reader, long id, CancellationToken cancellation)
    {
        var sheet = await reader.SheetAsync(db, id, cancellation);
        if (sheet?.Entry.Origin is not null)
        {
            // The address that somebody acted from is personal data.
            await audit.RecordReadAsync("audit.origin-read", $"audit:{id}", cancellation);
        }

        return sheet;
    }
}
