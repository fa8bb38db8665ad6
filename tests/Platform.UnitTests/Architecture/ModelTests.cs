using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Platform.Composition.Engines;

namespace Platform.UnitTests.Architecture;

public sealed class ModelTests
{
    [Fact]
    public void No_table_asks_SQL_Server_for_what_it_refuses()
    {
        using var commune = new DesignTimeSqlServerCommune().CreateDbContext([]);
        using var national = new DesignTimeSqlServerNational().CreateDbContext([]);

        Assert.Empty(Models.Breaches(commune.Model).Concat(Models.Breaches(national.Model)));
    }

    [Fact]
    public void A_cascade_and_a_key_too_long_are_caught()
    {
        using var planted = new Planted(new DbContextOptionsBuilder<Planted>().UseSqlServer("Server=none").Options);

        Assert.Equal(2, Models.Breaches(planted.Model).Count());
    }

    /// <summary>A change of the model without a migration, on either engine, fails here: run <c>bash infra/migrations/add NameOfTheChange</c>.</summary>
    [Fact]
    public void Every_change_of_the_model_has_its_migration_on_both_engines()
    {
        using var sqliteCommune = new DesignTimeSqliteCommune().CreateDbContext([]);
        using var sqliteNational = new DesignTimeSqliteNational().CreateDbContext([]);
        using var serverCommune = new DesignTimeSqlServerCommune().CreateDbContext([]);
        using var serverNational = new DesignTimeSqlServerNational().CreateDbContext([]);

        DbContext[] contexts = [sqliteCommune, sqliteNational, serverCommune, serverNational];

        Assert.Empty(contexts.Where(context => context.Database.HasPendingModelChanges()).Select(context => context.GetType().Name));
    }

    [Fact]
    public void A_change_without_a_migration_is_caught()
    {
        var sqlite = new DbContextOptionsBuilder<SqliteNationalContext>().UseSqlite("Data Source=planted").ReplaceService<IModelCustomizer, OneTableMore>();
        var server = new DbContextOptionsBuilder<SqlServerNationalContext>().UseSqlServer("Server=planted").ReplaceService<IModelCustomizer, OneTableMore>();
        using var changedSqlite = new SqliteNationalContext(sqlite.Options);
        using var changedServer = new SqlServerNationalContext(server.Options);

        Assert.True(changedSqlite.Database.HasPendingModelChanges());
        Assert.True(changedServer.Database.HasPendingModelChanges());
    }

    /// <summary>The model as it is, and a table that no migration knows.</summary>
    private sealed class OneTableMore(ModelCustomizerDependencies dependencies) : RelationalModelCustomizer(dependencies)
    {
        public override void Customize(ModelBuilder modelBuilder, DbContext context)
        {
            base.Customize(modelBuilder, context);
            modelBuilder.Entity<Parent>().Ignore(parent => parent.Children);
        }
    }

    private sealed class Planted(DbContextOptions options) : DbContext(options)
    {
        protected override void OnModelCreating(ModelBuilder modelBuilder)
        {
            modelBuilder.Entity<Parent>().HasMany(parent => parent.Children).WithOne().IsRequired();
            modelBuilder.Entity<Child>().Property(child => child.Name).HasMaxLength(500);
            modelBuilder.Entity<Child>().HasIndex(child => child.Name);
        }
    }

    private sealed class Parent
    {
        public int Id { get; set; }

        public List<Child> Children { get; } = [];
    }

    private sealed class Child
    {
        public int Id { get; set; }

        public string Name { get; set; } = "";
    }
}
