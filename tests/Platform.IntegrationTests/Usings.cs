global using Platform.TestKit;
global using Xunit;

[assembly: AssemblyFixture(typeof(SharedHost))]
[assembly: AssemblyFixture(typeof(Azurite))]
