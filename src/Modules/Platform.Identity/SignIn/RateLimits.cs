using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using Platform.Identity.Accounts;

namespace Platform.Identity.SignIn;

/// <summary>How often one address may try. Many people share the address of a town hall, so it is generous; each account's guesses are counted apart.</summary>
internal static class RateLimits
{
    public const string SignIn = "sign-in";

    /// <summary>To a provider and back: each makes this server ask another.</summary>
    public const string External = "external-sign-in";

    private const int PerMinute = 60;

    public static IServiceCollection AddSignInLimits(this IServiceCollection services) => services.AddRateLimiter(options =>
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.OnRejected = (context, _) =>
        {
            context.HttpContext.Response.Headers.RetryAfter = 60.ToString(CultureInfo.InvariantCulture);
            return ValueTask.CompletedTask;
        };
        options.AddPolicy(SignIn, context => HttpMethods.IsPost(context.Request.Method) ? Limited(context) : RateLimitPartition.GetNoLimiter(""));
        options.AddPolicy(External, Limited);
    });

    private static RateLimitPartition<string> Limited(HttpContext context) =>
        RateLimitPartition.GetFixedWindowLimiter(PartitionOf(context), _ => new() { PermitLimit = PerMinute, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 });

    private static string PartitionOf(HttpContext context) =>
        $"{context.RequestServices.GetRequiredService<SiteAccounts>().Name} {context.Connection.RemoteIpAddress}";
}
