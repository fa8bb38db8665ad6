using System.Globalization;
using Platform.Data.Seeding;

namespace Platform.Commitments.OpennessProgramme;

/// <summary>What <c>openness-programme.yaml</c> holds that was never brought from it; what the commune took away or reworded does not come back.</summary>
/// <param name="brought">Where nothing is remembered yet and a programme is there, only what has a number or a key of its own can be told to be missing.</param>
internal sealed class ProgrammeAdditions(SeedLedger brought)
{
    private readonly bool textsAreKnown = brought.HasBegun;

    /// <summary>All of it came: a programme that was not there before.</summary>
    public void Remember(Programme programme)
    {
        programme.Projects.ForEach(project => brought.IsNew(KeyOf(project)));
        programme.Figures.ForEach(figure => brought.IsNew("figure:" + figure.Key));
        programme.Milestones.ForEach(milestone => brought.IsNew(KeyOf(milestone)));
        programme.Statements.ForEach(statement => brought.IsNew(KeyOf(statement)));
        programme.Members.ForEach(member => brought.IsNew(KeyOf(member)));
    }

    /// <param name="there">With all its lists.</param>
    /// <param name="file">What is new of it moves to the programme that is there.</param>
    public void Complete(Programme there, Programme file)
    {
        there.Projects.AddRange(file.Projects.Where(project => brought.IsNew(KeyOf(project)) && !there.Projects.Exists(other => other.Number == project.Number)));
        there.Figures.AddRange(file.Figures.Where(figure => brought.IsNew("figure:" + figure.Key) && !there.Figures.Exists(other => other.Key == figure.Key)));
        there.Milestones.AddRange(file.Milestones.Where(milestone => brought.IsNew(KeyOf(milestone)) && textsAreKnown));
        there.Statements.AddRange(file.Statements.Where(statement => brought.IsNew(KeyOf(statement)) && textsAreKnown));
        there.Members.AddRange(file.Members.Where(member => brought.IsNew(KeyOf(member)) && textsAreKnown));
    }

    private static string KeyOf(Project project) => string.Create(CultureInfo.InvariantCulture, $"project:{project.Number}");

    private static string KeyOf(Milestone milestone) => SeedKeys.Of($"milestone:{milestone.From:yyyy-MM-dd}", milestone.Title);

    private static string KeyOf(Statement statement) => SeedKeys.Of($"statement:{statement.Kind}", statement.Title);

    private static string KeyOf(CommitteeMember member) => SeedKeys.Of("member", member.Name);
}
