using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Platform.Identity.AccessKeys;
using Platform.Identity.Accounts;
using Platform.Identity.ExternalSignIn;
using Platform.Identity.Invitations;
using Platform.Identity.KeyRing;
using Platform.Identity.Leaving;
using Platform.Identity.Passkeys;
using Platform.Identity.Passwords;
using Platform.Identity.SecondFactor;
using Platform.Identity.Sessions;
using Platform.Identity.SignIn;
using Platform.Identity.Team;
using Platform.Identity.Upkeep;
using Platform.Kernel.Jobs;
using Platform.Kernel.People;

namespace Platform.Identity;

/// <summary>Who may act: accounts of communes and of the nation, each on its own site.</summary>
public static class IdentityModule
{
    public static IServiceCollection AddIdentity(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddKeyRing(configuration);
        services.AddSignInSchemes();
        services.AddAccessKeys();
        services.AddSignInLimits();
        services.AddExternalSignIn(configuration);
        services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = PlatformHasher.Iterations);
        services.AddIdentityCore<Account>(identity =>
        {
            identity.User.RequireUniqueEmail = true;
            identity.User.AllowedUserNameCharacters = "";
        });
        services.RemoveAll<IPasswordValidator<Account>>();
        services.AddScoped<IPasswordValidator<Account>, PasswordRules>();
        services.Replace(ServiceDescriptor.Scoped<IPasswordHasher<Account>, PlatformHasher>());
        services.AddScoped<SiteAccounts>();
        services.AddScoped<IUserStore<Account>, AccountStore>();
        services.AddScoped<IPeople, People>();
        services.AddScoped<SessionBook>();
        services.AddScoped<Attempts>();
        services.AddScoped<SecondFactors>();
        services.AddScoped<FailedSignIns>();
        services.AddScoped<SignIns>();
        services.AddScoped<InvitationDesk>();
        services.AddScoped<Links.LinkDesk>();
        services.AddScoped<KnownDevices>();
        services.AddScoped<IPasskeyHandler<Account>, PasskeyHandler<Account>>();
        services.AddScoped<PasskeyDesk>();
        services.Configure<IdentityPasskeyOptions>(passkeys =>
        {
            // The device asks for a finger, a face or its code: having it and being its owner are two factors.
            passkeys.UserVerificationRequirement = "required";
            passkeys.ResidentKeyRequirement = "required";
        });
        services.AddScoped<Departures>();
        services.AddTeam();
        services.AddOptions<KeepOptions>().Bind(configuration.GetSection(KeepOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddScoped<IUpkeep, AccountsUpkeep>();
        return services.AddScoped<IInvitations>(provider => provider.GetRequiredService<InvitationDesk>());
    }

    /// <summary>What is no page: the way to a provider outside and back.</summary>
    public static IEndpointRouteBuilder MapIdentity(this IEndpointRouteBuilder endpoints) => endpoints.MapExternalSignIn();

    /// <summary>The tables of accounts, the same in the database of each commune and in the national one.</summary>
    public static void MapAccounts(ModelBuilder model) =>
        model.ApplyConfigurationsFromAssembly(typeof(IdentityModule).Assembly, type => type != typeof(ProtectionKeyConfiguration));

    /// <summary>The ring of keys, in the national database alone.</summary>
    public static void MapKeys(ModelBuilder model) => model.ApplyConfiguration(new ProtectionKeyConfiguration());
}
