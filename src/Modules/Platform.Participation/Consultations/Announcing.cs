using Platform.Kernel.Time;
using Platform.Participation.Processes;
using Platform.Participation.Questions;

namespace Platform.Participation.Consultations;

/// <summary>What keeps a consultation from being announced.</summary>
internal enum Obstacle
{
    /// <summary>Its process is not on the site, and the public could not see what it belongs to.</summary>
    ProcessNotPublished,
    ProcessClosed,

    /// <summary>By its own times it is over.</summary>
    OverAlready,

    /// <summary>There is nothing to say anything about, no ideas are asked for, and no questions asked.</summary>
    NothingAsked,

    /// <summary>Nothing, or one thing only, is there to be put in order.</summary>
    NothingToOrder,

    /// <summary>A question asks for a neighbourhood, and the commune has no list of them.</summary>
    NoNeighbourhoods,

    /// <summary>Answers would be due while it is still open.</summary>
    AnsweredBeforeClosing,
}

internal static class Announcing
{
    /// <param name="matters">What it will be about.</param>
    /// <param name="neighbourhoods">Whether the commune has a list of them.</param>
    public static IReadOnlyList<Obstacle> ObstaclesTo(Consultation consultation, Process process, IReadOnlyCollection<Matter> matters, DateTime now, bool neighbourhoods = true)
    {
        var obstacles = new List<Obstacle>();
        Add(!process.IsPublished, Obstacle.ProcessNotPublished);
        Add(process.ClosedAt is not null, Obstacle.ProcessClosed);
        Add(consultation.ClosesAt <= now, Obstacle.OverAlready);
        Add(matters.Count == 0 && !consultation.TakesIdeas && consultation.Questions.Count == 0, Obstacle.NothingAsked);
        Add(consultation.TakesPriorities && matters.Count(Matters.IsHead) < 2, Obstacle.NothingToOrder);
        Add(!neighbourhoods && consultation.Questions.Exists(question => question.Kind == QuestionKind.Neighbourhood), Obstacle.NoNeighbourhoods);
        Add(consultation.AnswersBy < ClosingDay(consultation.ClosesAt), Obstacle.AnsweredBeforeClosing);
        return obstacles;

        void Add(bool there, Obstacle obstacle)
        {
            if (there)
            {
                obstacles.Add(obstacle);
            }
        }
    }

    /// <summary>The day on which it closes in Morocco: of what closes at midnight, the day that ends then.</summary>
    public static DateOnly ClosingDay(DateTime closesAt) => DateOnly.FromDateTime(MoroccoTime.FromUtc(closesAt).AddTicks(-1));
}
