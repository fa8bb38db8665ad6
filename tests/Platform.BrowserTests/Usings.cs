global using Microsoft.Playwright;
global using Platform.TestKit;
global using Xunit;

[assembly: AssemblyFixture(typeof(Platform.BrowserTests.Site))]
[assembly: AssemblyFixture(typeof(Platform.BrowserTests.DemonstrationSite))]
