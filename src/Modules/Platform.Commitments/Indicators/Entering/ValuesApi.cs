using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel.Communes;
using Platform.Kernel.Indicators;
using Platform.Kernel.Measures;
using Platform.Kernel.People;
using Platform.Kernel.Text;
using Platform.Kernel.Time;
using Platform.Ui.Sites;
using Platform.Ui.Workspace;

namespace Platform.Commitments.Indicators.Entering;

/// <summary>Writing values through the API, with an access key of the commune for the area of indicators.</summary>
internal static class ValuesApi
{
    public static IEndpointRouteBuilder MapValuesApi(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost("/api/v1/indicators/{code}/values", EnterAsync)
            .WithMetadata(new SiteAttribute(SiteKind.Commune), new FeatureAttribute(Feature.Indicators))
            .RequireAuthorization(new WorkspaceAttribute(Area.Indicators))
            .WithTags("Indicators")
            .WithName("EnterIndicatorValue")
            .WithSummary("Enters a value of an indicator that is entered by hand; needs an access key (Authorization: Bearer mshk_…)")
            .Refuses(StatusCodes.Status401Unauthorized, "There is no access key, or it opens nothing on this commune's site.")
            .Refuses(StatusCodes.Status403Forbidden, "The access key is not for the area of indicators.")
            .Refuses(StatusCodes.Status404NotFound, "There is no such indicator, or the platform counts it itself.")
            .Refuses(StatusCodes.Status409Conflict, "The value is locked, or another was entered meanwhile.");
        return endpoints;
    }

    private static async Task<Results<Created<EnteredValue>, ValidationProblem, ProblemHttpResult>> EnterAsync(
        string code, ValueBody body, CommuneContext db, ValueEntry entry, CancellationToken cancellation)
    {
        if (code.Length > Indicator.CodeLength
            || await db.Set<Indicator>().SingleOrDefaultAsync(one => one.Code == code && (one.MeasureKey == null || one.MeasuredFrom != null), cancellation) is not { } indicator
            || entry.Periods(indicator).Count == 0)
        {
            return TypedResults.Problem("There is no such indicator, or the platform counts it itself.", statusCode: StatusCodes.Status404NotFound);
        }

        var wrong = Wrong(body, indicator, entry, out var value);
        if (wrong.Count > 0)
        {
            return TypedResults.ValidationProblem(wrong);
        }

        return await entry.EnterAsync(indicator, value!, [], cancellation) switch
        {
            EntryOutcome.Entered => TypedResults.Created(
                $"/api/v1/indicators/{indicator.Code}", new EnteredValue(indicator.Code, value!.Period.ToString(), value.Seen + 1)),
            EntryOutcome.Locked => TypedResults.Problem("The value is locked: it was submitted to DGCT or accepted.", statusCode: StatusCodes.Status409Conflict),
            _ => TypedResults.Problem("'seen' is not the latest version: read the value that was entered meanwhile.", statusCode: StatusCodes.Status409Conflict),
        };
    }

    private static Dictionary<string, string[]> Wrong(ValueBody body, Indicator indicator, ValueEntry entry, out NewValue? value)
    {
        var wrong = new Dictionary<string, string[]>();
        value = null;
        if (!Period.TryParse(body.Period, out var period) || !entry.Periods(indicator).Contains(period))
        {
            wrong["period"] = [$"Write one of the indicator's own periods that have ended: {string.Join(", ", entry.Periods(indicator).Take(4))} …"];
        }

        var isShare = indicator.Kind is IndicatorKind.Percentage or IndicatorKind.Ratio;
        if (!StoredNumber.Fits(body.Value) || !StoredNumber.Fits(body.Numerator) || !StoredNumber.Fits(body.Denominator))
        {
            wrong["value"] = [$"A number has {StoredNumber.Decimals} decimals and 13 digits before them at most."];
        }
        else if (isShare && (body.Numerator is not >= 0 || body.Denominator is not >= 0 || (indicator.Kind == IndicatorKind.Percentage && body.Numerator > body.Denominator)
            || !Shares.IsStorable(indicator.Kind, body.Numerator.Value, body.Denominator.Value)))
        {
            wrong["numerator"] = ["A share is entered by 'numerator' and 'denominator', neither negative; what one is of the other has 13 digits at most."];
        }

        if (!isShare && (body.Value is null
            || (indicator.Kind == IndicatorKind.Count && (body.Value < 0 || body.Value != decimal.Truncate(body.Value.Value)))
            || (indicator.Kind == IndicatorKind.Scale && indicator.Scale.All(step => step.Value != body.Value))))
        {
            wrong["value"] = ["Write 'value': a whole number for counts, a step of the scale for scales."];
        }

        var source = Text(body.Source);
        if (source is null || source.Ar.Length > ValueBody.SourceLength || source.Fr?.Length > ValueBody.SourceLength)
        {
            wrong["source"] = [$"Write where the value comes from, in Arabic ('ar') at least, {ValueBody.SourceLength} characters at most."];
        }

        var note = Text(body.Note);
        if (note?.Ar.Length > ValueBody.NoteLength || note?.Fr?.Length > ValueBody.NoteLength)
        {
            wrong["note"] = [$"{ValueBody.NoteLength} characters at most."];
        }

        var reason = body.Reason is null ? null : Cleaning.Clean(body.Reason);
        if (body.Seen < 0 || (body.Seen > 0 && string.IsNullOrEmpty(reason)) || reason?.Length > ManualValue.ReasonLength)
        {
            wrong["reason"] = ["A value that was entered before needs a reason for another."];
        }

        if (wrong.Count == 0)
        {
            value = new(period, body.Seen, body.Value, body.Numerator, body.Denominator, source!, note, body.Seen > 0 ? reason : null);
        }

        return wrong;
    }

    private static LocalizedText? Text(TextBody? text) =>
        text is null || string.IsNullOrWhiteSpace(text.Ar) || Cleaning.Clean(text.Ar).Length == 0
            ? null
            : new(Cleaning.Clean(text.Ar), text.Fr is null ? null : Cleaning.Clean(text.Fr));
}

/// <summary>A text in Arabic and, where there is one, in French.</summary>
/// <param name="Ar">In Arabic; needed.</param>
/// <param name="Fr">In French.</param>
internal sealed record TextBody([property: Required] string Ar, string? Fr);

/// <summary>A value to be entered.</summary>
/// <param name="Period">2026-10, 2026-Q3 or 2026, by the indicator's periodicity.</param>
/// <param name="Value">In the indicator's unit; for counts, scores and scales.</param>
/// <param name="Numerator">For percentages and ratios.</param>
/// <param name="Denominator">For percentages and ratios.</param>
/// <param name="Note">What helps to understand the value; readers see it.</param>
/// <param name="Source">Where the value was taken from; readers see it.</param>
/// <param name="Seen">The latest version that is known of this period; 0 where none was entered.</param>
/// <param name="Reason">Why another value is entered; readers see it.</param>
internal sealed record ValueBody(
    string? Period, decimal? Value, decimal? Numerator, decimal? Denominator, TextBody? Source, TextBody? Note, int Seen, string? Reason)
{
    public const int SourceLength = 400;
    public const int NoteLength = 2000;
}

/// <summary>The value as it was entered.</summary>
/// <param name="Indicator">Code of the indicator.</param>
/// <param name="Period">2026-10, 2026-Q3 or 2026.</param>
/// <param name="Version">1 for the first of its period.</param>
internal sealed record EnteredValue(string Indicator, string Period, int Version);
