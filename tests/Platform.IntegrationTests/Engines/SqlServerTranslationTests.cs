using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Query;
using Platform.Composition.Engines;

namespace Platform.IntegrationTests.Engines;

/// <summary>
/// Every query that a page, an endpoint or a job runs on SQLite must also be one that SQL Server's provider can translate. This needs no server: the
/// query is compiled, not run.
/// </summary>
public sealed class SqlServerTranslationTests(SharedHost shared)
{
    private static readonly string[] CommunePages =
    [
        "/ar", "/ar/charter", "/ar/charter/versions", "/ar/charter/signatories", "/ar/action-plan", "/ar/action-plan?q=a&axis=1&priority=1&status=planned&origin=unknown",
        "/ar/action-plan/activities/1.1", "/ar/openness", "/ar/openness/projects/68", "/ar/indicators", "/ar/indicators/charter-in-force",
        "/api/v1/charter", "/api/v1/action-plan", "/api/v1/openness-programme", "/api/v1/indicators", "/api/v1/indicators/charter-in-force",
        "/ar/documents", "/ar/documents?q=a&kind=minutes&language=ar&variant=audio", "/ar/documents/1", "/documents/1/files/1", "/api/v1/documents", "/api/v1/documents/1",
        "/sitemap.xml", "/ar/feed.atom",
    ];

    private static readonly string[] NationalPages =
    [
        "/ar", "/ar?q=a", "/ar/dashboard", "/ar/dashboard?region=05&sort=progress&direction=desc", "/ar/dashboard/axes", "/ar/dashboard/regions",
        "/ar/dashboard/communes/demnate", "/api/v1/communes", "/api/v1/indicators?period=2026-10",
    ];

    [Fact]
    public async Task Every_query_translates_to_SQL_Server()
    {
        foreach (var slug in new[] { "demnate", "larache", "beni-mellal" })
        {
            using var commune = shared.Host.Commune(slug);
            foreach (var page in CommunePages)
            {
                await commune.StatusAsync(page);
            }
        }

        using var national = shared.Host.National();
        foreach (var page in NationalPages)
        {
            await national.StatusAsync(page);
        }

        using var onCommune = new DesignTimeSqlServerCommune().CreateDbContext([]);
        using var onNation = new DesignTimeSqlServerNational().CreateDbContext([]);
        var refused = QueryRecorder.Instance.Queries.Values
            .Select(query => Refusal(query.Query, query.OfCommune ? onCommune : onNation))
            .OfType<string>();

        Assert.True(QueryRecorder.Instance.Queries.Count > 10, "Hardly any query was recorded.");
        Assert.Empty(refused);
    }

    [Fact]
    public void A_query_that_no_engine_can_translate_is_caught()
    {
        using var db = new DesignTimeSqlServerCommune().CreateDbContext([]);
        var query = db.Set<Data.Auditing.AuditEntry>().Where(entry => Unknowable(entry.Verb)).Expression;

        Assert.NotNull(Refusal(query, db));
    }

    private static bool Unknowable(string verb) => verb.Length % 7 == 3;

    private static string? Refusal(Expression query, DbContext db)
    {
        var rooted = new OnModelOf(db).Visit(query);
        try
        {
            typeof(QueryCompilationContext).GetMethod(nameof(QueryCompilationContext.CreateQueryExecutor))!
                .MakeGenericMethod(AsynchronousResult(rooted.Type))
                .Invoke(db.GetService<IQueryCompilationContextFactory>().Create(async: true), [rooted]);
            return null;
        }
        catch (TargetInvocationException error)
        {
            return $"{error.InnerException!.Message} — {query}";
        }
    }

    private static Type AsynchronousResult(Type type) =>
        type.GetInterfaces().Prepend(type).FirstOrDefault(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IQueryable<>)) is { } queryable
            ? typeof(IAsyncEnumerable<>).MakeGenericType(queryable.GetGenericArguments())
            : typeof(Task<>).MakeGenericType(type);

    /// <summary>Hangs a query recorded on one engine's model onto another's.</summary>
    private sealed class OnModelOf(DbContext db) : ExpressionVisitor
    {
        protected override Expression VisitExtension(Expression node) => node is EntityQueryRootExpression root
            ? new EntityQueryRootExpression(db.GetService<IAsyncQueryProvider>(), db.Model.FindEntityType(root.EntityType.Name)!)
            : base.VisitExtension(node);
    }
}
