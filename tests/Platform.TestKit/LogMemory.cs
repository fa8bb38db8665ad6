using System.Collections.Concurrent;
using System.Text;
using Microsoft.Extensions.Logging;

namespace Platform.TestKit;

/// <summary>Everything that was logged, as a machine would read it: the message, its values, the exception, the scopes.</summary>
public sealed class LogMemory : ILoggerProvider, ISupportExternalScope
{
    private IExternalScopeProvider? scopes;

    public ConcurrentQueue<string> Lines { get; } = [];

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => scopes = scopeProvider;

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void Dispose()
    {
    }

    private sealed class Logger(LogMemory memory, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => memory.scopes?.Push(state);

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var line = new StringBuilder($"{category}: {formatter(state, exception)} {exception}");
            Write(line, state);
            memory.scopes?.ForEachScope((scope, text) => Write(text, scope), line);
            memory.Lines.Enqueue(line.ToString());
        }

        private static void Write(StringBuilder line, object? values)
        {
            line.Append(" | ").Append(values);
            foreach (var (key, value) in values as IEnumerable<KeyValuePair<string, object?>> ?? [])
            {
                line.Append(' ').Append(key).Append('=').Append(value);
            }
        }
    }
}
