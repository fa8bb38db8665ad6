using System.Globalization;
using Platform.Participation.Contributions.Proof;

namespace Platform.UnitTests.Participation;

public sealed class PuzzleTests
{
    private const int Bits = 10;

    [Fact]
    public void What_solves_a_puzzle_solves_no_other_and_no_harder_one_by_itself()
    {
        var solution = Puzzle.Solve("one", Bits);

        Assert.True(Puzzle.IsSolved("one", solution, Bits));
        Assert.Equal(32, Puzzle.SeedOf("one").Length);
        Assert.NotEqual(Puzzle.SeedOf("one"), Puzzle.SeedOf("two"));
        Assert.Equal(long.Parse(solution, CultureInfo.InvariantCulture), Enumerable.Range(0, 1_000_000).First(number => Puzzle.IsSolved("one", number.ToString(CultureInfo.InvariantCulture), Bits)));
        Assert.Contains(Enumerable.Range(0, 30), other => !Puzzle.IsSolved($"another {other}", solution, Bits));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("-1")]
    [InlineData(" 1")]
    [InlineData("1234567890123")]
    [InlineData("\u0661\u0662")]
    public void What_is_no_number_solves_nothing(string? solution) => Assert.False(Puzzle.IsSolved("one", solution, 0));
}
