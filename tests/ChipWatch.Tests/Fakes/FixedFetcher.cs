using ChipWatch.Pipeline.Fetching;

namespace ChipWatch.Tests.Fakes;

/// <summary>Answers each address with what was put there; everything else is 404. Remembers what was asked.</summary>
internal sealed class FixedFetcher : IPageFetcher
{
    private readonly Dictionary<string, FetchOutcome> answers = [];

    public List<FetchRequest> Asked { get; } = [];

    public FixedFetcher Answer(string url, string body, string contentType = "text/html; charset=utf-8")
    {
        answers[url] = new FetchOutcome.Fetched(new Uri(url), System.Text.Encoding.UTF8.GetBytes(body), contentType, new Validators("\"v1\"", null));
        return this;
    }

    public FixedFetcher Answer(string url, FetchOutcome outcome)
    {
        answers[url] = outcome;
        return this;
    }

    /// <summary>Puts its answers into another fetcher.</summary>
    public void CopyTo(FixedFetcher other)
    {
        foreach (var (url, outcome) in answers)
        {
            other.Answer(url, outcome);
        }
    }

    public Task<FetchOutcome> FetchAsync(FetchRequest request, CancellationToken cancellationToken)
    {
        lock (Asked)
        {
            Asked.Add(request);
        }

        return Task.FromResult(answers.GetValueOrDefault(request.Url.AbsoluteUri) ?? new FetchOutcome.Failed(FetchFailure.NotFound, "The page is not there.", 404));
    }
}
