using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Platform.TestKit;

namespace Platform.UnitTests.Architecture;

/// <summary>Every act that is recorded and every mail that is sent has its words, in both languages, where the platform looks for them.</summary>
public sealed partial class WordsTests
{
    /// <summary>Verbs put together from parts: the expression as it stands in code, and every verb that it can be.</summary>
    private static readonly Dictionary<string, string[]> Composed = new(StringComparer.Ordinal)
    {
        ["$\"{kind}.archived\""] = ["axis.archived", "activity.archived"],
        ["$\"{(kind==\"axis\"?\"axis\":\"activity\")}.arranged\""] = ["axis.arranged", "activity.arranged"],
        ["$\"openness.{kind}-restored\""] = ["openness.milestone-restored", "openness.project-restored"],
        ["$\"openness.{kind}-archived\""] = ["openness.milestone-archived", "openness.project-archived"],

        // Handed on: the helper of one page is itself looked for; the desk of the commune's identity has one caller.
        ["verb"] = ["commune.described"],
        ["\"submission.\"+Words.Of(state)"] = ["submission.accepted", "submission.returned", "submission.reopened"],
    };

    private static readonly IReadOnlyList<(string File, string Text)> Code =
    [
        .. Files("*.cs").Select(file => (file, File.ReadAllText(file))),
    ];

    private static readonly ILookup<string, string> TextsOfThing = Code
        .SelectMany(each => Registered().Matches(each.Text))
        .ToLookup(match => match.Groups[2].Value, match => match.Groups[1].Value);

    private static readonly ConcurrentDictionary<string, HashSet<string>> Read = new(StringComparer.Ordinal);

    [Theory]
    [InlineData("ar")]
    [InlineData("fr")]
    public void Every_act_that_is_recorded_has_words(string language)
    {
        var verbs = Code.SelectMany(each => Recorded(each.Text).Select(verb => (verb, each.File))).ToList();
        Assert.True(verbs.Count > 60, $"Only {verbs.Count} acts were found in the code.");

        Assert.Empty(verbs.Where(each => !Keys(language, each.verb.Split('.')[0]).Contains("Act." + each.verb)).Select(each => $"{each.verb} in {Path.GetFileName(each.File)}").Distinct());
    }

    [Theory]
    [InlineData("ar")]
    [InlineData("fr")]
    public void Every_mail_has_a_subject_and_a_body_and_a_button_where_it_leads_somewhere(string language)
    {
        var mails = Code.SelectMany(each => Mails(each.Text).Select(mail => (mail.Texts, mail.Keys, mail.Leads, each.File))).ToList();
        Assert.True(mails.Count > 5, $"Only {mails.Count} mails were found in the code.");
        Assert.DoesNotContain(mails, mail => mail.Keys.Count == 0);

        Assert.Empty(
            from mail in mails
            let known = KeysOf(mail.Texts, language)
            from key in mail.Keys
            from part in mail.Leads ? new[] { "Subject", "Body", "Button" } : ["Subject", "Body"]
            where !known.Contains(key + part)
            select $"{key}{part} in {mail.Texts}.{language}, for {Path.GetFileName(mail.File)}");
    }

    [Theory]
    [InlineData("audit.Record(\"charter.adopted\", Subject(x));", "charter.adopted")]
    [InlineData("Audit.RecordChange(publish ? \"document.published\" : \"document.withdrawn\", subject);", "document.published document.withdrawn")]
    [InlineData("audit.Record(\n    $\"{kind}.archived\", subject)", "axis.archived activity.archived")]
    [InlineData("audit.Record(count == 5 ? Held : Failed, x); const string Held = \"account.held\"; const string Failed = \"account.failed\";", "account.held account.failed")]
    [InlineData("book.Record(\"not.audited\")", "")]
    public void Acts_are_found_in_code(string code, string verbs) => Assert.Equal(verbs.Split(' ', StringSplitOptions.RemoveEmptyEntries), Recorded(code));

    [Theory]
    [InlineData("mails.Send(to, language, MailText.Of<SignInTexts>(\"NewDevice\", name, Now()).Leading(link));", "SignInTexts NewDevice True")]
    [InlineData("MailText.Of<T>(late ? \"Late\" : \"Due\", x)", "T Late,Due False")]
    public void Mails_are_found_in_code(string code, string mail)
    {
        var (texts, keys, leads) = Assert.Single(Mails(code));
        Assert.Equal(mail, $"{texts} {string.Join(',', keys)} {leads}");
    }

