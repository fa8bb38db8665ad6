using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.IntegrationTests.Isolation;
using Platform.Kernel.Communes;
using Platform.Kernel.People;
using Platform.TestKit.People;

namespace Platform.IntegrationTests.BadInput;

/// <summary>
/// Every form of every page for people who sign in, found by walking the pages from the first one and from the route table, sent with what an attacker or an
/// accident puts into it: a new form cannot be forgotten. What such a form was kept with leaves an act in the trail.
/// </summary>
public sealed partial class EveryFormTests
{
    private const string Script = "<script>alert(7)</script>";

    /// <summary>A formula, a script, a way out of an attribute, a name for another direction, an emoji, marks piled on a letter and a null.</summary>
    private const string Hostile = "=1+1|'!A0\"'>" + Script + "<img src=x onerror=alert(7)>\u202Etxt.exe\u2066🎉Z̷̡̞͔̗̦̻͚͘͝{{7*7}}%00\u0001[x](javascript:alert(7))";

    /// <summary>A formula and a tag that fit wherever anything fits.</summary>
    private const string Short = "=1+1 <b>x</b>";

    private static string Cell => Short.Replace("\"", "\"\"", StringComparison.Ordinal) + Script;

    /// <summary>A megabyte, for the first forms of each walk; the others get a part of it that is longer than anything they keep.</summary>
    private static readonly string Longest = string.Concat(Enumerable.Repeat("<b>long text</b> ", 1024 * 1024 / 17));

    private static readonly string Long = Longest[..(40 * 1024)];

    private static readonly byte[] Bomb = SampleFiles.ZipBomb(120);

    /// <summary>Files that an import understands; what stands in them is hostile.</summary>
    private static readonly byte[] Plan = Csv("المحور;النشاط;الأولوية;تاريخ النهاية", $"1. الرقمنة;\"{Cell}\";1;31/12/2026", ";نشاط ثان;2;");

    private static readonly byte[] Programme = Csv("رقم المشروع;عنوان المشروع;الإشكالية", $"901;\"{Cell}\";\"{Cell}\"", "902;مشروع ثان;");

    /// <summary>What numbers, days, choices and keys are not.</summary>
    private static readonly string[] Nonsense = ["NaN", "99999999999999999999", "-1", "9999-99-99", "١", "0x10", "true,false", "\u0000", "2147483648", "null"];

    /// <summary>What is chosen and corrected in a file that is being read is told when the file is applied or thrown away.</summary>
    private static readonly string[] Preparing = ["handler=Row", "handler=Choice", "handler=Updates"];

    /// <summary>Of so many forms at least something is kept, by walk: fewer, and the test proves less than it did.</summary>
    private static readonly int[] Floors = [48, 21, 8, 8];

    /// <summary>Ends the session, or is for scripts of pages: tried by tests of their own.</summary>
    private static readonly string[] Aside = ["/sign-out", "/account/sessions", "/workspace/uploads"];

    [Fact]
    public async Task Whatever_a_form_is_sent_with_is_refused_or_shown_harmlessly_and_what_is_kept_is_told()
    {
        await using var host = await PlatformHost.StartAsync(options =>
        {
            options.Communes = ["demnate", "larache"];
            options.Watched = false;
        });

        // Demnate has everything but an openness programme, which Larache has. The operator comes last: what they do closes communes.
        Walk[] walks = [new(host, "demnate", Role.FocalPoint), new(host, "larache", Role.FocalPoint, "/openness"), new(host, null, Role.DgctOfficer), new(host, null, Role.Operator)];
        await Task.WhenAll(walks[0].ThroughAsync(), walks[1].ThroughAsync(), OfStaffAsync());

        Assert.Empty(walks.SelectMany(walk => walk.Faults));

        // An act is proved only of forms that something was kept of. What is never kept needs more than a walk has: a code of an app, a key of the device,
        // somebody else's judgement, a second confirmation.
        Assert.All(walks.Zip(Floors), pair => Assert.True(pair.First.Kept.Count >= pair.Second, $"Kept of {pair.First.Kept.Count} forms only; nothing was kept of {string.Join(", ", pair.First.Sent.Except(pair.First.Kept))}"));
        Assert.Empty(walks.SelectMany(walk => walk.Untold));

        async Task OfStaffAsync()
        {
            await walks[2].ThroughAsync();
            await Task.WhenAll(walks[0].Done, walks[1].Done);
            await walks[3].ThroughAsync();
        }
    }

