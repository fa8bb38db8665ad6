using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Platform.Composition.Engines;

namespace Platform.IntegrationTests.Engines;

/// <summary>Migrations are written by a tool and mended by hand: done in their order, they must leave on SQL Server what the model asks for.</summary>
public sealed class SqlServerSchemaTests
{
    private const string History = "__EFMigrationsHistory.";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_migrations_of_SQL_Server_leave_the_schema_of_the_model(bool ofCommune)
    {
        using DbContext db = ofCommune ? new DesignTimeSqlServerCommune().CreateDbContext([]) : new DesignTimeSqlServerNational().CreateDbContext([]);

        var model = SqlServerSchema.Of(db.Database.GenerateCreateScript()).Parts;
        var migrated = SqlServerSchema.Of(db.GetService<IMigrator>().GenerateScript()).Parts.Where(part => !part.Key.StartsWith(History, StringComparison.Ordinal)).ToDictionary();

        Assert.True(model.Count > 300, $"There are only {model.Count} columns, keys and indexes.");
        Assert.Empty(model.Except(migrated));
        Assert.Empty(migrated.Except(model));
    }

    [Fact]
    public void A_column_that_came_another_way_is_caught()
    {
        var model = SqlServerSchema.Of("CREATE TABLE [a] ([b] nvarchar(40) NOT NULL, [c] int NULL);").Parts;
        var migrated = SqlServerSchema.Of("CREATE TABLE [a] ([b] nvarchar(80) NOT NULL);\nGO\nALTER TABLE [a] ADD [c] int NULL;\nGO\nCREATE INDEX [i] ON [a] ([c]);").Parts;

        Assert.Equal("a.b", Assert.Single(model.Except(migrated)).Key);
        Assert.Equal(["a.b", "a.i"], migrated.Except(model).Select(part => part.Key));
        Assert.Throws<InvalidOperationException>(() => SqlServerSchema.Of("CREATE TABLE [a] ([b] int NULL);\nGO\nALTER TABLE [a] ADD [b] int NULL;"));
    }
}
