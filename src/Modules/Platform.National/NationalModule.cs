using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Platform.Data.Outbox;
using Platform.Data.Seeding;
using Platform.Kernel.Communes;
using Platform.Kernel.Jobs;
using Platform.Kernel.People;
using Platform.Kernel.Reporting;
using Platform.National.CharterModels;
using Platform.National.CommuneOffice;
using Platform.National.Comparison;
using Platform.National.Dashboard;
using Platform.National.FollowUp;
using Platform.National.Intake;
using Platform.National.LegalRules;
using Platform.National.NationalHome;
using Platform.National.Reporting;
using Platform.National.Runs;
using Platform.National.StandardLibrary;
using Platform.Ui;
using Platform.Ui.Workspace;

namespace Platform.National;

/// <summary>What all communes reported, side by side.</summary>
public static class NationalModule
{
    public static IServiceCollection AddNational(this IServiceCollection services)
    {
        services.AddScoped<CommuneRegister>();
        services.AddScoped<ICommuneSeeder, RegisterSeeder>();
        services.AddScoped<IOutboxHandler, IntakeHandler>();
        services.AddKeyedScoped<ICommuneJob, IntakeJob>(IntakeJob.JobName);
        services.AddSingleton(IntakeJob.Schedule);
        services.AddScoped<IReportingPeriods, OpenPeriods>();
        services.AddScoped<SubmissionsReader>();
        services.AddScoped<Decisions>();
        services.AddScoped<IStaffWorkSource, ReviewWork>();
        services.AddScoped<IOutboxHandler, SubmissionIntake>();
        services.AddScoped<IOutboxHandler, ReminderIntake>();
        services.AddStaffEntry<ReportingTexts>(200, "/workspace/submissions", "Submissions", Role.Analyst, Role.DgctOfficer);
        services.AddStaffEntry<ReportingTexts>(300, "/workspace/reporting-periods", "ReportingPeriods", Role.DgctOfficer);
        services.AddScoped<Words>();
        services.AddSingleton<StandardAxes>();
        services.AddScoped<DashboardReader>();
        services.AddScoped<AxesReader>();
        services.AddScoped<RegionReader>();
        services.AddScoped<DashboardExport>();
        services.AddCharterModels();
        services.AddCommuneOffice();
        services.AddRuns();
        services.AddFollowUp();
        services.AddLegalRules();
        services.AddLibrary();
        return services.AddNavigation<DashboardTexts>(100, SiteKind.National, "/dashboard", "Dashboard");
    }

    public static IEndpointRouteBuilder MapNational(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapCommuneList();
        endpoints.MapIndicatorFigures();
        endpoints.MapDashboardExports();
        endpoints.MapLegalRules();
        return endpoints;
    }
}
