using System.Globalization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Platform.Identity.Accounts;
using Platform.Identity.Sessions;
using Platform.Kernel.People;
using Platform.Kernel.Text;
using Platform.Kernel.Time;

namespace Platform.TestKit.People;

/// <summary>Accounts and sessions for tests: real rows in the site's database and a real cookie, without the way through the forms (which has tests of its own).</summary>
public static class SigningIn
{
    private static int count;

    /// <summary>A new member of this commune, signed in with a second factor. Areas are for team members.</summary>
    public static async Task<SignedInClient> SignInAsync(this PlatformHost host, string slug, Role role, params Area[] areas)
    {
        ArgumentNullException.ThrowIfNull(host);
        return host.Browser($"{slug}.localhost", await host.AddPersonAsync(slug, role, areas));
    }

    /// <summary>A new member of the national staff, signed in with a second factor.</summary>
    public static async Task<SignedInClient> SignInNationallyAsync(this PlatformHost host, Role role)
    {
        ArgumentNullException.ThrowIfNull(host);
        return host.Browser("localhost", await host.AddPersonAsync(null, role));
    }

    /// <summary>An account with an open session; <paramref name="slug"/> is a commune's, or none for the national site.</summary>
    public static Task<TestPerson> AddPersonAsync(this PlatformHost host, string? slug, Role role, params Area[] areas)
    {
        ArgumentNullException.ThrowIfNull(host);
        return slug is null ? InNationAsync(host, services => AddAsync(services, role, areas)) : host.InCommuneAsync(slug, services => AddAsync(services, role, areas));
    }

    /// <summary>A browser with this person's cookie; without a person, somebody who is not signed in.</summary>
    public static SignedInClient Browser(this PlatformHost host, string address, TestPerson? person = null)
    {
        ArgumentNullException.ThrowIfNull(host);
        var keeper = new CookieKeeper(host.Handler());
        if (person is not null)
        {
            keeper.Cookies[person.Cookie.Name] = person.Cookie.Value;
        }

        var client = new SignedInClient(keeper, person ?? new TestPerson(0, "", "", ("", "")));
        host.Address(client, address);
        return client;
    }

    private static async Task<T> InNationAsync<T>(PlatformHost host, Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = host.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }

    private static async Task<TestPerson> AddAsync(IServiceProvider services, Role role, Area[] areas)
    {
        var number = Interlocked.Increment(ref count);
        var name = string.Create(CultureInfo.InvariantCulture, $"{role} {number}");
        var account = new Account(string.Create(CultureInfo.InvariantCulture, $"{role}-{number}@example.ma").ToLowerInvariant(), name, Language.French, "system:tests", services.GetRequiredService<TimeProvider>().UtcNow());
        account.Entrust([role], areas);
        var made = await services.GetRequiredService<UserManager<Account>>().CreateAsync(account);
        if (!made.Succeeded)
        {
            throw new InvalidOperationException(string.Join(", ", made.Errors.Select(error => error.Code)));
        }

        var book = services.GetRequiredService<SessionBook>();
        var key = await book.OpenAsync(account, "Test", null, secondFactor: true, CancellationToken.None);
        var options = services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(SignInSchemes.Session);
        var issued = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var ticket = new AuthenticationTicket(
            book.Ticket(key), new AuthenticationProperties { IssuedUtc = issued, ExpiresUtc = issued + options.ExpireTimeSpan }, SignInSchemes.Session);
        return new(account.Id, name, account.Mail, (options.Cookie.Name!, options.TicketDataFormat.Protect(ticket)));
    }
}
