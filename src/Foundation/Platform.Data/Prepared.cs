using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Platform.Data;

/// <summary>
/// Queries that are asked of every commune each month or on every page: translated once, where a query that is written in place is recognised anew, as a
/// tree of expressions, each time it is asked. Keep them in static fields.
/// </summary>
public static class Prepared
{
    public static Func<CommuneContext, CancellationToken, Task<List<T>>> Query<T>(Expression<Func<CommuneContext, IQueryable<T>>> query)
    {
        var translations = new ConditionalWeakTable<IModel, Translation<Func<CommuneContext, IAsyncEnumerable<T>>, T>>();
        return (db, cancellation) => translations.GetValue(db.Model, _ => new(EF.CompileAsyncQuery(query)))
            .ReadAsync(db, compiled => compiled(db), [], cancellation);
    }

    public static Func<CommuneContext, TOne, CancellationToken, Task<List<T>>> Query<TOne, T>(Expression<Func<CommuneContext, TOne, IQueryable<T>>> query)
        where TOne : notnull
    {
        var translations = new ConditionalWeakTable<IModel, Translation<Func<CommuneContext, TOne, IAsyncEnumerable<T>>, T>>();
        return (db, one, cancellation) => translations.GetValue(db.Model, _ => new(EF.CompileAsyncQuery(query)))
            .ReadAsync(db, compiled => compiled(db, one), [(query.Parameters[1].Name!, one)], cancellation);
    }

    public static Func<CommuneContext, TOne, TTwo, CancellationToken, Task<List<T>>> Query<TOne, TTwo, T>(
        Expression<Func<CommuneContext, TOne, TTwo, IQueryable<T>>> query)
        where TOne : notnull
        where TTwo : notnull
    {
        var translations = new ConditionalWeakTable<IModel, Translation<Func<CommuneContext, TOne, TTwo, IAsyncEnumerable<T>>, T>>();
        return (db, one, two, cancellation) => translations.GetValue(db.Model, _ => new(EF.CompileAsyncQuery(query)))
            .ReadAsync(db, compiled => compiled(db, one, two), [(query.Parameters[1].Name!, one), (query.Parameters[2].Name!, two)], cancellation);
    }

    /// <summary>The same rule as part of a query that is written in place: it is inlined, its values stay parameters.</summary>
    public static IQueryable<T> On<TOne, TTwo, T>(
        this Expression<Func<CommuneContext, TOne, TTwo, IQueryable<T>>> rule, CommuneContext db, TOne one, TTwo two)
        where T : class
    {
        var values = Expression.Constant(new Values<TOne, TTwo>(one, two));
        var inlined = new Inlining(new()
        {
            [rule.Parameters[0]] = Expression.Constant(db, typeof(CommuneContext)),
            [rule.Parameters[1]] = Expression.Property(values, nameof(Values<,>.One)),
            [rule.Parameters[2]] = Expression.Property(values, nameof(Values<,>.Two)),
        });
        return ((IQueryable<T>)db.Set<T>()).Provider.CreateQuery<T>(inlined.Visit(rule.Body));
    }

    /// <summary>What is read of the rows of a rule.</summary>
    public static Expression<Func<CommuneContext, TOne, TTwo, IQueryable<TResult>>> Reading<TOne, TTwo, T, TResult>(
        this Expression<Func<CommuneContext, TOne, TTwo, IQueryable<T>>> rule, Expression<Func<T, TResult>> read) =>
        Expression.Lambda<Func<CommuneContext, TOne, TTwo, IQueryable<TResult>>>(
            Expression.Call(typeof(Queryable), nameof(Queryable.Select), [typeof(T), typeof(TResult)], rule.Body, Expression.Quote(read)), rule.Parameters);

    /// <summary>A query in the words of one engine. Outside a transaction EF Core sends it, which tries again where a connection breaks.</summary>
    private sealed class Translation<TCompiled, T>(TCompiled compiled)
    {
        private RowReader<T>? rows;

        public Task<List<T>> ReadAsync(
            CommuneContext db, Func<TCompiled, IAsyncEnumerable<T>> ask, (string Name, object Value)[] values, CancellationToken cancellation)
        {
            if (rows is not null && db.Database.CurrentTransaction is not null)
            {
                return rows.ReadAsync(db, values, cancellation);
            }

            var asked = ask(compiled);
            rows ??= RowReader<T>.Of(asked);
            return asked.ToListAsync(cancellation).AsTask();
        }
    }

    private sealed record Values<TOne, TTwo>(TOne One, TTwo Two);

    private sealed class Inlining(Dictionary<ParameterExpression, Expression> values) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => values.GetValueOrDefault(node) ?? base.VisitParameter(node);
    }
}
