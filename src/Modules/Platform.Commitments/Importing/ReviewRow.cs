using System.Security.Cryptography;
using System.Text;

namespace Platform.Commitments.Importing;

/// <summary>A row as the review shows it, whatever is imported.</summary>
/// <param name="Key">Its place in the draft, from 1; it stays whatever is corrected.</param>
/// <param name="Texts">As the file tells it and the person has corrected it.</param>
/// <param name="Chosen">What the person has chosen for it.</param>
/// <param name="Action">What will be done with it; never <see cref="RowChoice.Suggested"/>.</param>
internal sealed record ReviewRow(int Key, RowPlace Place, IReadOnlyDictionary<string, string> Texts, RowChoice Chosen, RowChoice Action)
{
    /// <summary>What it is about: key of its name, after <c>Kind</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>What it is known by, beside its title.</summary>
    public string Number { get; init; } = "";

    public string Title { get; init; } = "";

    /// <summary>What it is part of, in the person's language, where that is worth saying beside its kind.</summary>
    public string? Within { get; init; }

    /// <summary>The rows that follow belong to it.</summary>
    public bool IsHead { get; init; }

    public bool Corrected { get; init; }

    /// <summary>What there is already of the same.</summary>
    public string? Twin { get; init; }

    /// <summary>Key of the row of the file that says the same.</summary>
    public int? TwinRow { get; init; }

    public IReadOnlyList<RowProblem> Problems { get; init; } = [];

    public IReadOnlyList<ImportNote> Notes { get; init; } = [];

    /// <summary>Headings of what the file says otherwise than what is there.</summary>
    public IReadOnlyList<string> Differences { get; init; } = [];

    public IReadOnlyList<RowChoice> Choices { get; init; } = [];

    /// <summary>What its form asks for.</summary>
    public IReadOnlyList<ReviewCell> Cells { get; init; } = [];

    public bool IsTwin => Twin is not null || TwinRow is not null;

    /// <summary>Stands in the way of applying: wrong, and not left out.</summary>
    public bool Blocks => Problems.Count > 0 && Action != RowChoice.Skip;

    /// <summary>Changes with the row: tells a form that was filled from it whether it is still the same.</summary>
    public string Stamp => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Join('\n', Texts.OrderBy(text => text.Key, StringComparer.Ordinal).Select(text => text.Key + "=" + text.Value).Append(Chosen.ToString())))))[..16];

    public string HeadingOf(string column) => Cells.FirstOrDefault(cell => cell.Key == column)?.Heading ?? column;
}

/// <summary>A cell of a row: what the file says in a column.</summary>
/// <param name="Shown">As people read it.</param>
internal sealed record ReviewCell(string Key, string Heading, string Text, string Shown)
{
    /// <summary>Stands in the head of the row, and not again below.</summary>
    public bool InHead { get; init; }

    /// <summary>Asked for whether the file tells it or not.</summary>
    public bool IsFirst { get; init; }

    /// <summary>Several lines.</summary>
    public bool IsLong { get; init; }

    /// <summary>Key of the sentence that says how it is filled, if one does.</summary>
    public string? Help { get; init; }

    /// <summary>The words that it can be, if they are few.</summary>
    public IReadOnlyList<CellOption> Options { get; init; } = [];
}

internal sealed record CellOption(string Word, string Name, bool Selected);

/// <summary>How many rows do the same.</summary>
/// <param name="Name">Key of what is counted.</param>
internal sealed record ImportCount(string Name, int Count);
