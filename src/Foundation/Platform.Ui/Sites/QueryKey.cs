namespace Platform.Ui.Sites;

/// <summary>A key that an endpoint of the API reads from the query itself, so that <c>/openapi/v1.json</c> can tell of it.</summary>
/// <param name="Name">As it is written in the address.</param>
/// <param name="Meaning">What it does, in English: what developers of other systems read.</param>
public sealed record QueryKey(string Name, string Meaning)
{
    /// <summary>A whole number; otherwise text.</summary>
    public bool IsNumber { get; init; }

    /// <summary>May be given several times.</summary>
    public bool Repeatable { get; init; }

    /// <summary>The only values that it takes, where they can be listed; asked for when the description is written.</summary>
    public Func<IServiceProvider, IEnumerable<string>>? Allowed { get; init; }

    /// <summary>The form of a value, as a regular expression.</summary>
    public string? Pattern { get; init; }

    public int? Least { get; init; }

    /// <summary>The largest number, or the longest text.</summary>
    public int? Most { get; init; }

    /// <summary>What counts where the key is left out; none where that is no fixed value.</summary>
    public object? Default { get; init; }

    /// <summary>The period of a figure.</summary>
    public static QueryKey Period(string left) =>
        new("period", $"Month (2026-10), quarter (2026-Q4) or year (2026). {left}") { Pattern = "^[0-9]{4}(-(0[1-9]|1[0-2]|Q[1-4]))?$" };
}
