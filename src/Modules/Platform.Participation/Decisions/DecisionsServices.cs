using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel.Consulting;
using Platform.Kernel.Jobs;
using Platform.Kernel.Measures;
using Platform.Kernel.Publishing;
using Platform.Participation.Decisions.RoundReports;
using Platform.Participation.Decisions.Shaping;
using Platform.Participation.Decisions.Sifting;
using Platform.Participation.Decisions.Sorting;
using Platform.Ui.Acts;
using Platform.Ui.Workspace;

namespace Platform.Participation.Decisions;

internal static class DecisionsServices
{
    public static IServiceCollection AddDecisions(this IServiceCollection services) => services
        .AddScoped<RemarkReader>()
        .AddScoped<RoundCounter>()
        .AddScoped<CardCounter>()
        .AddScoped<Answering>()
        .AddScoped<RemarkTable>()
        .AddScoped<Bursts>()
        .AddScoped<RoundReportShelf>()
        .AddScoped<RoundReportDocument>()
        .AddScoped<OutdatedReports>()
        .AddKeyedScoped<ICommuneJob, RoundReportMaker>(RoundReportMaker.JobName)
        .AddSingleton(new JobSchedule(RoundReportMaker.JobName, "0 20 4 * * ?"))
        .AddScoped<Undertakings>()
        .AddScoped<INewsSource, RemarkNews>()
        .AddScoped<IMeasureSource, ParticipationMeasures>()
        .AddScoped<IWorkSource, AnswerWork>()
        .AddScoped<Sorter>()
        .AddScoped<IShapers, Shapers>()
        .AddScoped<IdeaMerger>()
        .AddScoped<IWorkSource, AssignedWork>()
        .AddActs<SortingTexts>("theme")
        .AddActs<SortingTexts>("assignment")
        .AddActs<SortingTexts>("idea")
        .AddActs<DecisionsTexts>("remark")
        .AddActs<DecisionsTexts>("round", "round.reported", "round.report-revised")
        .AddActs<DecisionsTexts>("decision", "decision.published", "decision.revised");
}
