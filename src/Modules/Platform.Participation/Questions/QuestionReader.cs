using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Participation.Consultations;

namespace Platform.Participation.Questions;

/// <summary>Reads the short form of a consultation: its questions with their answers to choose from.</summary>
internal sealed class QuestionReader(CommuneContext db)
{
    /// <summary>Into the consultation that asks them, so that <see cref="Questionnaire"/> knows them; not tracked.</summary>
    public async Task<Questionnaire> FillAsync(Consultation consultation, CancellationToken cancellation)
    {
        if (consultation.Questions.Count == 0 || consultation.Questions.Exists(question => question.Kind != QuestionKind.Text && question.Options.Count == 0))
        {
            consultation.Questions.Clear();
            consultation.Questions.AddRange(await db.Set<Question>().AsNoTracking()
                .Where(question => question.ConsultationId == consultation.Id).OrderBy(question => question.Position)
                .Include(question => question.Options.OrderBy(option => option.Number)).ToListAsync(cancellation));
        }

        return Questionnaire.Of(consultation);
    }

    /// <summary>Whether somebody answered the form before, whatever with.</summary>
    public Task<List<GivenAnswer>> OfPersonAsync(int consultation, string person, CancellationToken cancellation) => db.Set<GivenAnswer>().AsNoTracking()
        .Where(answer => answer.ConsultationId == consultation && answer.Contribution.Participant.Key == person).ToListAsync(cancellation);
}
