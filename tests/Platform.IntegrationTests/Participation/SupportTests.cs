using System.Net;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel.People;
using Platform.Participation.Contributions;
using Platform.TestKit.People;
using static Platform.IntegrationTests.Participation.AnswerRound;

namespace Platform.IntegrationTests.Participation;

public sealed class SupportTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_shown_remark_is_supported_once_by_each_and_the_support_can_be_taken_back()
    {
        await using var host = await StartAsync();
        await AnnounceAsync(host);
        using var author = Visitor(host);
        using var sent = await author.SubmitAsync($"{Answer}?about=project:68", [("Notes.Problem", "نص يُساند")]);
        await ReceiptAsync(author, sent);
        var id = await InAsync(host, db => db.Set<Remark>().Select(remark => remark.Id).SingleAsync(Stop));
        var path = $"/fr/consultations/{Slug}/remarks/{id}/support";
        Task<int> CountAsync() => InAsync(host, db => db.Set<Remark>().Select(remark => remark.Supports).SingleAsync(Stop));

        using var citizen = await host.SignInAsync(Commune, Role.Citizen);
        var form = await citizen.PageAsync(path);
        await Task.WhenAll(Enumerable.Range(0, 10).Select(async _ => (await citizen.SubmitAsync(form, path, [], "main form")).Dispose()));
        using var visitor = Visitor(host);
        (await visitor.SubmitAsync(await visitor.PageAsync(path), path, [], "main form")).Dispose();
        Assert.Equal(2, await CountAsync());
        Assert.Contains("2 soutiens", (await visitor.PageAsync(path)).QuerySelector(".matter")!.TextContent, StringComparison.Ordinal);

        (await visitor.SubmitAsync(await visitor.PageAsync(path), path, [], "main form")).Dispose();
        Assert.Equal(1, await CountAsync());

        await InAsync(host, async db =>
        {
            (await db.Set<Remark>().SingleAsync(Stop)).Hold(HoldReason.OffTopic, null, host.Clock.GetUtcNow().UtcDateTime);
            return await db.SaveChangesAsync(Stop);
        });
        Assert.Equal(HttpStatusCode.NotFound, await visitor.StatusAsync(path));
    }
}
