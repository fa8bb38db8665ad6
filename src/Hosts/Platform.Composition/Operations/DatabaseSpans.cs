using System.Data.Common;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Platform.Data;

namespace Platform.Composition.Operations;

/// <summary>
/// A span for each command to a database, made when it has ended. It tells which database, how long and whether it failed; not the text of the command
/// nor its values.
/// </summary>
internal sealed class DatabaseSpans : DbCommandInterceptor
{
    public const string SourceName = "Platform.Database";

    private static readonly ActivitySource Source = new(SourceName);

    public override DbDataReader ReaderExecuted(DbCommand command, CommandExecutedEventData eventData, DbDataReader result)
    {
        Tell(eventData, "query");
        return result;
    }

    public override ValueTask<DbDataReader> ReaderExecutedAsync(
        DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default)
    {
        Tell(eventData, "query");
        return new(result);
    }

    public override object? ScalarExecuted(DbCommand command, CommandExecutedEventData eventData, object? result)
    {
        Tell(eventData, "query");
        return result;
    }

    public override ValueTask<object?> ScalarExecutedAsync(
        DbCommand command, CommandExecutedEventData eventData, object? result, CancellationToken cancellationToken = default)
    {
        Tell(eventData, "query");
        return new(result);
    }

    public override int NonQueryExecuted(DbCommand command, CommandExecutedEventData eventData, int result)
    {
        Tell(eventData, "change");
        return result;
    }

    public override ValueTask<int> NonQueryExecutedAsync(
        DbCommand command, CommandExecutedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        Tell(eventData, "change");
        return new(result);
    }

    public override void CommandFailed(DbCommand command, CommandErrorEventData eventData) => Tell(eventData, "failed", eventData.Exception);

    public override Task CommandFailedAsync(DbCommand command, CommandErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        Tell(eventData, "failed", eventData.Exception);
        return Task.CompletedTask;
    }

    private static void Tell(CommandEndEventData data, string kind, Exception? error = null)
    {
        using var activity = Source.StartActivity(ActivityKind.Client, startTime: data.StartTime, name: $"db {kind}");
        if (activity is null)
        {
            return;
        }

        activity.SetTag("db.system.name", data.Context?.Database.ProviderName?.EndsWith("Sqlite", StringComparison.Ordinal) == true ? "sqlite" : "microsoft.sql_server");
        activity.SetTag("commune", (data.Context as CommuneContext)?.Slug ?? "national");
        activity.SetEndTime(data.StartTime.UtcDateTime + data.Duration);
        if (error is not null)
        {
            activity.SetTag("error.type", error.GetType().FullName);
            activity.SetStatus(ActivityStatusCode.Error);
        }
    }
}
