using Platform.Kernel.Communes;
using Platform.Kernel.Publishing;
using Platform.Kernel.Text;
using Platform.Participation.Subscriptions;

namespace Platform.UnitTests.Participation;

public sealed class NewsroomTests
{
    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 0)]
    public async Task What_a_commune_has_switched_off_has_no_news_and_cannot_be_subscribed_to(bool off, int expected)
    {
        var commune = new CurrentCommune();
        var name = new LocalizedText("\u0627");
        commune.Set(new("x", "1", name, name, name, 1, "#000000", "http://x", false)
        {
            Profile = CommuneProfile.Default with { Features = off ? [new(Feature.ActionPlan, FeatureMode.Off)] : [] },
        });
        var newsroom = new Newsroom([new Room()], commune);
        var stop = TestContext.Current.CancellationToken;

        Assert.Equal(expected, (await newsroom.NewsAsync(["activity:1/1.1", "process:x", "none"], DateTime.MinValue, DateTime.MaxValue, stop)).Count);
        Assert.Equal(expected == 1, await newsroom.FindAsync("activity:1/1.1", stop) is not null);
        Assert.Null(await newsroom.FindAsync("process:x", stop));
        Assert.Null(await newsroom.FindAsync((string?)null, stop));
        Assert.Null(await newsroom.FindAsync(new string('a', 5000), stop));
    }

    private sealed class Room : INewsSource
    {
        public string Kind => "activity";

        public Feature Feature => Feature.ActionPlan;

        public Task<IReadOnlyList<NewsSubject>> SubjectsAsync(IReadOnlyCollection<string> keys, CancellationToken cancellation) =>
            Task.FromResult<IReadOnlyList<NewsSubject>>([.. keys.Select(key => new NewsSubject(key, new("\u0627"), "/"))]);

        public Task<IReadOnlyList<NewsItem>> NewsAsync(IReadOnlyCollection<string> keys, DateTime from, DateTime until, CancellationToken cancellation) =>
            Task.FromResult<IReadOnlyList<NewsItem>>([.. keys.Select(key => new NewsItem(key, key, from, new("\u0627"), "/"))]);
    }
}
