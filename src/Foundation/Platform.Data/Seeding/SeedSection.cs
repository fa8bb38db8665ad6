using System.Text.RegularExpressions;

namespace Platform.Data.Seeding;

/// <summary>A section of a Markdown file: <c>## Title {#key}</c>, or <c>###</c> for a part of the section above it.</summary>
public sealed partial record SeedSection(string Key, string? ParentKey, string Title, string Text, long Line)
{
    internal static IReadOnlyList<SeedSection> Split(string[] lines, string file, List<SeedProblem> problems)
    {
        var sections = new List<SeedSection>();
        var text = new List<string>();
        SeedSection? open = null;
        string? parent = null;

        void Close()
        {
            if (open is not null)
            {
                sections.Add(open with { Text = string.Join('\n', text).Trim() });
            }

            text.Clear();
        }

        for (var i = 0; i < lines.Length; i++)
        {
            var heading = Heading().Match(lines[i]);
            if (!heading.Success)
            {
                if (lines[i].StartsWith("## ", StringComparison.Ordinal) || lines[i].StartsWith("### ", StringComparison.Ordinal))
                {
                    problems.Add(new(file, i + 1, "A heading of a section must end in its key: ## Title {#key}."));
                }
                else if (open is null && !string.IsNullOrWhiteSpace(lines[i]) && !lines[i].StartsWith("<!--", StringComparison.Ordinal))
                {
                    problems.Add(new(file, i + 1, "This text stands before the first section; put it below a heading."));
                }

                text.Add(lines[i]);
                continue;
            }

            Close();
            var key = heading.Groups["key"].Value;
            var isPart = heading.Groups["level"].Length == 3;
            if (sections.Exists(section => section.Key == key))
            {
                problems.Add(new(file, i + 1, $"The key '{key}' is used twice."));
            }

            open = new(key, isPart ? parent : null, heading.Groups["title"].Value.Trim(), "", i + 1);
            parent = isPart ? parent : key;
        }

        Close();
        return sections;
    }

    [GeneratedRegex(@"^(?<level>##{1,2}) (?<title>.+?)\s*\{#(?<key>[a-z0-9-]{1,60})\}\s*$", RegexOptions.ExplicitCapture)]
    private static partial Regex Heading();
}
