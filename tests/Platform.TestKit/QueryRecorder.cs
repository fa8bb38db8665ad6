using System.Collections.Concurrent;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Platform.Data;

namespace Platform.TestKit;

/// <summary>
/// Keeps every LINQ query that any host of this test run compiled, so that a test can ask another engine to translate it. Compiled queries are shared
/// by all hosts of a process, hence one recorder for all.
/// </summary>
public sealed class QueryRecorder : IQueryExpressionInterceptor
{
    private QueryRecorder()
    {
    }

    public static QueryRecorder Instance { get; } = new();

    /// <summary>The queries by their text; true for those on a commune's database.</summary>
    public ConcurrentDictionary<string, (Expression Query, bool OfCommune)> Queries { get; } = new();

    public Expression QueryCompilationStarting(Expression queryExpression, QueryExpressionEventData eventData)
    {
        Queries.TryAdd(eventData.Context + queryExpression.ToString(), (queryExpression, eventData.Context is CommuneContext));
        return queryExpression;
    }
}
