using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Sockets;
using System.Text.Json;

namespace Platform.Benchmarks.Participation;

/// <summary>
/// Many people who answer a consultation at the same time, and one who reads it. A process of its own; it reads one <see cref="RushOrder"/> a line and answers
/// with a <see cref="RushAnswer"/>. Everybody is somebody else, with words of their own.
/// </summary>
internal sealed class Crowd(RushOrder order)
{
    public const string Argument = "crowd";

    private static readonly TimeSpan ReadEvery = TimeSpan.FromMilliseconds(50);

    private readonly ConcurrentBag<Browser> idle = [];
    private readonly ConcurrentBag<double> sent = [];
    private readonly ConcurrentBag<double> read = [];
    private int acknowledged;
    private int other;
    private string? problem;

    public static async Task RunAsync()
    {
        while (await Console.In.ReadLineAsync() is { Length: > 0 } line)
        {
            Console.WriteLine(JsonSerializer.Serialize(await new Crowd(JsonSerializer.Deserialize<RushOrder>(line)!).AnswerAsync()));
        }
    }

    private async Task<RushAnswer> AnswerAsync()
    {
        var watch = Stopwatch.StartNew();
        var length = TimeSpan.FromSeconds(order.Seconds);
        var reading = order.Read is null ? Task.CompletedTask : ReadAsync(order.Read, watch, length);
        await (order.Rate > 0 ? PacedAsync(watch, length) : Task.WhenAll(Enumerable.Range(0, order.Workers).Select(_ => Task.Run(() => WorkAsync(watch, length)))));
        var ended = watch.Elapsed.TotalSeconds;
        await reading;
        foreach (var browser in idle)
        {
            browser.Dispose();
        }

        return new(acknowledged, other, ended, Figures(sent), Figures(read), problem);
    }

    /// <summary>At its time each, whatever became of those before: who waits is counted as waiting.</summary>
    private async Task PacedAsync(Stopwatch watch, TimeSpan length)
    {
        var under = new List<Task>();
        for (var i = 0; ; i++)
        {
            var due = TimeSpan.FromSeconds((double)i / order.Rate);
            if (due >= length)
            {
                break;
            }

            while (due > watch.Elapsed)
            {
                await Task.Delay(1);
            }

            under.Add(SendAsync(watch, due));
        }

        await Task.WhenAll(under);
    }

    private async Task WorkAsync(Stopwatch watch, TimeSpan length)
    {
        while (watch.Elapsed < length)
        {
            await SendAsync(watch, watch.Elapsed);
        }
    }

    private async Task SendAsync(Stopwatch watch, TimeSpan due)
    {
        var browser = idle.TryTake(out var free) ? free : new Browser(order.Port, order.Host);
        try
        {
            var secret = Guid.NewGuid().ToString("N");
            if (order.Whole)
            {
                Expect(await browser.GetAsync(order.Form), "200");
            }

            var answer = await browser.PostAsync(order.Form, $"{order.Cookie}; answering={secret}", $"{order.Body}&{order.Words}={secret}+{Words}");
            if (answer.Status == "302" && answer.Head.Contains("/receipt", StringComparison.Ordinal))
            {
                Interlocked.Increment(ref acknowledged);
                sent.Add((watch.Elapsed - due).TotalMilliseconds);
            }
            else
            {
                Expect(answer, "302");
            }

            if (order.Whole)
            {
                Expect(await browser.GetAsync(order.Form.Split("/consultations")[0] + "/contributions/receipt", $"answering={secret}; {answer.Cookies}"), "200");
            }

            idle.Add(browser);
        }
        catch (Exception error) when (error is IOException or SocketException)
        {
            Interlocked.Increment(ref other);
            problem ??= error.Message;
            browser.Dispose();
        }
    }

    private void Expect(Answer answer, string status)
    {
        if (answer.Status != status)
        {
            Interlocked.Increment(ref other);
            problem ??= answer.Head;
        }
    }

    private async Task ReadAsync(string path, Stopwatch watch, TimeSpan length)
    {
        using var browser = new Browser(order.Port, order.Host);
        while (watch.Elapsed < length)
        {
            var begun = watch.Elapsed;
            Expect(await browser.GetAsync(path), "200");
            read.Add((watch.Elapsed - begun).TotalMilliseconds);
            await Task.Delay(ReadEvery);
        }
    }

    private static double[] Figures(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count == 0 ? [0, 0, 0] : [sorted[sorted.Count / 2], sorted[sorted.Count * 95 / 100], sorted[^1]];
    }

    /// <summary>A remark of common length, as browsers send Arabic.</summary>
    private static string Words { get; } = Uri.EscapeDataString(string.Concat(Enumerable.Repeat("نقترح إنارة الأزقة القريبة من المدرسة ليلا ", 4)));
}
