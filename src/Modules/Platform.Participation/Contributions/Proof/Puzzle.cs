using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace Platform.Participation.Contributions.Proof;

/// <summary>
/// Work that costs a browser a second and a machine that sends thousands an hour: to find a number that, behind the puzzle's seed, has a digest that begins with
/// so many zero bits. Checking it costs one digest. The worker in <c>proof.js</c> does the same arithmetic.
/// </summary>
internal static class Puzzle
{
    private const int SeedLength = 32;

    /// <summary>So that seed and number are one block of SHA-256.</summary>
    private const int LongestSolution = 12;

    /// <summary>What the work is done on: short, and of this puzzle only.</summary>
    public static string SeedOf(string puzzle) => Digest(puzzle)[..SeedLength];

    /// <summary>Names a puzzle where it is remembered that it was used.</summary>
    public static string Digest(string puzzle) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("puzzle:" + puzzle)));

    public static bool IsSolved(string puzzle, string? solution, int bits) =>
        solution is { Length: > 0 and <= LongestSolution } && solution.All(char.IsAsciiDigit) && ZeroBits(SeedOf(puzzle), solution) >= bits;

    /// <summary>As a browser does it.</summary>
    public static string Solve(string puzzle, int bits)
    {
        var seed = SeedOf(puzzle);
        for (var number = 0L; ; number++)
        {
            var solution = number.ToString(CultureInfo.InvariantCulture);
            if (ZeroBits(seed, solution) >= bits)
            {
                return solution;
            }
        }
    }

    private static int ZeroBits(string seed, string solution) =>
        BitOperations.LeadingZeroCount(BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(Encoding.ASCII.GetBytes(seed + solution))));
}
