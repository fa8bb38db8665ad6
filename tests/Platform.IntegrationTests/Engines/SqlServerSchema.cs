using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Platform.IntegrationTests.Engines;

/// <summary>
/// The tables that a script leaves behind, told by reading its statements in order: columns with type and whether they may be empty, keys, relations and
/// indexes. Defaults are left out: one that filled old rows stays.
/// </summary>
internal sealed class SqlServerSchema
{
    private static readonly Sql160ScriptGenerator Words = new(new() { AlignColumnDefinitionFields = false, NewLineBeforeOnClause = false });

    /// <summary>Columns, constraints and indexes by their table and name.</summary>
    private readonly SortedDictionary<string, string> parts = new(StringComparer.OrdinalIgnoreCase);

    private readonly HashSet<string> tables = new(StringComparer.OrdinalIgnoreCase);

    public IReadOnlyDictionary<string, string> Parts => parts;

    public static SqlServerSchema Of(string script)
    {
        var schema = new SqlServerSchema();
        foreach (var statement in TransactSql.Read(script).Batches.SelectMany(batch => batch.Statements).Flat())
        {
            schema.Apply(statement);
        }

        return schema;
    }

    private void Apply(TSqlStatement statement)
    {
        switch (statement)
        {
            case CreateTableStatement create:
                tables.Add(Of(create.SchemaObjectName));
                Add(Of(create.SchemaObjectName), create.Definition);
                break;
            case AlterTableAddTableElementStatement add:
                Add(Of(add.SchemaObjectName), add.Definition);
                break;
            case AlterTableAlterColumnStatement { AlterTableAlterColumnOption: AlterTableAlterColumnOption.Null or AlterTableAlterColumnOption.NotNull } alter:
                Change(KeyOf(Of(alter.SchemaObjectName), alter.ColumnIdentifier.Value), TypeOf(alter.DataType, alter.AlterTableAlterColumnOption == AlterTableAlterColumnOption.Null));
                break;
            case AlterTableDropTableElementStatement drop:
                foreach (var element in drop.AlterTableDropTableElements)
                {
                    Remove(KeyOf(Of(drop.SchemaObjectName), element.Name.Value));
                }

                break;
            case DropTableStatement drop:
                foreach (var table in drop.Objects.Select(Of))
                {
                    Require(tables.Remove(table), table);
                    foreach (var part in parts.Keys.Where(part => part.StartsWith(table + ".", StringComparison.OrdinalIgnoreCase)).ToList())
                    {
                        parts.Remove(part);
                    }
                }

                break;
            case CreateIndexStatement index:
                Require(index.Columns.All(column => parts.ContainsKey(KeyOf(Of(index.OnName), column.Column.MultiPartIdentifier[0].Value))), index.Name.Value);
                Require(parts.TryAdd(KeyOf(Of(index.OnName), index.Name.Value), Of(index)), index.Name.Value);
                break;
            case DropIndexStatement drop:
                foreach (var index in drop.DropIndexClauses.Cast<DropIndexClause>())
                {
                    Remove(KeyOf(Of(index.Object), index.Index.Value));
                }

                break;
            case ExecuteStatement execute when execute.Inner() is { } inner:
                foreach (var one in TransactSql.Read(inner).Batches.SelectMany(batch => batch.Statements).Where(one => one is not AlterTableDropTableElementStatement))
                {
                    Apply(one);
                }

                break;
            case InsertStatement or UpdateStatement or SetIdentityInsertStatement or DeclareVariableStatement or SelectStatement or PredicateSetStatement
                or BeginTransactionStatement or CommitTransactionStatement:
                break;
            default:
                throw new NotSupportedException($"What does this leave behind? {statement.Text()}");
        }
    }

    private void Add(string table, TableDefinition definition)
    {
        Require(tables.Contains(table), table);
        foreach (var column in definition.ColumnDefinitions)
        {
            var type = TypeOf(column.DataType, column.Constraints.OfType<NullableConstraintDefinition>().Single().Nullable);
            Require(parts.TryAdd(KeyOf(table, column.ColumnIdentifier.Value), type + (column.IdentityOptions is null ? "" : " identity")), column.ColumnIdentifier.Value);
        }

        foreach (var constraint in definition.TableConstraints.Where(constraint => constraint is not DefaultConstraintDefinition))
        {
            Require(parts.TryAdd(KeyOf(table, constraint.ConstraintIdentifier.Value), Of(constraint)), constraint.ConstraintIdentifier.Value);
        }
    }

    private void Change(string key, string type)
    {
        Require(parts.ContainsKey(key), key);
        parts[key] = type;
    }

    private void Remove(string key) => Require(parts.Remove(key), key);

    /// <summary>What a server would refuse: what is there already, or what is not there.</summary>
    private static void Require(bool holds, string name)
    {
        if (!holds)
        {
            throw new InvalidOperationException($"'{name}' is there already, or is not there.");
        }
    }

    private static string KeyOf(string table, string name) => $"{table}.{name}";

    private static string TypeOf(DataTypeReference type, bool nullable) => Of(type) + (nullable ? " null" : " not null");

    private static string Of(SchemaObjectName name) => name.BaseIdentifier.Value;

    private static string Of(TSqlFragment fragment)
    {
        Words.GenerateScript(fragment, out var text);
        return text.ReplaceLineEndings(" ");
    }
}
