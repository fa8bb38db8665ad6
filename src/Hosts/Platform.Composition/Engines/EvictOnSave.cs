using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Ui.Acts;
using Platform.Ui.Sites;

namespace Platform.Composition.Engines;

/// <summary>
/// Empties the cached pages of a commune when something of it was saved, and the national ones when the national database was; and again when a
/// transaction that held the save is committed, as a page made in between was made of what was there before. What is unseen (<see cref="IUnseen"/>), and an
/// act that is not public, empties nothing: everybody who signs in would otherwise make every page be made anew. What arrives in crowds
/// (<see cref="IArriving"/>) empties them a little later, with what arrives meanwhile.
/// </summary>
internal sealed class EvictOnSave(IServiceProvider services, PageEviction eviction) : SaveChangesInterceptor, IDbTransactionInterceptor, IDbCommandInterceptor
{
    private readonly ConditionalWeakTable<DbContext, Written> contexts = [];

    private readonly ConditionalWeakTable<IModel, List<Table>> tables = [];

    private readonly Lazy<HashSet<string>> publicActs = new(
        () => services.GetServices<ActWords>().SelectMany(words => words.Public).ToHashSet(StringComparer.Ordinal));

    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        if (eventData.Context is { } context)
        {
            var written = Of(context);
            written.Save = context.ChangeTracker.Entries().Select(SeenOf).DefaultIfEmpty().Max();
            written.Transaction = (Seen)Math.Max((int)written.Transaction, (int)written.Save);
        }

        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) => new(SavingChanges(eventData, result));

    public override async ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        if (result > 0 && eventData.Context is { } context)
        {
            await EvictAsync(context, Of(context).Save);
        }

        return result;
    }

    public DbTransaction TransactionStarted(DbConnection connection, TransactionEndEventData eventData, DbTransaction result)
    {
        Begin(eventData.Context);
        return result;
    }

    public ValueTask<DbTransaction> TransactionStartedAsync(
        DbConnection connection, TransactionEndEventData eventData, DbTransaction result, CancellationToken cancellationToken = default)
    {
        Begin(eventData.Context);
        return new(result);
    }

    public int NonQueryExecuted(DbCommand command, CommandExecutedEventData eventData, int result)
    {
        Look(command, eventData);
        return result;
    }

    public ValueTask<int> NonQueryExecutedAsync(DbCommand command, CommandExecutedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        Look(command, eventData);
        return new(result);
    }

    public async Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is { } context)
        {
            await EvictAsync(context, Of(context).Transaction);
        }
    }

    private void Begin(DbContext? context)
    {
        if (context is not null)
        {
            Of(context).Transaction = Seen.Never;
        }
    }

    /// <summary>A statement that changes rows past the tracker, within a transaction: it passes only where every table that it names is unseen.</summary>
    private void Look(DbCommand command, CommandExecutedEventData eventData)
    {
        if (command.Transaction is not null && eventData is { CommandSource: not CommandSource.SaveChanges, Context: { } context }
            && Of(context) is { Transaction: not Seen.Now } written && !NamesUnseenAlone(command.CommandText, context.Model))
        {
            written.Transaction = Seen.Now;
        }
    }

    private bool NamesUnseenAlone(string statement, IModel model)
    {
        var named = tables.GetValue(model, TablesOf).FindAll(table => statement.Contains(table.Quoted, StringComparison.Ordinal)
            || statement.Contains(table.Bracketed, StringComparison.Ordinal));
        return named.Count > 0 && named.TrueForAll(table => table.IsUnseen);
    }

    private static List<Table> TablesOf(IModel model) =>
    [
        .. model.GetEntityTypes().Where(type => type.GetTableName() is not null)
            .Select(type => new Table($"\"{type.GetTableName()}\"", $"[{type.GetTableName()}]", IsUnseen(type))),
    ];

    private Seen SeenOf(EntityEntry entry) => entry switch
    {
        { State: not (EntityState.Added or EntityState.Modified or EntityState.Deleted) } => Seen.Never,
        { Entity: AuditEntry act } => publicActs.Value.Contains(act.Verb) ? Seen.Now : Seen.Never,
        { State: EntityState.Added, Entity: IArriving arriving } => arriving.IsShownOnArrival ? Seen.Soon : Seen.Never,
        _ => IsUnseen(entry.Metadata) ? Seen.Never : Seen.Now,
    };

    /// <summary>What belongs to a row is as seen as the row.</summary>
    private static bool IsUnseen(IReadOnlyEntityType type)
    {
        while (type.FindOwnership() is { } ownership)
        {
            type = ownership.PrincipalEntityType;
        }

        return typeof(IUnseen).IsAssignableFrom(type.ClrType);
    }

    private Written Of(DbContext context) => contexts.GetOrCreateValue(context);

    private ValueTask EvictAsync(DbContext context, Seen seen) => (seen, TagOf(context)) switch
    {
        (Seen.Now, { } tag) => eviction.NowAsync(tag),
        (Seen.Soon, { } tag) => eviction.SoonAsync(tag),
        _ => ValueTask.CompletedTask,
    };

    private static string? TagOf(DbContext context) => context switch
    {
        CommuneContext { Slug: { } slug } => PublicCache.TagOf(slug),
        NationalContext => PublicCache.NationalTag,
        _ => null,
    };

    /// <summary>A table's name as either engine writes it in a statement.</summary>
    private sealed record Table(string Quoted, string Bracketed, bool IsUnseen);

    /// <summary>What a context has written that can be seen: contexts are used again, so each save and each transaction begins anew.</summary>
    private sealed class Written
    {
        public Seen Save { get; set; }

        public Seen Transaction { get; set; }
    }

    /// <summary>When readers see a change; of several the last one counts.</summary>
    private enum Seen
    {
        Never,
        Soon,
        Now,
    }
}
