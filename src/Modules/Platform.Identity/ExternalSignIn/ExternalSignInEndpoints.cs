using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Platform.Identity.Accounts;
using Platform.Identity.Sessions;
using Platform.Identity.SignIn;
using Platform.Kernel.Communes;
using Platform.Kernel.People;
using Platform.Kernel.Text;
using Platform.Kernel.Time;
using Platform.Ui.Sites;

namespace Platform.Identity.ExternalSignIn;

/// <summary>
/// The way out to a provider and the way back. Both are links, not forms: the policy of our pages forbids forms that lead elsewhere, and opening one does
/// nothing that its owner could regret.
/// </summary>
internal static class ExternalSignInEndpoints
{
    public const string ProblemKey = "problem";

    public static string PathOf(string provider) => "/sign-in/with/" + provider;

    public static IEndpointRouteBuilder MapExternalSignIn(this IEndpointRouteBuilder endpoints)
    {
        var group = endpoints.MapGroup(PathOf("{provider}"))
            .WithMetadata(new SiteAttribute(SiteKind.None) { EverySite = true })
            .RequireRateLimiting(RateLimits.External)
            .ExcludeFromDescription();
        group.MapGet("", LeaveAsync);
        group.MapGet("/back", ReturnAsync);
        group.MapGet("/out", EndAsync);
        group.MapGet("/gone", () => TypedResults.LocalRedirect($"/{Languages.Current.Tag}{SignInSchemes.SignInPath}"));
        return endpoints;
    }

    private static async Task<IResult> LeaveAsync(
        HttpContext context, string provider, string? @return, bool? confirm, SiteAccounts site, Providers providers, ExternalDesk desk, CurrentPerson person)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (providers.Find(site.Name, provider) is not { } found)
        {
            return TypedResults.NotFound();
        }

        var errand = new Errand(@return, Languages.Current.Tag, confirm == true && person.IsSignedIn);
        return await desk.BeginAsync(context, found, errand) is { } address ? TypedResults.Redirect(address) : Back(errand, ExternalProblem.Unreachable);
    }

    /// <summary>Leads to where the provider ends its own session: it asks there, so a link that somebody else wrote ends nothing.</summary>
    private static async Task<IResult> EndAsync(HttpContext context, string provider, SiteAccounts site, Providers providers, ExternalDesk desk)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (providers.Find(site.Name, provider) is not { } found)
        {
            return TypedResults.NotFound();
        }

        return await desk.EndAsync(context, found) is { } address
            ? TypedResults.Redirect(address)
            : Back(new(null, Languages.Current.Tag, false), ExternalProblem.Unreachable);
    }

    private static async Task<IResult> ReturnAsync(
        HttpContext context, string provider, SiteAccounts site, Providers providers, ExternalDesk desk, ExternalAccounts accounts, SignIns signIns, FailedSignIns failures,
        SessionBook sessions, CurrentPerson person, TimeProvider time)
    {
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers["Referrer-Policy"] = "no-referrer";
        if (providers.Find(site.Name, provider) is not { } found)
        {
            return TypedResults.NotFound();
        }

        var (errand, proved, problem) = await desk.CompleteAsync(context, found, Languages.Current.Tag);
        if (proved is null)
        {
            return Back(errand, problem!.Value);
        }

        if (errand.Confirm)
        {
            if (!person.IsSignedIn || !await accounts.BelongsAsync(proved, person.Account, context.RequestAborted))
            {
                return Back(errand, ExternalProblem.Unknown);
            }

            (await sessions.FindAsync(context.User, context.RequestAborted))!.Proved(time.UtcNow());
            await site.Db.SaveChangesAsync(context.RequestAborted);
            return TypedResults.LocalRedirect(Landing(errand));
        }

        var (account, refused) = await accounts.FindAsync(proved, Language.OfPage(errand.Language) ?? Language.Arabic, context.RequestAborted);
        if (account is null)
        {
            await failures.RecordAsync(null, "provider:" + found.Key, null, context.RequestAborted);
            return Back(errand, refused!.Value);
        }

        var result = await signIns.ByProviderAsync(context, account, found.Key, found.ProvesSecondFactor(proved.Claims));
        return TypedResults.LocalRedirect(result.Step == SignInStep.SecondFactor
            ? $"/{errand.Language}{SignInSchemes.CodePath}{QueryString.Create(SignInSchemes.ReturnKey, errand.Return ?? "")}"
            : Landing(errand));
    }

    private static string Landing(Errand errand) => RedirectHttpResult.IsLocalUrl(errand.Return) ? errand.Return : $"/{errand.Language}/workspace";

    private static RedirectHttpResult Back(Errand errand, ExternalProblem problem) =>
        TypedResults.LocalRedirect($"/{errand.Language}{SignInSchemes.SignInPath}?{ProblemKey}={problem.ToString().ToLowerInvariant()}");
}
