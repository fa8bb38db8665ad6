global using Platform.TestKit;
global using Xunit;

[assembly: AssemblyFixture(typeof(SharedHost))]
