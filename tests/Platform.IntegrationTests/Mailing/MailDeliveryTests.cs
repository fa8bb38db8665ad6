using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Composition.Mailing;
using Platform.Data;
using Platform.Data.Mail;
using Platform.Data.Outbox;
using Platform.Kernel.Text;

namespace Platform.IntegrationTests.Mailing;

/// <summary>Mails from the outbox to a real SMTP server, and what becomes of them when it will not.</summary>
public sealed class MailDeliveryTests
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_Arabic_mail_arrives_as_it_was_written()
    {
        await using var server = await MailServer.StartAsync();
        await using var host = await MailHost.StartAsync(server);
        await host.WriteAsync("fatima@example.ma", Language.Arabic, MailHost.Invitation("فاطمة <b>الزهراء</b>"));

        var standing = await host.DeliverAsync();

        var mail = await server.NextAsync();
        Assert.Equal((0, 0), (standing.Waiting, standing.Failed));
        Assert.Equal("دعوة إلى منصة فاطمة <b>الزهراء</b>", mail.Subject);
        Assert.Equal(("participation@example.ma", "جماعة دمنات", "fatima@example.ma"), (mail.From, mail.FromName, mail.To));
        Assert.Contains("السلام عليكم فاطمة <b>الزهراء</b>،", mail.Text, StringComparison.Ordinal);
        Assert.Contains("1 دجنبر 2026", mail.Text, StringComparison.Ordinal);
        Assert.Contains("http://demnate.localhost/ar/invitation?code=abc&x=1", mail.Text, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"ar\" dir=\"rtl\">", mail.Html, StringComparison.Ordinal);
        Assert.Contains("<bdi>فاطمة &lt;b&gt;الزهراء&lt;/b&gt;</bdi>", mail.Html, StringComparison.Ordinal);
        Assert.Contains("href=\"http://demnate.localhost/ar/invitation?code=abc&amp;x=1\"", mail.Html, StringComparison.Ordinal);
        Assert.Contains("<br>هذه الدعوة شخصية.", mail.Html, StringComparison.Ordinal);
        Assert.Matches("^<[0-9a-f]{32}@demnate.localhost>$", mail.MessageId);
        Assert.Equal("ar", mail.Headers.Single(header => header.Name == "content-language").Value);

        // Nobody learns whether it was read, and nothing of it stays in the outbox.
        Assert.DoesNotContain("<img", mail.Html, StringComparison.OrdinalIgnoreCase);
        var sent = Assert.Single(await host.OutboxAsync());
        Assert.NotNull(sent.DeliveredAt);
        Assert.Equal("{}", sent.Payload);
    }

    [Fact]
    public async Task A_French_mail_of_the_national_site_is_French_from_left_to_right()
    {
        await using var server = await MailServer.StartAsync();
        await using var host = await MailHost.StartAsync(server);
        await using var scope = host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NationalContext>();
        scope.ServiceProvider.GetRequiredService<Mails>().Send("analyste@example.ma", Language.French, MailHost.Invitation("Aïcha"));
        await db.SaveChangesAsync(Stop);

        await host.Services.GetRequiredService<MailDelivery>().DeliverAsync(db, Stop);

        var mail = await server.NextAsync();
        Assert.Equal("Invitation à la plateforme Aïcha", mail.Subject);
        Assert.Equal("Participation citoyenne dans les communes", mail.FromName);
        Assert.Contains("<html lang=\"fr\" dir=\"ltr\">", mail.Html, StringComparison.Ordinal);
        Assert.Contains("avant le <bdi>1 décembre 2026</bdi>", mail.Html, StringComparison.Ordinal);
        Assert.Contains("@localhost>", mail.MessageId, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_people_type_adds_no_header_and_no_receiver()
    {
        await using var server = await MailServer.StartAsync();
        await using var host = await MailHost.StartAsync(server);
        await host.WriteAsync("a@example.ma", Language.French, MailHost.Invitation("x\r\nBcc: thief@example.ma\r\n\r\n<script>alert(1)</script>\u202E"));
        foreach (var address in new[] { "a@example.ma\r\nBcc: thief@example.ma", "a@example.ma, thief@example.ma", "Name <a@example.ma>", "a", "", "a @example.ma", new string('a', 250) + "@example.ma", "ا@example.ma" })
        {
            Assert.False(Mails.IsAddress(address), address);
            await Assert.ThrowsAsync<ArgumentException>(() => host.WriteAsync(address));
        }

        await host.DeliverAsync();

        var mail = await server.NextAsync();
        Assert.DoesNotContain(mail.Headers, header => header.Name == "bcc");
        Assert.Equal("Invitation à la plateforme x Bcc: thief@example.ma <script>alert(1)</script>", mail.Subject);
        Assert.DoesNotContain("<script>", mail.Html, StringComparison.Ordinal);
        Assert.DoesNotContain('\u202E', mail.Text);
        Assert.Empty(server.Taken());
    }

    [Fact]
    public async Task A_mail_is_only_sent_for_a_change_that_was_kept()
    {
        await using var server = await MailServer.StartAsync();
        await using var host = await MailHost.StartAsync(server);
        await host.InCommuneAsync("demnate", async services =>
        {
            var db = services.GetRequiredService<CommuneContext>();
            await using var transaction = await db.BeginAsync(Stop);
            services.GetRequiredService<Mails>().Send("a@example.ma", Language.Arabic, MailHost.Invitation("x"));
            await db.SaveChangesAsync(Stop);
        });

        await host.DeliverAsync();

        Assert.Empty(server.Taken());
        Assert.Empty(await host.OutboxAsync());
    }

    [Fact]
    public async Task One_that_is_refused_or_must_wait_holds_no_other_up_and_none_comes_twice()
    {
        await using var server = await MailServer.StartAsync(new() { Refuse = ["nobody@example.ma"], Busy = ["full@example.ma"] });
        await using var host = await MailHost.StartAsync(server);
        foreach (var to in new[] { "one@example.ma", "nobody@example.ma", "full@example.ma", "two@example.ma" })
        {
            await host.WriteAsync(to);
        }

        var standing = await host.DeliverAsync();
        await host.DeliverAsync();

        Assert.Equal(["one@example.ma", "two@example.ma"], new[] { await server.NextAsync(), await server.NextAsync() }.Select(mail => mail.To));
        Assert.Empty(server.Taken());
        Assert.Equal((1, 1), (standing.Waiting, standing.Failed));
        var outbox = await host.OutboxAsync();
        Assert.Equal((1, "receiver-refused"), (outbox[1].Attempts, outbox[1].Problem));
        Assert.NotNull(outbox[1].FailedAt);
        Assert.Equal((1, "busy", null), (outbox[2].Attempts, outbox[2].Problem, outbox[2].FailedAt));
        Assert.Equal(host.Clock.GetUtcNow().UtcDateTime + TimeSpan.FromMinutes(1), outbox[2].DueAt);
    }

    [Fact]
    public async Task What_must_wait_is_tried_later_and_later_and_then_left_to_a_person()
    {
        await using var server = await MailServer.StartAsync(new() { Busy = ["full@example.ma"] });
        await using var host = await MailHost.StartAsync(server, options => options.Settings["Mail:MaximumAttempts"] = "4");
        await host.WriteAsync("full@example.ma");

        var waits = new List<TimeSpan>();
        for (var attempt = 1; attempt < 4; attempt++)
        {
            await host.DeliverAsync();
            var waiting = Assert.Single(await host.OutboxAsync());
            Assert.Equal(attempt, waiting.Attempts);
            waits.Add(waiting.DueAt - host.Clock.GetUtcNow().UtcDateTime);

            // Too early is no attempt.
            host.Clock.Move(waits[^1] - TimeSpan.FromSeconds(1));
            await host.DeliverAsync();
            Assert.Equal(attempt, Assert.Single(await host.OutboxAsync()).Attempts);
            host.Clock.Move(TimeSpan.FromSeconds(1));
        }

        await host.DeliverAsync();

        Assert.Equal([TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(4), TimeSpan.FromMinutes(16)], waits);
        var given = Assert.Single(await host.OutboxAsync());
        Assert.Equal((4, "busy"), (given.Attempts, given.Problem));
        Assert.NotNull(given.FailedAt);
    }

    [Fact]
    public async Task A_server_that_dies_in_the_middle_costs_one_attempt_and_what_waits_goes_to_the_one_that_comes_back()
    {
        var dying = await MailServer.StartAsync(new() { DieAt = 2 });
        await using var host = await MailHost.StartAsync(dying);
        for (var mail = 1; mail <= 4; mail++)
        {
            await host.WriteAsync($"m{mail}@example.ma");
        }

        await host.DeliverAsync();
        Assert.Equal("m1@example.ma", (await dying.NextAsync()).To);
        Assert.True(dying.HasDied);
        await dying.DisposeAsync();

        // It is known to be away: nothing else was tried, and nothing is while it rests.
        Assert.Equal([1, 1, 0, 0], (await host.OutboxAsync()).Select(message => message.Attempts));
        await host.DeliverAsync();
        Assert.Equal([1, 1, 0, 0], (await host.OutboxAsync()).Select(message => message.Attempts));

        // Still away when it is tried again: the next one notices, and it rests longer.
        host.Clock.Move(TimeSpan.FromSeconds(31));
        await host.DeliverAsync();
        Assert.Equal([1, 1, 1, 0], (await host.OutboxAsync()).Select(message => message.Attempts));
        Assert.Equal("unreachable", (await host.OutboxAsync())[2].Problem);

        await using var back = await MailServer.StartAsync(new() { Port = dying.Port });
        host.Clock.Move(TimeSpan.FromMinutes(2));
        await host.DeliverAsync();

        Assert.Equal(["m2@example.ma", "m3@example.ma", "m4@example.ma"], new[] { await back.NextAsync(), await back.NextAsync(), await back.NextAsync() }.Select(mail => mail.To));
        Assert.All(await host.OutboxAsync(), message => Assert.NotNull(message.DeliveredAt));
    }

    [Fact]
    public async Task A_wrong_password_is_told_as_such_and_costs_one_attempt()
    {
        await using var server = await MailServer.StartAsync(new() { User = "platform", Password = "right" });
        await using var host = await MailHost.StartAsync(server, options => (options.Settings["Mail:User"], options.Settings["Mail:Password"]) = ("platform", "wrong"));
        await host.WriteAsync("a@example.ma");
        await host.WriteAsync("b@example.ma");

        await host.DeliverAsync();

        Assert.Equal([(1, "sign-in"), (0, null)], (await host.OutboxAsync()).Select(message => (message.Attempts, message.Problem)));
        Assert.Empty(server.Taken());

        await using var right = await MailHost.StartAsync(server, options => (options.Settings["Mail:User"], options.Settings["Mail:Password"]) = ("platform", "right"));
        await right.WriteAsync("c@example.ma");
        await right.DeliverAsync();
        Assert.Equal("c@example.ma", (await server.NextAsync()).To);
    }

    [Fact]
    public async Task Nothing_is_sent_in_the_clear_where_encryption_is_asked_for()
    {
        await using var plain = await MailServer.StartAsync();
        await using var host = await MailHost.StartAsync(plain, options => options.Settings["Mail:Security"] = "StartTls");
        await host.WriteAsync("a@example.ma");
        await host.DeliverAsync();

        await using var unvouched = await MailServer.StartAsync(new() { Tls = true });
        await using var other = await MailHost.StartAsync(unvouched, options => options.Settings["Mail:Security"] = "StartTls");
        await other.WriteAsync("a@example.ma");
        await other.DeliverAsync();

        Assert.Empty(plain.Taken());
        Assert.Empty(unvouched.Taken());
        Assert.Equal("encryption", Assert.Single(await host.OutboxAsync()).Problem);
        Assert.Equal("encryption", Assert.Single(await other.OutboxAsync()).Problem);
    }

    [Fact]
    public async Task A_server_that_hangs_is_left_in_time()
    {
        await using var server = await MailServer.StartAsync(new() { HangAt = 1 });
        await using var host = await MailHost.StartAsync(server, options => options.Settings["Mail:Timeout"] = "00:00:01");
        await host.WriteAsync("a@example.ma");

        await host.DeliverAsync();

        Assert.Equal((1, "too-slow"), (await host.OutboxAsync()).Select(message => (message.Attempts, message.Problem!)).Single());
    }

    [Fact]
    public async Task Several_instances_send_no_mail_twice()
    {
        await using var server = await MailServer.StartAsync();
        await using var host = await MailHost.StartAsync(server);
        for (var mail = 0; mail < 20; mail++)
        {
            await host.WriteAsync($"m{mail}@example.ma");
        }

        // Instances share nothing but the database: each has a carrier of its own.
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => host.InCommuneAsync("demnate", async services =>
        {
            using var carrier = ActivatorUtilities.CreateInstance<MailCarrier>(host.Services);
            var delivery = ActivatorUtilities.CreateInstance<MailDelivery>(host.Services, carrier);
            await delivery.DeliverAsync(services.GetRequiredService<CommuneContext>(), Stop);
        }))));

        var ids = new List<string>();
        for (var mail = 0; mail < 20; mail++)
        {
            ids.Add((await server.NextAsync()).MessageId);
        }

        Assert.Equal(20, ids.Distinct().Count());
        Assert.Empty(server.Taken());
    }

    [Fact]
    public async Task One_that_was_taken_when_its_process_died_comes_once_more_under_the_same_id_and_not_before_the_lease_has_run_out()
    {
        await using var server = await MailServer.StartAsync();
        await using var host = await MailHost.StartAsync(server);
        await host.WriteAsync("a@example.ma");

        // The instance that died: it had the lease, the server had the mail, nothing was marked.
        await host.InCommuneAsync("demnate", async services =>
        {
            var db = services.GetRequiredService<CommuneContext>();
            var message = await db.Set<OutboxMessage>().AsNoTracking().SingleAsync(message => message.Kind == OutgoingMail.Kind, Stop);
            Assert.Null(await services.GetRequiredService<MailCarrier>().CarryAsync(message.Read<OutgoingMail>(), Stop));
            var until = host.Clock.GetUtcNow().UtcDateTime + TimeSpan.FromMinutes(2);
            await db.Set<OutboxMessage>().Where(row => row.Id == message.Id).ExecuteUpdateAsync(
                set => set.SetProperty(row => row.Lease, "dead").SetProperty(row => row.LeasedUntil, until).SetProperty(row => row.Attempts, 1), Stop);
        });
        var first = await server.NextAsync();

        await host.DeliverAsync();
        Assert.Empty(server.Taken());
        host.Clock.Move(TimeSpan.FromMinutes(2));
        await host.DeliverAsync();
        await host.DeliverAsync();

        Assert.Equal(first.MessageId, (await server.NextAsync()).MessageId);
        Assert.Empty(server.Taken());
    }

    [Fact]
    public async Task Without_a_server_mails_become_files_that_a_mail_program_opens()
    {
        await using var host = await MailHost.StartAsync(null);
        await host.WriteAsync("fatima@example.ma");

        await host.DeliverAsync();

        var file = Assert.Single(Directory.GetFiles(Path.Combine(host.DataFolder, "mail")));
        var eml = await File.ReadAllTextAsync(file, Stop);
        Assert.EndsWith(".eml", file, StringComparison.Ordinal);
        Assert.Contains("To: fatima@example.ma", eml, StringComparison.Ordinal);
        Assert.Contains("multipart/alternative", eml, StringComparison.Ordinal);
        Assert.Contains("no-reply@localhost", eml, StringComparison.Ordinal);
        Assert.Empty(Directory.GetDirectories(Path.Combine(host.DataFolder, "mail", ".making")));
    }

    [Fact]
    public async Task A_mail_that_waits_does_not_hold_up_what_goes_to_the_national_level_nor_the_other_way_round()
    {
        await using var server = await MailServer.StartAsync(new() { Busy = ["full@example.ma"] });
        await using var host = await MailHost.StartAsync(server);
        await host.WriteAsync("full@example.ma");
        await host.DeliverAsync();

        var delivered = await host.InCommuneAsync("demnate", async services =>
        {
            var db = services.GetRequiredService<CommuneContext>();
            db.Add(OutboxMessage.Of(Kernel.Reporting.SnapshotReport.Kind, NationalLevel.Reports.Snapshot(NationalLevel.Reports.Count, 9), host.Clock.GetUtcNow().UtcDateTime));
            await db.SaveChangesAsync(Stop);
            return await services.GetRequiredService<OutboxDispatcher>().DispatchAsync(Stop);
        });

        Assert.Equal(1, delivered);
        Assert.Null(Assert.Single(await host.OutboxAsync()).DeliveredAt);
    }

    [Fact]
    public async Task A_process_that_runs_sends_at_once_and_tells_the_national_level_what_it_could_not_send()
    {
        await using var server = await MailServer.StartAsync(new() { Refuse = ["nobody@example.ma"] });
        await using var host = await MailHost.StartAsync(server, options => options.Settings["Mail:LookEvery"] = "01:00:00");
        var rounds = host.Services.GetRequiredService<MailRounds>();
        await rounds.StartAsync(Stop);

        await host.WriteAsync("a@example.ma");
        Assert.Equal("a@example.ma", (await server.NextAsync()).To);

        // In a transaction too: when it is committed.
        await host.InCommuneAsync("demnate", async services =>
        {
            var db = services.GetRequiredService<CommuneContext>();
            await using var transaction = await db.BeginAsync(Stop);
            services.GetRequiredService<Mails>().Send("b@example.ma", Language.French, MailHost.Invitation("x"));
            await db.SaveChangesAsync(Stop);
            await transaction.CommitAsync(Stop);
        });
        Assert.Equal("b@example.ma", (await server.NextAsync()).To);

        await host.WriteAsync("nobody@example.ma");
        var backlog = await Eventually(() => host.InNationAsync(db => db.Set<MailBacklog>().AsNoTracking().SingleOrDefaultAsync(row => row.Commune == "demnate" && row.Failed == 1)));
        Assert.Equal(0, backlog.Waiting);
        await rounds.StopAsync(Stop);
    }

    [Fact]
    public async Task A_catalog_that_does_not_answer_for_a_moment_silences_no_bell()
    {
        await using var server = await MailServer.StartAsync();
        await using var host = await MailHost.StartAsync(server, options => options.Settings["Mail:LookEvery"] = "01:00:00");
        var rounds = host.Services.GetRequiredService<MailRounds>();
        await rounds.StartAsync(Stop);
        await host.WriteAsync("a@example.ma");
        Assert.Equal("a@example.ma", (await server.NextAsync()).To);

        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await host.InCommuneAsync("demnate", async services =>
        {
            services.GetRequiredService<Mails>().Send("b@example.ma", Language.French, MailHost.Invitation("x"));
            host.Meddler.BeforeReading("FROM \"communes\"", () =>
            {
                asked.SetResult();
                throw new InvalidOperationException("The catalog does not answer.");
            });
            await services.GetRequiredService<CommuneContext>().SaveChangesAsync(Stop);
        });
        await asked.Task.WaitAsync(TimeSpan.FromSeconds(20), Stop);
        await host.WriteAsync("c@example.ma");

        Assert.Equal("b@example.ma", (await server.NextAsync()).To);
        Assert.Equal("c@example.ma", (await server.NextAsync()).To);
        await rounds.StopAsync(Stop);
    }

    private static async Task<T> Eventually<T>(Func<Task<T?>> look)
        where T : class
    {
        for (var tries = 0; tries < 600; tries++)
        {
            if (await look() is { } found)
            {
                return found;
            }

            await Task.Delay(100, Stop);
        }

        throw new TimeoutException("It did not come about in a minute.");
    }
}
