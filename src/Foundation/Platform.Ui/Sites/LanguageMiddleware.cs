using Microsoft.AspNetCore.Http;
using Platform.Kernel.Text;

namespace Platform.Ui.Sites;

/// <summary>
/// Takes the language from the first segment of the path and moves it to the path base, so that every link made by the page keeps it. Without one,
/// the visitor's preference decides what errors are said in; pages themselves are redirected (see <see cref="LanguageRedirect"/>).
/// </summary>
internal sealed class LanguageMiddleware(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        var language = context.Features.Get<LanguageFeature>()?.Language;
        if (language is null)
        {
            language = FromPath(context.Request) ?? Language.OfPage(context.Request.PathBase.Value?.TrimStart('/'));
            var inPath = language is not null;
            language ??= Preferred(context.Request);
            context.Features.Set(new LanguageFeature(language, inPath));
        }

        Languages.Speak(language);
        return next(context);
    }

    private static Language? FromPath(HttpRequest request)
    {
        foreach (var language in Language.OfPages)
        {
            if (request.Path.StartsWithSegments("/" + language.Tag, StringComparison.Ordinal, out var rest))
            {
                // The API speaks all languages at one address: behind a language there is nothing of it.
                if (!Api.IsAt(rest))
                {
                    request.PathBase = request.PathBase.Add("/" + language.Tag);
                    request.Path = rest.HasValue ? rest : new PathString("/");
                }

                return language;
            }
        }

        return null;
    }

    /// <summary>Arabic, unless the browser asks for French before Arabic.</summary>
    internal static Language Preferred(HttpRequest request)
    {
        var wanted = request.GetTypedHeaders().AcceptLanguage
            .Where(header => header.Quality != 0)
            .OrderByDescending(header => header.Quality ?? 1)
            .Select(header => Language.OfPage(header.Value.ToString().Split('-')[0].ToLowerInvariant()))
            .FirstOrDefault(language => language is not null);
        return wanted ?? Language.Arabic;
    }
}

/// <param name="InPath">False where the address names no language.</param>
internal sealed record LanguageFeature(Language Language, bool InPath);
