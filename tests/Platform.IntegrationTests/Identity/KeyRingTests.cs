using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Identity.KeyRing;
using Platform.Kernel.People;
using Platform.TestKit.People;

namespace Platform.IntegrationTests.Identity;

public sealed class KeyRingTests
{
    [Fact]
    public async Task Keys_stand_in_the_national_database_and_nowhere_else()
    {
        await using var host = await PlatformHost.StartAsync(options => options.Communes = ["demnate"]);
        using var focal = await host.SignInAsync("demnate", Role.FocalPoint);
        await focal.PageAsync("/fr/workspace");

        Assert.NotEmpty(await host.InNationAsync(db => db.Set<ProtectionKey>().ToListAsync(TestContext.Current.CancellationToken)));
        Assert.Empty(Directory.GetFiles(host.DataFolder, "key-*.xml", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Another_instance_opens_what_this_one_sealed()
    {
        await using var host = await PlatformHost.StartAsync(options => options.Communes = ["demnate"]);
        var sealedText = host.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test").Protect("word");
        await using var other = await PlatformHost.StartAsync(options =>
        {
            options.Communes = ["demnate"];
            options.Provision = false;
            options.Settings["Data:Folder"] = host.DataFolder;
        });

        Assert.Equal("word", other.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test").Unprotect(sealedText));
    }
}
