using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Data;
using Platform.Kernel.Communes;
using Platform.Kernel.Time;
using Platform.Participation.Consultations;
using Platform.Participation.Questions;
using Platform.Ui.Workspace;

namespace Platform.Participation.Contributions.Paper;

/// <summary>A page of the workspace about the paper cards of a consultation.</summary>
internal abstract class PaperPage : WorkspacePage
{
    public Consultation Consultation { get; private set; } = null!;

    public DateTime Now { get; private set; }

    /// <summary>None before the first card is printed.</summary>
    public PaperSeries? Series { get; protected set; }

    /// <summary>What a card can be about: cards, ideas and sections, in the order of the document.</summary>
    public IReadOnlyList<Matter> Heads { get; private set; } = [];

    public Questionnaire Questionnaire => Questionnaire.Of(Consultation);

    /// <summary>What is put in order of importance; nothing where that is not asked for.</summary>
    public IReadOnlyList<Matter> Things => Consultation.TakesPriorities ? PriorityFigures.ThingsOf(Heads) : [];

    /// <summary>Whether there are sheets of questions and priorities beside the cards for notes.</summary>
    public bool HasForm => Consultation.Questions.Count > 0 || Things.Count > 0;

    /// <summary>For the questions that ask for one.</summary>
    public IReadOnlyList<Neighbourhood> Neighbourhoods { get; private set; } = [];

    /// <summary>Cards are typed in while the consultation is open, and those that were written in time until the report.</summary>
    public bool TakesCards => Consultation.PhaseAt(Now) is ConsultationPhase.Open or ConsultationPhase.Answering;

    protected CommuneContext Db => HttpContext.RequestServices.GetRequiredService<CommuneContext>();

    /// <returns>False where there is no such consultation.</returns>
    protected async Task<bool> FindAsync(string slug, CancellationToken cancellation)
    {
        Now = HttpContext.RequestServices.GetRequiredService<TimeProvider>().UtcNow();
        if (await Db.Set<Consultation>().AsNoTracking().FirstOrDefaultAsync(one => one.Slug == slug, cancellation) is not { } found)
        {
            return false;
        }

        Consultation = found;
        Series = await Db.Set<PaperSeries>().FirstOrDefaultAsync(series => series.ConsultationId == found.Id, cancellation);
        Heads = await Db.Set<Matter>().AsNoTracking()
            .Where(matter => matter.ConsultationId == found.Id && matter.ParentKey == null)
            .OrderBy(matter => matter.Position).ToListAsync(cancellation);
        await HttpContext.RequestServices.GetRequiredService<QuestionReader>().FillAsync(found, cancellation);
        Neighbourhoods = [.. (await HttpContext.RequestServices.GetRequiredService<INeighbourhoods>().AllAsync(cancellation)).Where(place => place.IsCurrent)];
        return true;
    }
}
