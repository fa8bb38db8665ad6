using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Platform.Composition.Engines;
using Platform.Data;

namespace Platform.IntegrationTests.Engines;

/// <summary>SQL Server's contexts without a server: what they would send is kept, and answered with nothing.</summary>
internal sealed class SqlServerCommands : DbCommandInterceptor, IDbConnectionInterceptor
{
    private readonly List<string> texts = [];

    /// <summary>Every command so far.</summary>
    public IReadOnlyList<string> Texts => texts;

    public CommuneContext Commune() => new SqlServerCommuneContext(Options<SqlServerCommuneContext>());

    public NationalContext Nation() => new SqlServerNationalContext(Options<SqlServerNationalContext>());

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        texts.Add(command.CommandText);
#pragma warning disable CA2000 // Whoever asked disposes the reader, and the table holds nothing.
        return new(InterceptionResult<DbDataReader>.SuppressWithResult(new DataTable().CreateDataReader()));
#pragma warning restore CA2000
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        texts.Add(command.CommandText);
        return new(InterceptionResult<int>.SuppressWithResult(0));
    }

    public ValueTask<InterceptionResult> ConnectionOpeningAsync(
        DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) => new(InterceptionResult.Suppress());

    public ValueTask<InterceptionResult> ConnectionClosingAsync(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) => new(InterceptionResult.Suppress());

    public InterceptionResult ConnectionOpening(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) => InterceptionResult.Suppress();

    public InterceptionResult ConnectionClosing(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) => InterceptionResult.Suppress();

    private DbContextOptions<T> Options<T>()
        where T : DbContext =>
        new DbContextOptionsBuilder<T>().UseSqlServer("Server=none").AddInterceptors(this).Options;
}
