using System.Reflection;
using Platform.Tenancy.Connections;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace Platform.TestKit;

/// <summary>Runs a theory once per engine, with the engine as its argument. An engine without a server is reported as skipped, by name.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EveryEngineAttribute : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker)
    {
        var server = new TheoryDataRow<DatabaseEngine>(DatabaseEngine.SqlServer)
        {
            Skip = TestDatabase.SqlServer is null ? $"SQL Server is not configured: {TestDatabase.Variable} is not set." : null,
        };
        return new([new TheoryDataRow<DatabaseEngine>(DatabaseEngine.Sqlite), server]);
    }

    public override bool SupportsDiscoveryEnumeration() => true;
}
