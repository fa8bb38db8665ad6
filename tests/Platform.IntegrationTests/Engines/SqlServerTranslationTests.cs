using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Query;
using Platform.Composition.Engines;

namespace Platform.IntegrationTests.Engines;

/// <summary>
/// Every query that a page, an endpoint or a job runs on SQLite must also be one that SQL Server's provider can translate. This needs no server: the
/// query is compiled, what would be sent is read by SQL Server's own parser, and nothing is run.
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

        Assert.True(QueryRecorder.Instance.Queries.Count > 10, "Hardly any query was recorded.");
        Assert.Empty(await RefusalsAsync(QueryRecorder.Instance.Queries.Values));
    }

    [Fact]
    public async Task A_query_that_no_engine_can_translate_is_caught()
    {
        using var db = new DesignTimeSqlServerCommune().CreateDbContext([]);
        var query = db.Set<Data.Auditing.AuditEntry>().Where(entry => Unknowable(entry.Verb)).Expression;

        Assert.NotEmpty(await RefusalsAsync([(query, true)]));
    }

    private static bool Unknowable(string verb) => verb.Length % 7 == 3;

    /// <returns>Queries that SQL Server's provider cannot translate, or whose commands are no Transact-SQL.</returns>
    private static async Task<List<string>> RefusalsAsync(IEnumerable<(Expression Query, bool OfCommune)> queries)
    {
        var commands = new SqlServerCommands();
        using var onCommune = commands.Commune();
        using var onNation = commands.Nation();
        var refused = new List<string>();
        foreach (var (query, ofCommune) in queries)
        {
            var before = commands.Texts.Count;
            if (await RefusalAsync(query, ofCommune ? onCommune : onNation) is { } refusal)
            {
                refused.Add(refusal);
            }
            else if (commands.Texts.Count == before)
            {
                refused.Add($"Nothing was sent — {query}");
            }
        }

        return [.. refused, .. commands.Texts.Distinct().Select(TransactSql.Refusal).OfType<string>()];
    }

    private static async Task<string?> RefusalAsync(Expression query, DbContext db)
    {
        var rooted = new OnModelOf(db).Visit(query);
        var result = AsynchronousResult(rooted.Type);
        Delegate execute;
        try
        {
            execute = (Delegate)typeof(QueryCompilationContext).GetMethod(nameof(QueryCompilationContext.CreateQueryExecutor))!
                .MakeGenericMethod(result)
                .Invoke(db.GetService<IQueryCompilationContextFactory>().Create(async: true), [rooted])!;
        }
        catch (TargetInvocationException error)
        {
            return $"{error.InnerException!.Message} — {query}";
        }

        var context = db.GetService<IQueryContextFactory>().Create();
        foreach (var (name, type) in Parameters.Of(rooted))
        {
            context.Parameters[name] = SampleValues.Of(type);
        }

        try
        {
            var answer = execute.DynamicInvoke(context)!;
            await (answer as Task ?? (Task)typeof(SqlServerTranslationTests).GetMethod(nameof(WalkAsync), BindingFlags.Static | BindingFlags.NonPublic)!
                .MakeGenericMethod(result.GetGenericArguments()).Invoke(null, [answer])!);
        }
        catch (InvalidOperationException)
        {
            // It was sent, and nothing came.
        }

        return null;
    }

    private static async Task WalkAsync<T>(IAsyncEnumerable<T> rows)
    {
        await foreach (var _ in rows)
        {
            // Asking is enough.
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

    /// <summary>What a query is given when it is run.</summary>
    private sealed class Parameters : ExpressionVisitor
    {
        private readonly Dictionary<string, Type> found = [];

        public static Dictionary<string, Type> Of(Expression query)
        {
            var parameters = new Parameters();
            parameters.Visit(query);
            return parameters.found;
        }

        protected override Expression VisitExtension(Expression node)
        {
            if (node is QueryParameterExpression parameter)
            {
                found[parameter.Name] = parameter.Type;
                return node;
            }

            return node is EntityQueryRootExpression ? node : base.VisitExtension(node);
        }
    }
}
