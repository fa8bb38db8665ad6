using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Platform.Data;

namespace Platform.Benchmarks.Snapshots;

internal sealed record RecordedCommand(string Text, IReadOnlyList<(string Name, object? Value, SqliteType Type)> Parameters);

/// <summary>Keeps the commands that reach communes' databases, with their parameters, while it is on.</summary>
internal sealed class Recorder : DbCommandInterceptor
{
    private List<RecordedCommand>? commands;

    public void Start() => commands = [];

    public IReadOnlyList<RecordedCommand> Stop()
    {
        var recorded = commands ?? [];
        commands = null;
        return recorded;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) =>
        new(Keep(command, eventData, result));

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
        new(Keep(command, eventData, result));

    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default) =>
        new(Keep(command, eventData, result));

    private T Keep<T>(DbCommand command, CommandEventData eventData, T result)
    {
        if (commands is not null && eventData.Context is CommuneContext)
        {
            commands.Add(new(
                command.CommandText,
                [.. command.Parameters.Cast<SqliteParameter>().Select(parameter => (parameter.ParameterName, parameter.Value, parameter.SqliteType))]));
        }

        return result;
    }
}
