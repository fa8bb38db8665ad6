using System.Net;

namespace Platform.TestKit.People;

/// <summary>A browser of somebody: one host, its cookies, no redirects followed.</summary>
public sealed class SignedInClient(CookieKeeper keeper, TestPerson person) : HttpClient(keeper)
{
    public TestPerson Person { get; } = person;

    public Dictionary<string, string> Cookies => keeper.Cookies;
}

/// <param name="Account">The account's number on its site.</param>
/// <param name="Cookie">Name and value of the session's cookie.</param>
public sealed record TestPerson(int Account, string Name, string Mail, (string Name, string Value) Cookie);

/// <summary>Keeps the cookies of the one host that a client talks to.</summary>
public sealed class CookieKeeper(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    public Dictionary<string, string> Cookies { get; } = new(StringComparer.Ordinal);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (Cookies.Count > 0)
        {
            request.Headers.Remove("Cookie");
            request.Headers.Add("Cookie", string.Join("; ", Cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        }

        var response = await base.SendAsync(request, cancellationToken);
        if (response.Headers.TryGetValues("Set-Cookie", out var set))
        {
            foreach (var line in set)
            {
                Take(line);
            }
        }

        return response;
    }

    private void Take(string line)
    {
        var parts = line.Split(';', StringSplitOptions.TrimEntries);
        var at = parts[0].IndexOf('=', StringComparison.Ordinal);
        var (name, value) = (parts[0][..at], parts[0][(at + 1)..]);
        if (value.Length == 0 || parts.Any(part => part.StartsWith("expires=Thu, 01 Jan 1970", StringComparison.OrdinalIgnoreCase)))
        {
            Cookies.Remove(name);
        }
        else
        {
            Cookies[name] = value;
        }
    }
}
