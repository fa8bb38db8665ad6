using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.DependencyInjection;

namespace Platform.Participation.Contributions.Answering;

/// <summary>
/// Carries the ticket from the form to the page of the receipt, sealed in the browser and not in the address, where it would stay in histories. For half an
/// hour: on a line that breaks, the receipt can be loaded again.
/// </summary>
internal static class ReceiptNote
{
    private const string Key = "Receipt";

    private static readonly TimeSpan Shown = TimeSpan.FromMinutes(30);

    public static void Leave(HttpContext context, string ticket, DateTime at) =>
        Of(context)[Key] = ticket + at.Ticks.ToString(CultureInfo.InvariantCulture);

    /// <returns>None where none was left, or its time is over.</returns>
    public static string? Ticket(HttpContext context, DateTime now) =>
        Of(context).Peek(Key) is string { Length: > 32 } note
        && long.TryParse(note.AsSpan(32), NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
        && now - new DateTime(ticks, DateTimeKind.Utc) <= Shown
        && Tracking.IsTicket(note[..32])
            ? note[..32]
            : null;

    public static void Take(HttpContext context) => Of(context).Remove(Key);

    private static ITempDataDictionary Of(HttpContext context) =>
        context.RequestServices.GetRequiredService<ITempDataDictionaryFactory>().GetTempData(context);
}
