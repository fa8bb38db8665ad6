using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Data;
using Platform.Kernel.Communes;
using Platform.Kernel.Time;
using Platform.Participation.Consultations;
using Platform.Ui.Sites;

namespace Platform.Participation.Contributions.Answering;

/// <summary>For the form of an idea while its title is typed: what is like it. Without scripts the same is shown before the idea is sent.</summary>
internal static class LikeIdeasEndpoint
{
    public static IEndpointRouteBuilder MapLikeIdeas(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/consultations/{slug}/answer/idea/like", LikeAsync)
            .WithMetadata(new SiteAttribute(SiteKind.Commune), new FeatureAttribute(Feature.Consultations)).ExcludeFromDescription();
        return endpoints;
    }

    private static async Task<IResult> LikeAsync(
        string slug, string? q, HttpContext context, CommuneContext db, IdeaShelf shelf, Counter counter, Doorkeeper doorkeeper, TimeProvider time, CancellationToken cancellation)
    {
        var now = time.UtcNow();
        if (await db.Set<Consultation>().AsNoTracking().FirstOrDefaultAsync(known => known.Slug == slug, cancellation) is not { TakesIdeas: true } consultation
            || consultation.PhaseAt(now) != ConsultationPhase.Open)
        {
            return Results.NotFound();
        }

        if (q is { Length: > IdeaCard.TitleLength })
        {
            return Results.BadRequest();
        }

        if (!doorkeeper.MayLook(counter.From(context)))
        {
            return Results.StatusCode(StatusCodes.Status429TooManyRequests);
        }

        var like = string.IsNullOrWhiteSpace(q) ? [] : await shelf.LikeAsync(consultation, q, fresh: false, cancellation);
        var language = Languages.Current;
        context.Response.Headers.CacheControl = "no-store";
        return Results.Json(like.Select(idea => new LikeIdea(
            idea.Title.In(language), idea.Title.ShownIn(language).Tag, $"/{language.Tag}/consultations/{slug}/answer?about={Uri.EscapeDataString(idea.Key)}")));
    }

    /// <param name="Language">Of the title.</param>
    /// <param name="Href">Where something can be said about it.</param>
    private sealed record LikeIdea(string Title, string Language, string Href);
}
