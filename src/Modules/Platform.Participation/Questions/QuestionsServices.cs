using Microsoft.Extensions.DependencyInjection;
using Platform.Participation.Questions.Desk;
using Platform.Ui.Acts;
using Platform.Ui.Workspace;

namespace Platform.Participation.Questions;

internal static class QuestionsServices
{
    public static IServiceCollection AddQuestions(this IServiceCollection services) => services
        .AddScoped<QuestionReader>()
        .AddScoped<ResultsReader>()
        .AddScoped<SheetBursts>()
        .AddScoped<UnprovedSheets>()
        .AddScoped<IWorkSource, WordsWork>()
        .AddActs<QuestionsTexts>("question")
        .AddActs<QuestionsTexts>("words");
}