    [Fact]
    public void A_verb_that_cannot_be_found_out_is_not_passed_over() =>
        Assert.Throws<InvalidOperationException>(() => Recorded("audit.Record(Unheard(of), subject)").ToList());

    /// <summary>The verbs that a file records: literals, constants of the same file, or what <see cref="Composed"/> says of an expression.</summary>
    private static IEnumerable<string> Recorded(string code)
    {
        foreach (Match call in Call().Matches(code))
        {
            var argument = First(code[(call.Index + call.Length)..]);
            if (argument.StartsWith("string ", StringComparison.Ordinal))
            {
                continue;
            }

            if (Composed.TryGetValue(Spaces().Replace(argument, ""), out var composed))
            {
                foreach (var verb in composed)
                {
                    yield return verb;
                }

                continue;
            }

            // A condition can hold literals too; only what looks like a verb is one.
            var found = Literals(argument).Where(literal => Verb().IsMatch(literal))
                .Concat(Name().Matches(argument).SelectMany(name => Regex.Matches(code, $@"const string {name.Value} = ""([a-z-]+\.[a-z-]+)"";").Select(constant => constant.Groups[1].Value)))
                .ToList();
            if (found.Count == 0)
            {
                throw new InvalidOperationException($"Which verbs can '{argument.Trim()}' be? Say it in {nameof(Composed)}.");
            }

            foreach (var verb in found)
            {
                yield return verb;
            }
        }
    }

    /// <summary>The mails that a file writes: whose texts, which of them, and whether it leads somewhere.</summary>
    private static IEnumerable<(string Texts, List<string> Keys, bool Leads)> Mails(string code)
    {
        foreach (Match mail in Mail().Matches(code))
        {
            var rest = code[(mail.Index + mail.Length)..];
            yield return (mail.Groups[1].Value, Literals(First(rest)), rest.Split(';')[0].Contains(".Leading(", StringComparison.Ordinal));
        }
    }

    /// <summary>The first argument of a call, from behind its parenthesis.</summary>
    private static string First(string code)
    {
        var (depth, quoted) = (0, false);
        for (var at = 0; at < code.Length; at++)
        {
            quoted ^= code[at] == '"';
            depth += quoted ? 0 : code[at] is '(' or '{' or '[' ? 1 : code[at] is ')' or '}' or ']' ? -1 : 0;
            if (!quoted && (depth < 0 || (depth == 0 && code[at] == ',')))
            {
                return code[..at];
            }
        }

        return code;
    }

    private static List<string> Literals(string expression) => [.. Literal().Matches(expression).Select(match => match.Groups[1].Value)];

    /// <summary>Where the words of an act on this thing are looked for: in the texts of the room that says so, and in those of the trail itself.</summary>
    private static HashSet<string> Keys(string language, string thing) =>
        [.. KeysOf("ActsTexts", language), .. TextsOfThing[thing].SelectMany(texts => KeysOf(texts, language))];

    private static HashSet<string> KeysOf(string texts, string language) => Read.GetOrAdd(
        $"{texts}.{language}.resx", name => [.. Files(name).SelectMany(file => Sources.KeysOf(File.ReadAllText(file)))]);

    private static IEnumerable<string> Files(string pattern) => Directory.GetFiles(Path.Combine(Repository.Root, "src"), pattern, SearchOption.AllDirectories)
        .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or "node_modules" or "Migrations"));

    [GeneratedRegex(@"(?<![A-Za-z""<>])(?:[aA]udit\.Record(?:Change|ReadAsync|Nationally)?|console\.AuditAsync|(?<=\s)Record)\(")]
    private static partial Regex Call();

    [GeneratedRegex(@"AddActs<(\w+)>\(\s*""([a-z-]+)""")]
    private static partial Regex Registered();

    [GeneratedRegex(@"MailText\s*\.Of<(\w+)>\(")]
    private static partial Regex Mail();

    [GeneratedRegex("\"([^\"]*)\"")]
    private static partial Regex Literal();

    [GeneratedRegex(@"^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*$")]
    private static partial Regex Verb();

    [GeneratedRegex(@"\b[A-Z]\w+\b")]
    private static partial Regex Name();

    [GeneratedRegex(@"\s")]
    private static partial Regex Spaces();
}
