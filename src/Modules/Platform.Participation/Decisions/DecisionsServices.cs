using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel.Measures;
using Platform.Ui.Acts;
using Platform.Ui.Workspace;

namespace Platform.Participation.Decisions;

internal static class DecisionsServices
{
    public static IServiceCollection AddDecisions(this IServiceCollection services) => services
        .AddScoped<RemarkReader>()
        .AddScoped<RoundCounter>()
        .AddScoped<Answering>()
        .AddScoped<IMeasureSource, ParticipationMeasures>()
        .AddScoped<IWorkSource, AnswerWork>()
        .AddActs<DecisionsTexts>("remark")
        .AddActs<DecisionsTexts>("round", "round.reported", "round.report-revised")
        .AddActs<DecisionsTexts>("decision", "decision.published", "decision.revised");
}
