namespace Platform.BrowserTests;

/// <summary>Each kind of page once, in its states: full, empty, cut off in the original, refused. The site is a commune's slug; none is the national one.</summary>
internal static class EveryPage
{
    public static TheoryData<string?, string> Addresses { get; } = new(
        from page in Pages
        from language in new[] { "ar", "fr" }
        select (page.Site, $"/{language}{page.Path}"));

    private static IEnumerable<(string? Site, string Path)> Pages =>
    [
        (null, ""),
        (null, "?q=nowhere"),
        (null, "/dashboard"),
        (null, "/dashboard/axes"),
        (null, "/dashboard/regions"),
        (null, "/dashboard/communes/demnate"),
        (null, "/unknown"),
        ("demnate", ""),
        ("settat", ""),
        ("demnate", "/charter"),
        ("settat", "/charter"),
        ("demnate", "/charter/versions"),
        ("demnate", "/charter/signatories"),
        ("beni-mellal", "/action-plan"),
        ("beni-mellal", "/action-plan?q=zzzz"),
        ("bni-mathar", "/action-plan"),
        ("larache", "/action-plan"),
        ("beni-mellal", "/action-plan/activities/2.1"),
        ("larache", "/openness"),
        ("settat", "/openness"),
        ("larache", "/openness/projects/68"),
        ("demnate", "/indicators"),
        ("demnate", "/indicators/charter-in-force"),
        ("demnate", "/indicators/plan-activities"),
        ("demnate", "/indicators?q=zzzz"),
        ("settat", "/documents"),
        ("demnate", "/unknown"),
        ("demnate", "/indicators/charter-in-force?period=2026-13"),
        ("unknown", ""),
    ];
}
