namespace Platform.BrowserTests;

/// <summary>Each kind of page once, in its states: full, empty, cut off in the original, refused. The site is a commune's slug; none is the national one.</summary>
internal static class EveryPage
{
    public static TheoryData<string?, string> Addresses { get; } = InBothLanguages(Pages);

    /// <summary>What only a <see cref="DemonstrationSite"/> has: pages that differ in kind in both languages, the rest in one, as each takes a second or more.</summary>
    public static TheoryData<string?, string> OtherStates { get; } =
    [
        .. InBothLanguages(
        [
            (null, "/dashboard"),
            (null, "/dashboard/axes"),
            (null, "/dashboard/communes/demnate"),
            ("demnate", ""),
            ("demnate", "/charter/versions"),
            ("demnate", "/charter/versions/2"),
            ("demnate", "/charter/signatories"),
            ("demnate", "/evaluations/charter/2026-Q3"),
            ("demnate", "/action-plan"),
            ("demnate", "/action-plan/activities/1.1"),
            ("demnate", "/indicators/plan-progress"),
            ("larache", "/openness"),
            ("larache", "/consultations"),
            ("larache", "/consultations/demonstration"),
            ("larache", "/consultations/demonstration/results"),
            ("larache", "/processes/demonstration"),
            ("larache", "/processes/demonstration/meetings/1"),
            ("larache", "/consultations/demonstration/remarks"),
            ("larache", "/consultations/demonstration/remarks/1"),
            ("larache", "/consultations/demonstration/report"),
        ]),
        (null, "/ar"),
        (null, "/fr?region=05"),
        (null, "/ar/dashboard?region=05&indicator=plan-progress&indicator=charter-signatories"),
        (null, "/fr/dashboard?q=zzzz"),
        (null, "/ar/dashboard?period=2020-01"),
        (null, "/fr/dashboard/regions"),
        ("demnate", "/fr/charter"),
        ("demnate", "/ar/charter/versions/1"),
        ("demnate", "/fr/action-plan?status=completed"),
        ("larache", "/ar/indicators/openness-milestones-kept-share"),
        ("demnate", "/ar/consultations/demonstration"),
        ("larache", "/fr/consultations/demonstration/poster"),
        ("larache", "/ar/processes/demonstration/poster"),
        ("larache", "/fr/processes/demonstration/meetings/1/poster"),
        ("larache", "/fr/subscriptions/new?about=process:demonstration"),
        ("larache", "/ar/subscriptions/new?about=project:68"),
        ("larache", "/ar/subscriptions"),
        ("larache", "/ar/consultations/demonstration/remarks?q=zzzz"),
        ("larache", "/fr/consultations/demonstration/answer"),
        ("settat", "/ar/charter/versions"),
        ("settat", "/fr/charter/signatories"),
        ("zaio", "/ar"),
        ("zoumi", "/fr/charter"),
    ];

    private static TheoryData<string?, string> InBothLanguages(IEnumerable<(string? Site, string Path)> pages) => new(
        from page in pages
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
        (null, "/legal-rules"),
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
        ("settat", "/consultations"),
        ("demnate", "/unknown"),
        ("demnate", "/indicators/charter-in-force?period=2026-13"),
        ("unknown", ""),
        ("demnate", "/action-plan?priority=9"),
    ];
}
