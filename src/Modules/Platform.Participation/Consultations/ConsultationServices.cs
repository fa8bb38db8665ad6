using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel.Communes;
using Platform.Kernel.People;
using Platform.Kernel.Publishing;
using Platform.Participation.Consultations.Editing;
using Platform.Ui;
using Platform.Ui.Acts;
using Platform.Ui.Workspace;

namespace Platform.Participation.Consultations;

internal static class ConsultationServices
{
    public static IServiceCollection AddConsultations(this IServiceCollection services) => services
        .AddScoped<ConsultationReader>()
        .AddScoped<ConsultableSources>()
        .AddScoped<ConsultationDesk>()
        .AddScoped<AnswerLaw>()
        .AddScoped<IWorkSource, ConsultationWork>()
        .AddScoped<IOpenNowSource, ConsultationChanges>()
        .AddScoped<IChangeSource, ConsultationChanges>()
        .AddScoped<ConsultationNews>()
        .AddScoped<INewsSource, ConsultationNews>()
        .AddKeyedScoped<ISitemapSource, ConsultationChanges>(SiteKind.Commune)
        .AddActs<ConsultationEditingTexts>("consultation", "consultation.announced", "consultation.extended")
        .AddWorkspaceEntry<ConsultationEditingTexts>(610, "/workspace/consultations", "Consultations", Area.Participation)
        .AddNavigation<ConsultationTexts>(450, SiteKind.Commune, "/consultations", "Navigation", Feature.Consultations);
}
