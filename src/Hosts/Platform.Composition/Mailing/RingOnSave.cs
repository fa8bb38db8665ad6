using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Platform.Data;
using Platform.Data.Mail;
using Platform.Data.Outbox;

namespace Platform.Composition.Mailing;

/// <summary>Rings when a mail was saved, or the transaction that it was saved in is committed. A ring too many finds nothing to do.</summary>
internal sealed class RingOnSave(MailBell bell) : SaveChangesInterceptor, IDbTransactionInterceptor
{
    public override ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context?.Database.CurrentTransaction is null)
        {
            Ring(eventData.Context);
        }

        return new(result);
    }

    public Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Ring(eventData.Context);
        return Task.CompletedTask;
    }

    private void Ring(DbContext? context)
    {
        if (context?.ChangeTracker.Entries<OutboxMessage>().Any(entry => entry.Entity.Kind == OutgoingMail.Kind) != true)
        {
            return;
        }

        switch (context)
        {
            case CommuneContext { Slug: { } slug }:
                bell.Ring(slug);
                break;
            case NationalContext:
                bell.Ring(MailBell.National);
                break;
        }
    }
}
