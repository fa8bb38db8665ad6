namespace Platform.BrowserTests.Journey;

/// <summary>How somebody works a page. What is meant is the first thing that the selector finds.</summary>
internal abstract class Hand(IPage page)
{
    public IPage Page { get; } = WithChoosers(page);

    /// <summary>Follows a link or presses a button, and waits for the page that it leads to.</summary>
    public async Task GoAsync(string selector)
    {
        await Page.EvaluateAsync("() => { window.left = true; }");
        await PressAsync(selector);
        await Page.WaitForFunctionAsync("() => !window.left && document.readyState === 'complete'");
    }

    public abstract Task PressAsync(string selector);

    public abstract Task WriteAsync(string selector, string text);

    public abstract Task TickAsync(string selector);

    /// <summary>Chooses from a list.</summary>
    public abstract Task PickAsync(string selector, string value);

    public abstract Task BringAsync(string selector, FilePayload file);

    /// <summary>
    /// Choosers are the test's from the beginning. Asked for together with the key, now and then the browser is quicker and opens its own, which nobody closes
    /// and which lets no other one open.
    /// </summary>
    private static IPage WithChoosers(IPage page)
    {
        page.FileChooser += (_, _) => { };
        return page;
    }
}

internal sealed class Mouse(IPage page) : Hand(page)
{
    public override Task PressAsync(string selector) => Page.Locator(selector).First.ClickAsync();

    public override Task WriteAsync(string selector, string text) => Page.Locator(selector).First.FillAsync(text);

    public override Task TickAsync(string selector) => Page.Locator(selector).First.CheckAsync();

    public override Task PickAsync(string selector, string value) => Page.Locator(selector).First.SelectOptionAsync(value);

    public override async Task BringAsync(string selector, FilePayload file)
    {
        var chooser = await Page.RunAndWaitForFileChooserAsync(() => PressAsync(selector));
        await chooser.SetFilesAsync(file);
    }
}

/// <summary>Tab, Enter, Space, arrows and letters: nothing is clicked, and what has the focus is always seen to have it.</summary>
internal sealed class Keyboard(IPage page) : Hand(page)
{
    private const int MostStops = 300;

    /// <summary>Whether the focus has arrived, or what has it without showing it.</summary>
    private const string Focus = """
        selector => {
          const at = document.activeElement;
          if (!at || at === document.body) {
            return "";
          }

          const [box, style] = [at.getBoundingClientRect(), getComputedStyle(at)];
          // A date shows which of its parts has the focus by itself.
          const shown = at.type === "date" || box.width > 0 && box.height > 0 && (style.outlineStyle !== "none" || style.boxShadow !== "none");
          return !shown ? at.outerHTML.slice(0, 200) : at === document.querySelector(selector) ? "here" : "";
        }
        """;

    public override async Task PressAsync(string selector)
    {
        await ReachAsync(selector);
        await Page.Keyboard.PressAsync("Enter");
    }

    public override async Task WriteAsync(string selector, string text)
    {
        await ReachAsync(selector);
        await Page.Keyboard.PressAsync("Control+A");
        await Page.Keyboard.TypeAsync(text);
        Assert.Equal(text, await Page.Locator(selector).First.InputValueAsync());
    }

    public override async Task TickAsync(string selector)
    {
        await ReachAsync(selector);
        await Page.Keyboard.PressAsync("Space");
        Assert.True(await Page.Locator(selector).First.IsCheckedAsync());
    }

    public override async Task PickAsync(string selector, string value)
    {
        await ReachAsync(selector);
        var list = Page.Locator(selector).First;
        for (var before = ""; await list.InputValueAsync() is var now && now != value; before = now)
        {
            Assert.NotEqual(before, now);
            await Page.Keyboard.PressAsync("ArrowDown");
        }
    }

    public override async Task BringAsync(string selector, FilePayload file)
    {
        await ReachAsync(selector);
        var chooser = await Page.RunAndWaitForFileChooserAsync(() => Page.Keyboard.PressAsync("Space"));
        await chooser.SetFilesAsync(file);
    }

    private async Task ReachAsync(string selector)
    {
        for (var stops = 0; await Page.EvaluateAsync<string>(Focus, selector) is var at && at != "here"; stops++)
        {
            Assert.True(at.Length == 0, $"{Page.Url}: this has the focus and does not show it: {at}");
            Assert.True(stops < MostStops, $"{Page.Url}: {selector} is not reached by the keyboard.");
            await Page.Keyboard.PressAsync("Tab");
        }
    }
}
