global using Microsoft.Playwright;
global using Platform.TestKit;
global using Xunit;

[assembly: AssemblyFixture(typeof(Platform.BrowserTests.Site))]
[assembly: CollectionBehavior(DisableTestParallelization = true)]
