using Microsoft.EntityFrameworkCore;

namespace Platform.Participation.Consultations;

/// <summary>A consultation that holds questions only is called a survey: nothing is put before people but a short form.</summary>
internal static class Surveys
{
    /// <summary>Of one that is loaded with its matters and questions.</summary>
    public static bool IsSurvey(this Consultation consultation) =>
        consultation is { About: null, TakesIdeas: false, TakesPriorities: false, Matters.Count: 0, Questions.Count: > 0 };

    /// <summary>Numbers of those among some.</summary>
    public static async Task<IReadOnlySet<int>> SurveysAmongAsync(this IQueryable<Consultation> all, IEnumerable<Consultation> some, CancellationToken cancellation)
    {
        var ids = some.Where(one => one is { About: null, TakesIdeas: false, TakesPriorities: false }).Select(one => one.Id).ToList();
        return ids.Count == 0
            ? new HashSet<int>()
            : (await all.Where(one => ids.Contains(one.Id) && one.Questions.Any() && !one.Matters.Any()).Select(one => one.Id).ToListAsync(cancellation)).ToHashSet();
    }
}
