using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Platform.Data.Seeding;
using Platform.Participation.Consultations;
using Platform.Participation.Contributions;
using Platform.Participation.Contributions.Answering;
using Platform.Participation.Decisions;
using Platform.Participation.Demonstration;
using Platform.Participation.Meetings;
using Platform.Participation.Processes;
using Platform.Participation.Questions;
using Platform.Participation.Subscriptions;

namespace Platform.Participation;

/// <summary>Processes in which a commune asks, citizens and associations answer, and every answer gets an answer.</summary>
public static class ParticipationModule
{
    public static IServiceCollection AddParticipation(this IServiceCollection services) => services
        .AddProcesses()
        .AddConsultations()
        .AddMeetings()
        .AddContributions()
        .AddDecisions()
        .AddQuestions()
        .AddSubscriptions()
        .AddScoped<IDemonstrator, ParticipationDemonstrator>();

    public static IEndpointRouteBuilder MapParticipation(this IEndpointRouteBuilder endpoints) => endpoints
        .MapProcessCalendar()
        .MapParticipationApi()
        .MapMeetingCalendar()
        .MapMeetingsApi()
        .MapLikeIdeas()
        .MapRemarkFiles()
        .MapResultFiles();
}