    /// <summary>Somebody who follows every link of the workspace, or of a part of it, and sends every form that comes along.</summary>
    private sealed class Walk(PlatformHost host, string? commune, Role role, string part = "")
    {
        /// <summary>Pages of one kind, which differ in the thing that they are about.</summary>
        private const int MostAlike = 2;

        private const int FormsWithLongest = 3;

        /// <summary>Of the page of one imported file: as it came, and after it was applied.</summary>
        private const int MostVisits = 3;

        private readonly HashSet<string> seen = new(StringComparer.Ordinal);
        private readonly Dictionary<string, int> alike = new(StringComparer.Ordinal);
        private readonly HashSet<string> forms = new(StringComparer.Ordinal);
        private readonly TaskCompletionSource done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly HashSet<string> told = new(StringComparer.Ordinal);
        private readonly Queue<(string Path, bool Linked)> ahead = [];
        private readonly List<string> withForms = [];
        private readonly Dictionary<string, int> visits = new(StringComparer.Ordinal);

        /// <summary>What ends what other forms go on with: sent when nothing else is left.</summary>
        private readonly Queue<(string Path, IHtmlFormElement Form)> endings = [];

        private SignedInClient browser = null!;

        public List<string> Faults { get; } = [];

        /// <summary>Forms that something was kept of.</summary>
        public HashSet<string> Kept { get; } = new(StringComparer.Ordinal);

        /// <summary>Forms that were sent, whatever came of it.</summary>
        public HashSet<string> Sent { get; } = new(StringComparer.Ordinal);

        /// <summary>Those of them that left no act.</summary>
        public IEnumerable<string> Untold => Kept.Except(told).Where(form => !Preparing.Any(one => form.Contains(one, StringComparison.Ordinal)));

        /// <summary>However it ended.</summary>
        public Task Done => done.Task;

        public async Task ThroughAsync()
        {
            try
            {
                await WalkAsync();
                await LookAgainAsync();
            }
            finally
            {
                done.SetResult();
            }
        }

        private async Task WalkAsync()
        {
            await SignInAsync();
            foreach (var path in await RouteTable.PathsAsync(host.Services, commune is null ? SiteKind.National : SiteKind.Commune))
            {
                if (IsMine(path))
                {
                    ahead.Enqueue((path, false));
                }
            }

            while (ahead.TryDequeue(out var next))
            {
                var (path, linked) = next;
                if (seen.Add(path) && (IsNew(path) || !linked) && !Aside.Any(one => path.Contains(one, StringComparison.Ordinal)) && await OpenAsync(path) is { } page)
                {
                    var found = page.QuerySelectorAll("main form").OfType<IHtmlFormElement>().Where(form => form.Method == "post").ToList();
                    if (found.Count > 0)
                    {
                        withForms.Add(path);
                    }

                    foreach (var form in found)
                    {
                        if (form.GetAttribute("action")?.Contains("handler=Discard", StringComparison.Ordinal) == true)
                        {
                            endings.Enqueue((path, form));
                        }
                        else
                        {
                            await SendAsync(path, form);
                        }
                    }
                }
            }

            while (endings.TryDequeue(out var ending))
            {
                await SendAsync(ending.Path, ending.Form);
            }
        }

        private bool IsNew(string path)
        {
            var parts = path.Split('?');
            var kind = KindOf(parts[0]) + '?' + string.Join('&', parts.Skip(1).SelectMany(query => query.Split('&')).Select(pair => pair.Split('=')[0]));
            alike[kind] = alike.GetValueOrDefault(kind) + 1;
            return alike[kind] <= MostAlike;
        }

        /// <summary>What was saved is on the pages now, those of the citizens too.</summary>
        private async Task LookAgainAsync()
        {
            var open = (await RouteTable.PathsAsync(host.Services, commune is null ? SiteKind.National : SiteKind.Commune))
                .Where(path => !path.Contains("/sign-", StringComparison.Ordinal) && !path.Contains("/workspace", StringComparison.Ordinal) && path.Contains(part, StringComparison.Ordinal));
            foreach (var path in withForms.Concat(role == Role.Operator ? [] : open).Distinct())
            {
                using var answer = await browser.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
                await JudgeAsync("GET " + path, answer);
            }
        }

