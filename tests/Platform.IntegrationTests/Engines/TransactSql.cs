using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Platform.IntegrationTests.Engines;

/// <summary>Microsoft's own parser of the words of SQL Server: the judge of what no server is here to judge.</summary>
internal static class TransactSql
{
    /// <summary>With its batches apart, as the tools of SQL Server read it.</summary>
    public static TSqlScript Read(string script)
    {
        var read = (TSqlScript)new TSql160Parser(initialQuotedIdentifiers: true).Parse(new StringReader(script), out var errors);
        return errors.Count == 0 ? read : throw new FormatException($"{errors[0].Message} (line {errors[0].Line})");
    }

    /// <returns>What the parser says against it; nothing where it is Transact-SQL.</returns>
    public static string? Refusal(string command)
    {
        try
        {
            Read(command);
            return null;
        }
        catch (FormatException error)
        {
            return $"{error.Message} — {command[..Math.Min(command.Length, 400)]}";
        }
    }

    /// <summary>As it is written.</summary>
    public static string Text(this TSqlFragment fragment) => string.Concat(
        fragment.ScriptTokenStream.Skip(fragment.FirstTokenIndex).Take(fragment.LastTokenIndex - fragment.FirstTokenIndex + 1).Select(token => token.Text));

    /// <summary>The statements, those that are only run under a condition too.</summary>
    public static IEnumerable<TSqlStatement> Flat(this IEnumerable<TSqlStatement> statements) => statements.SelectMany(statement => statement switch
    {
        IfStatement condition => new[] { condition.ThenStatement, condition.ElseStatement }.OfType<TSqlStatement>().Flat(),
        BeginEndBlockStatement block => block.StatementList.Statements.Flat(),
        _ => [statement],
    });

    /// <summary>The text of <c>EXEC(N'…')</c>, bound when it is run; a name that is put together stands for itself.</summary>
    public static string? Inner(this TSqlStatement statement) => statement is ExecuteStatement { ExecuteSpecification.ExecutableEntity: ExecutableStringList list }
        ? string.Concat(list.Strings.Select(part => part is StringLiteral text ? text.Value : "[x]"))
        : null;
}
