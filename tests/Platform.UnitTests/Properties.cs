using System.Globalization;
using FsCheck;

namespace Platform.UnitTests;

/// <summary>
/// How far a property is tried. Every run of the tests tries the same cases, so that what passed once passes again;
/// PLATFORM_TEST_CASES names how many others, new ones each time, are to be tried: the hunt after a change of what reads or writes files.
/// </summary>
internal static class Properties
{
    public static Config Tried =>
        int.TryParse(Environment.GetEnvironmentVariable("PLATFORM_TEST_CASES"), CultureInfo.InvariantCulture, out var cases)
            ? Config.QuickThrowOnFailure.WithMaxTest(cases)
            : Config.QuickThrowOnFailure.WithMaxTest(60).WithReplay(20261122UL, 20260131UL);
}
