using Deque.AxeCore.Commons;

namespace Platform.BrowserTests;

/// <summary>
/// Asks axe about the page as it stands. The package's own runner opens a window for each answer, to put frames together; no page here has frames, and a window
/// takes longer than the question.
/// </summary>
internal static class Axe
{
    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    /// <summary>What is serious or worse, with where; nothing in the best case.</summary>
    public static Task<string[]> SeriousAsync(this IPage page) => FindAsync(page, "serious", "critical");

    /// <summary>Everything that axe finds, however small.</summary>
    public static Task<string[]> ViolationsAsync(this IPage page) => FindAsync(page, "minor", "moderate", "serious", "critical");

    private static async Task<string[]> FindAsync(IPage page, params string[] impacts)
    {
        await page.EvaluateAsync(Script);
        return await page.EvaluateAsync<string[]>(
            """
            async impacts => (await axe.run(document, {
                runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], resultTypes: ['violations'], iframes: false,
              })).violations
              .filter(violation => impacts.includes(violation.impact))
              .map(violation => `${location.pathname}: ${violation.id}: ${violation.help} — ${violation.nodes.map(node => node.html).join(' | ')}`)
            """,
            impacts);
    }
}