        private bool IsMine(string path) =>
            (path.StartsWith("/fr/workspace", StringComparison.Ordinal) || path.StartsWith("/fr/account", StringComparison.Ordinal)) && path.Contains(part, StringComparison.Ordinal);

        private async Task SignInAsync() => browser = commune is null ? await host.SignInNationallyAsync(role) : await host.SignInAsync(commune, role);

        private async Task<IHtmlDocument?> OpenAsync(string path)
        {
            using var answer = await browser.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
            var page = await JudgeAsync("GET " + path, answer);
            if (answer.StatusCode == HttpStatusCode.Redirect)
            {
                await FollowAsync(answer);
                return null;
            }

            foreach (var link in page?.QuerySelectorAll("a[href]").Select(link => link.GetAttribute("href")!.Split('#')[0]) ?? [])
            {
                if (IsMine(link) && !seen.Contains(link))
                {
                    ahead.Enqueue((link, true));
                }
            }

            return answer.StatusCode == HttpStatusCode.OK ? page : null;
        }

        private async Task FollowAsync(HttpResponseMessage answer)
        {
            var target = answer.Headers.Location!.OriginalString.Split('#')[0];
            if (target.Contains("/sign-in", StringComparison.Ordinal))
            {
                // A form signed everybody out: come in again.
                await SignInAsync();
            }
            else if (IsMine(target) && target.Contains("/import/", StringComparison.Ordinal) && visits.GetValueOrDefault(target) < MostVisits)
            {
                // A file that was applied offers to take it back, on the page that asked about its rows before.
                visits[target] = visits.GetValueOrDefault(target) + 1;
                seen.Remove(target);
                ahead.Enqueue((target, false));
            }
            else if (IsMine(target) && !seen.Contains(target))
            {
                ahead.Enqueue((target, true));
            }
        }

        private async Task SendAsync(string path, IHtmlFormElement form)
        {
            var action = (form.GetAttribute("action") is { Length: > 0 } given ? given : path).Split('#')[0];
            var fields = form.Elements.Where(field => field.GetAttribute("name") is { Length: > 0 }).ToList();
            var kind = KindOf(action.Split('?')[0]) + Handler(action) + string.Join(',', fields.Select(field => Numbers().Replace(field.GetAttribute("name")!, "#")).Distinct());
            if (Aside.Any(one => action.Contains(one, StringComparison.Ordinal)) || !forms.Add(kind))
            {
                return;
            }

            // Every button of the form, each with texts that would be kept; then the other ways once.
            List<IElement?> buttons = [.. fields.Where(field => field is IHtmlButtonElement), .. form.QuerySelectorAll("button[formaction]")];
            buttons = buttons.Count == 0 ? [null] : [.. buttons.DistinctBy(button => Numbers().Replace(button!.GetAttribute("value") ?? "" + button.GetAttribute("formaction"), "#")).Take(3)];
            if (buttons[0] is not null && form.QuerySelector("button:not([name]):not([formaction]):not([type=button])") is not null)
            {
                // The button that saves has no name of its own; those that have one put rows into another order.
                buttons.Insert(0, null);
            }

            List<(string Name, Func<IElement, string?> Value)> ways = [("nonsense", one => Garbled(one, forms.Count <= FormsWithLongest ? Longest : Long)), ("hostile", Harmful), ("plausible", Plausible)];
            if (fields.Any(field => field.GetAttribute("accept")?.Contains(".csv", StringComparison.Ordinal) == true))
            {
                // Of two files the one is applied and taken back, the other thrown away.
                ways.Add(("once more", Plausible));
            }

            foreach (var (name, value) in ways)
            {
                foreach (var button in name == "hostile" ? buttons : buttons.Take(1))
                {
                    var target = button?.GetAttribute("formaction") ?? action;
                    Sent.Add(KindOf(target));
                    if (name == "plausible" && Kept.Contains(KindOf(target)))
                    {
                        // Hostile texts were kept: nothing is learned from good ones.
                        continue;
                    }

                    var pairs = fields.Where(field => field is not IHtmlButtonElement).Select(field => (Name: field.GetAttribute("name")!, Value: Of(field, value), File: field is IHtmlInputElement { Type: "file" } ? field.GetAttribute("accept") ?? "" : null)).ToList();
                    if (button?.GetAttribute("name") is { Length: > 0 } pressed)
                    {
                        pairs.Add((pressed, button.GetAttribute("value") ?? "", null));
                    }

                    using var content = Content(form, pairs, name, target);
                    var acts = await ActsAsync();
                    using var answer = await browser.PostAsync(new Uri(target, UriKind.Relative), content, TestContext.Current.CancellationToken);
                    await JudgeAsync($"POST {target} with {name}", answer);
                    if (answer.StatusCode == HttpStatusCode.Redirect)
                    {
                        var which = KindOf(target);
                        Kept.Add(which);
                        if (await ActsAsync() > acts)
                        {
                            told.Add(which);
                        }

                        await FollowAsync(answer);
                    }
                }
            }
        }

