using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Platform.Identity.AccessKeys;
using Platform.Identity.Accounts;
using Platform.Identity.Invitations;
using Platform.Identity.KeyRing;
using Platform.Identity.Passkeys;
using Platform.Identity.Passwords;
using Platform.Identity.SecondFactor;
using Platform.Identity.Sessions;
using Platform.Identity.SignIn;
using Platform.Identity.Team;
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
        services.AddTeam();
        return services.AddScoped<IInvitations>(provider => provider.GetRequiredService<InvitationDesk>());
    }

    /// <summary>The tables of accounts, the same in the database of each commune and in the national one.</summary>
    public static void MapAccounts(ModelBuilder model) =>
        model.ApplyConfigurationsFromAssembly(typeof(IdentityModule).Assembly, type => type != typeof(ProtectionKeyConfiguration));

    /// <summary>The ring of keys, in the national database alone.</summary>
    public static void MapKeys(ModelBuilder model) => model.ApplyConfiguration(new ProtectionKeyConfiguration());
}
