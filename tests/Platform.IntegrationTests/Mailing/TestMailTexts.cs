namespace Platform.IntegrationTests.Mailing;

/// <summary>Names the texts of the mails that these tests send.</summary>
internal sealed class TestMailTexts;