        private Task<int> ActsAsync() => commune is null
            ? host.InNationAsync(db => db.Set<AuditEntry>().CountAsync(TestContext.Current.CancellationToken))
            : host.InCommuneAsync(commune, services => services.GetRequiredService<CommuneContext>().Set<AuditEntry>().CountAsync(TestContext.Current.CancellationToken));

        /// <summary>An address without the things that it names.</summary>
        private static string KindOf(string address) => Numbers().Replace(Named().Replace(address, "$1#"), "#");

        private static string Handler(string action) => action.Contains("handler=", StringComparison.Ordinal) ? action[action.IndexOf("handler=", StringComparison.Ordinal)..] : "";

        private static string? Of(IElement field, Func<IElement, string?> value) => field is IHtmlInputElement { Name: "__RequestVerificationToken" } token ? token.Value : value(field);

        /// <summary>Texts are hostile, everything else is as a browser would send it, so that what can be kept is kept.</summary>
        private static string? Harmful(IElement field) => field switch
        {
            IHtmlInputElement { Type: "checkbox" or "radio" } choice => choice.Value ?? "on",
            IHtmlInputElement { Type: "date" } day => day.Value is { Length: > 0 } known ? known : "2026-11-20",
            IHtmlInputElement { Type: "hidden" } hidden => hidden.Value,
            IHtmlInputElement { Type: "email" } => "\"" + Script + "\"@example.ma",
            IHtmlInputElement { Type: "url" } => "javascript:alert(7)//" + Script,
            IHtmlInputElement { Type: "file" } => null,
            IHtmlInputElement input when input.GetAttribute("inputmode") is "numeric" or "decimal" => input.Value is { Length: > 0 } number ? number : "1",
            IHtmlSelectElement select => select.Value is { Length: > 0 } chosen ? chosen : select.Options is [.., var last] ? last.Value : null,
            _ => Hostile,
        };

        /// <summary>What somebody would write who wants the form to be kept: hostile where a text may be, and what the field asks for elsewhere.</summary>
        private static string? Plausible(IElement field) => field switch
        {
            IHtmlInputElement { Type: "radio" } choice => IsFirstOfItsName(choice) ? choice.Value : null,
            IHtmlInputElement { Type: "email" } => "somebody@example.ma",
            IHtmlInputElement { Type: "url" } => "https://example.ma/page",
            IHtmlInputElement { Type: "color" } colour => colour.Value,
            IHtmlInputElement { Type: "time" } => "10:00",
            IHtmlInputElement { Type: "tel" } => "0522000000",
            IHtmlInputElement { Type: "date" } day => day.Value is { Length: > 0 } known ? known : "2026-12-20",
            IHtmlInputElement { Type: "text" } input when input.GetAttribute("dir") == "ltr" || input.GetAttribute("lang") is null => input.Value is { Length: > 0 } known ? known : "word-1",
            IHtmlInputElement or IHtmlTextAreaElement when IsText(field) => Short,
            IHtmlSelectElement select => select.Options.FirstOrDefault(option => option.Value.Length > 0)?.Value,
            _ => Harmful(field),
        };

        private static bool IsFirstOfItsName(IHtmlInputElement choice) =>
            choice.Form is null || choice.Form.Elements.OfType<IHtmlInputElement>().First(other => other.Name == choice.Name) == choice;

        private static bool IsText(IElement field) => field is IHtmlTextAreaElement or IHtmlInputElement { Type: "text" or "email" or "url" or "password" or "search" or "tel" };

        /// <summary>The first text is longer than anything; other fields do not come at all, or with nonsense, each the same at every run.</summary>
        private static string? Garbled(IElement field, string text) => IsText(field) && field.Closest("form") is IHtmlFormElement form && form.Elements.FirstOrDefault(IsText) == field
            ? text
            : field.GetAttribute("name")!.Sum(letter => letter) is var sum && sum % (Nonsense.Length + 2) is var at && at < Nonsense.Length ? Nonsense[at] : null;

