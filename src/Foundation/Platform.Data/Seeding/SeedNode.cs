using System.Globalization;
using Platform.Kernel.Text;
using YamlDotNet.RepresentationModel;

namespace Platform.Data.Seeding;

/// <summary>
/// A node of a YAML file that is asked for what the schema says should be there. What is missing or wrong becomes a problem, and reading goes on, so
/// that an editor sees all mistakes at once.
/// </summary>
public sealed class SeedNode
{
    private readonly YamlNode node;
    private readonly string file;
    private readonly List<SeedProblem> problems;
    private readonly Dictionary<string, YamlNode> children = new(StringComparer.Ordinal);

    internal SeedNode(YamlNode node, string file, List<SeedProblem> problems)
    {
        (this.node, this.file, this.problems) = (node, file, problems);
        if (node is YamlMappingNode mapping)
        {
            foreach (var (key, value) in mapping.Children)
            {
                if (key is YamlScalarNode { Value: { } word })
                {
                    children[word] = value;
                }
                else
                {
                    problems.Add(new(file, key.Start.Line, "A key is one word, before a colon; quote a text that begins with a brace or bracket."));
                }
            }
        }
    }

    public long Line => node.Start.Line;

    public void Refuse(string message) => problems.Add(new(file, Line, message));

    /// <summary>Refuses keys that the schema does not know: most often a slip of the pen.</summary>
    public SeedNode Allow(params ReadOnlySpan<string> keys)
    {
        if (node is not YamlMappingNode)
        {
            Refuse("Here must stand keys with values.");
            return this;
        }

        foreach (var (key, value) in children)
        {
            if (!keys.Contains(key))
            {
                problems.Add(new(file, value.Start.Line, $"'{key}' is not known here; write one of: {string.Join(", ", keys.ToArray())}."));
            }
        }

        return this;
    }

    public bool Has(string key) => children.ContainsKey(key);

    public SeedNode? Child(string key) =>
        children.TryGetValue(key, out var child) && !IsEmpty(child) ? new SeedNode(child, file, problems) : null;

    /// <summary>The items of a list, none where the key is absent.</summary>
    public IReadOnlyList<SeedNode> Items(string key)
    {
        if (!children.TryGetValue(key, out var child) || IsEmpty(child))
        {
            return [];
        }

        if (child is YamlSequenceNode sequence)
        {
            return [.. sequence.Children.Select(item => new SeedNode(item, file, problems))];
        }

        problems.Add(new(file, child.Start.Line, $"'{key}' must be a list."));
        return [];
    }

    public string? Text(string key, int maxLength = 400)
    {
        if (Scalar(key) is not { Length: > 0 } text)
        {
            return null;
        }

        if (text.Length > maxLength)
        {
            RefuseAt(key, $"'{key}' is longer than {maxLength} characters.");
        }

        return text;
    }

    public string RequiredText(string key, int maxLength = 400)
    {
        if (Text(key, maxLength) is { } text)
        {
            return text;
        }

        Refuse($"'{key}' is missing.");
        return "?";
    }

    public LocalizedText? Localized(string key) => Child(key)?.AsLocalized();

    public LocalizedText RequiredLocalized(string key)
    {
        if (Localized(key) is { } text)
        {
            return text;
        }

        Refuse($"'{key}' is missing: write {key}: {{ar: …, fr: …}}.");
        return new("?");
    }

    /// <summary>This node itself as <c>{ar, fr, zgh}</c>.</summary>
    public LocalizedText AsLocalized()
    {
        Allow("ar", "fr", "zgh");
        var arabic = Scalar("ar")?.Trim();
        if (string.IsNullOrEmpty(arabic))
        {
            Refuse("The Arabic text 'ar' is missing.");
            return new("?");
        }

        return new(arabic, Scalar("fr")?.Trim(), Scalar("zgh")?.Trim());
    }

    public int? Whole(string key, int min = 0, int max = int.MaxValue)
    {
        if (Scalar(key) is not { } text)
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= min && number <= max)
        {
            return number;
        }

        RefuseAt(key, $"'{key}' must be a whole number from {min} to {max}.");
        return null;
    }

    public int RequiredWhole(string key, int min = 0, int max = int.MaxValue)
    {
        if (!Has(key))
        {
            Refuse($"'{key}' is missing.");
        }

        return Whole(key, min, max) ?? min;
    }

    public decimal? Number(string key)
    {
        if (Scalar(key) is not { } text)
        {
            return null;
        }

        if (decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        RefuseAt(key, $"'{key}' must be a number.");
        return null;
    }

    public bool? YesNo(string key)
    {
        switch (Scalar(key))
        {
            case null:
                return null;
            case "true":
                return true;
            case "false":
                return false;
            default:
                RefuseAt(key, $"'{key}' must be true or false.");
                return null;
        }
    }

    public DateOnly? Date(string key)
    {
        if (Scalar(key) is not { } text)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
        }

        RefuseAt(key, $"'{key}' must be a date such as 2024-05-31.");
        return null;
    }

    public DateOnly RequiredDate(string key)
    {
        if (!Has(key))
        {
            Refuse($"'{key}' is missing: write a date such as 2024-05-31.");
        }

        return Date(key) ?? DateOnly.MinValue;
    }

    /// <summary>A word of an enumeration, written in lower case with hyphens: <c>consultative-body</c>.</summary>
    public T? Word<T>(string key)
        where T : struct, Enum
    {
        if (Scalar(key) is not { } text)
        {
            return null;
        }

        if (MachineWord.TryRead<T>(text, out var word))
        {
            return word;
        }

        RefuseAt(key, $"'{text}' is not known; write one of: {string.Join(", ", Enum.GetValues<T>().Select(MachineWord.Of))}.");
        return null;
    }

    public T RequiredWord<T>(string key)
        where T : struct, Enum
    {
        if (!Has(key))
        {
            Refuse($"'{key}' is missing; write one of: {string.Join(", ", Enum.GetValues<T>().Select(MachineWord.Of))}.");
        }

        return Word<T>(key) ?? default;
    }

    public IReadOnlyList<string> Words(string key) =>
        [.. Items(key).Select(item => (item.node as YamlScalarNode)?.Value ?? "").Where(word => word.Length > 0)];

    /// <summary>Where the item comes from, or where its parent does.</summary>
    public SeedSource? Source(SeedSource? inherited = null)
    {
        if (Child("source") is not { } source)
        {
            return inherited;
        }

        source.Allow("document", "section");
        return new(source.RequiredText("document", SeedSource.DocumentLength), source.Text("section", SeedSource.SectionLength));
    }

    private string? Scalar(string key)
    {
        if (!children.TryGetValue(key, out var child) || IsEmpty(child))
        {
            return null;
        }

        if (child is YamlScalarNode scalar)
        {
            return scalar.Value;
        }

        problems.Add(new(file, child.Start.Line, $"'{key}' must be a single value."));
        return null;
    }

    private void RefuseAt(string key, string message) => problems.Add(new(file, children[key].Start.Line, message));

    private static bool IsEmpty(YamlNode node) => node is YamlScalarNode { Value: null or "" or "~" or "null" };
}