        /// <summary>Where texts are hostile, another file than the form asks for; then one that it takes.</summary>
        private static (byte[] Bytes, string Name) File(string accept, string how, string target) => how switch
        {
            "nonsense" => (Bomb, "..\\\\plan.xlsx"),
            "plausible" or "once more" when accept.Contains(".csv", StringComparison.Ordinal) =>
                (target.Contains("/openness/", StringComparison.Ordinal) ? Programme : Plan, "<script>alert(7)<script>.csv"),
            "plausible" when accept.Contains("image/", StringComparison.Ordinal) => (SampleFiles.Png(64, 64), "<script>alert(7)<script>.png"),
            _ => (SampleFiles.Pdf(), "<script>alert(7)<script>.pdf"),
        };

        private static HttpContent Content(IHtmlFormElement form, List<(string Name, string? Value, string? File)> pairs, string how, string target)
        {
            if (form.Enctype != "multipart/form-data")
            {
                return new FormUrlEncodedContent(pairs.Where(pair => pair.Value is not null).Select(pair => KeyValuePair.Create(pair.Name, pair.Value)));
            }

            var content = new MultipartFormDataContent();
            foreach (var (name, value, file) in pairs)
            {
                if (file is not null)
                {
                    var (bytes, called) = File(file, how, target);
                    content.Add(new ByteArrayContent(bytes), $"\"{name}\"", $"\"{called}\"");
                }
                else if (value is not null)
                {
                    content.Add(new StringContent(value), $"\"{name}\"");
                }
            }

            return content;
        }

        /// <summary>No fault, and nothing of ours that runs.</summary>
        private async Task<IHtmlDocument?> JudgeAsync(string what, HttpResponseMessage answer)
        {
            if ((int)answer.StatusCode >= 500)
            {
                Faults.Add($"{what}: {(int)answer.StatusCode}");
                return null;
            }

            var kind = answer.Content.Headers.ContentType?.MediaType;
            if (kind == "text/csv")
            {
                var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
                if (Cells(text).Any(cell => cell.StartsWith("=1+1", StringComparison.Ordinal)))
                {
                    Faults.Add($"{what}: a cell is a formula");
                }

                return null;
            }

            if (kind is not ("text/html" or "application/xml" or "application/atom+xml" or "text/xml"))
            {
                return null;
            }

            var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            if (html.Contains(Script, StringComparison.OrdinalIgnoreCase) || html.Contains("<img src=x", StringComparison.Ordinal))
            {
                Faults.Add($"{what}: the script stands in the page");
            }

            if (kind != "text/html")
            {
                return null;
            }

            var page = await new AngleSharp.Html.Parser.HtmlParser().ParseDocumentAsync(html, TestContext.Current.CancellationToken);
            if (page.QuerySelectorAll("*").FirstOrDefault(element => element.Attributes.Any(attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal)
                || (attribute.Name is "href" or "src" or "action" or "formaction" && attribute.Value.TrimStart().StartsWith("javascript:", StringComparison.OrdinalIgnoreCase)))) is { } element)
            {
                Faults.Add($"{what}: {element.OuterHtml[..Math.Min(element.OuterHtml.Length, 200)]}");
            }

            return page;
        }
    }

    private static byte[] Csv(params string[] lines) => System.Text.Encoding.UTF8.GetBytes(string.Join("\r\n", lines));

    /// <summary>What stands in an address by its name and not by a number.</summary>
    [GeneratedRegex("(/(?:indicators|library|legal-rules|communes|processes|consultations|submissions|runs)/)[a-z0-9-]+")]
    private static partial Regex Named();

    [GeneratedRegex(@"\d+|[0-9a-f]{16,}")]
    private static partial Regex Numbers();

    /// <summary>The cells of a file as a spreadsheet reads them: a line that begins like a formula within a cell is none.</summary>
    private static IEnumerable<string> Cells(string text)
    {
        var (cell, quoted) = (new System.Text.StringBuilder(), false);
        foreach (var letter in text.TrimStart('\uFEFF'))
        {
            if (letter == '"')
            {
                quoted = !quoted;
            }
            else if (!quoted && (letter is ',' or ';' or '\n' or '\r'))
            {
                yield return cell.ToString();
                cell.Clear();
            }
            else
            {
                cell.Append(letter);
            }
        }

        yield return cell.ToString();
    }
}
