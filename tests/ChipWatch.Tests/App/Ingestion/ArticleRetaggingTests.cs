using System.Text;
using ChipWatch.Ingestion;
using ChipWatch.Live;
using ChipWatch.Pipeline.Catalogue;
using ChipWatch.Pipeline.Clustering;
using ChipWatch.Pipeline.Extraction;
using ChipWatch.Pipeline.Revisions;
using ChipWatch.Pipeline.Tagging;
using ChipWatch.Store;
using ChipWatch.Store.Articles;
using ChipWatch.Store.Catalogue;
using ChipWatch.Store.Stories;
using ChipWatch.Store.Upkeep;
using ChipWatch.Tests.Fakes;
using Microsoft.EntityFrameworkCore;

namespace ChipWatch.Tests.App.Ingestion;

/// <summary>Articles whose stored tags are those of other rules than the present ones.</summary>
public sealed class ArticleRetaggingTests
{
    private static readonly LiveCatalogue Seeds = new(NewsCatalogue.LoadSeeds());

    private static readonly TestArticle Article = new("https://cyberivy.example/a", "Amazon in talks over Trainium", "2026-06-20T09:00:00")
    {
        Text = "Amazon is in talks to sell its Trainium chips to other operators of data centres, an executive said.",
        Companies = ["tsmc"],
    };

    [Fact]
    public async Task RunAsync_OtherRules_ReplacesTheTagsAndTheStory()
    {
        await using var store = await TestStore.CreateAsync();
        await store.AddAndGroupAsync(Article);
        var changes = new List<RetagChange>();

        Assert.True(await Retagging(store).RunAsync(originals: false, changes.Add, (_, _, _) => { }, CancellationToken.None));

        var change = Assert.Single(changes);
        Assert.Contains("company:amazon", change.Added);
        Assert.Equal(["company:tsmc"], change.Removed);
        await using var db = await store.OpenAsync();
        Assert.Equal("[\"amazon\"]", await db.Stories.Select(s => s.Vendors).SingleAsync());
        Assert.False(await db.FacetCounts.AnyAsync(c => c.Value == "tsmc" && c.Stories > 0));
        Assert.Equal(1, await db.Revisions.CountAsync());
    }

    [Fact]
    public async Task RunAsync_StoredLinks_AreReadAsCredits()
    {
        await using var store = await TestStore.CreateAsync();
        await store.AddAndGroupAsync(Article with { Text = "Amazon is in talks to sell its Trainium chips to other operators of data centres, it was reported on Monday." });
        await using (var db = await store.OpenAsync())
        {
            var text = await db.RevisionBodies.Select(body => body.Text).SingleAsync();
            var links = $"[{{\"url\":\"https://www.reuters.com/a\",\"start\":{text.IndexOf("reported", StringComparison.Ordinal)},\"length\":8}}]";
            await db.RevisionBodies.ExecuteUpdateAsync(body => body.SetProperty(b => b.Links, links));
        }

        await Retagging(store).RunAsync(originals: false, _ => { }, (_, _, _) => { }, CancellationToken.None);

        await using var after = await store.OpenAsync();
        Assert.Equal("[\"Reuters\"]", await after.Events.Select(e => e.ReportedBy).SingleAsync());
        Assert.Contains("\"quote\":\"reported\"", await after.Events.Select(e => e.CreditEvidence).SingleAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_Again_ChangesNothing()
    {
        await using var store = await TestStore.CreateAsync();
        await store.AddAndGroupAsync(Article);
        await Retagging(store).RunAsync(false, _ => { }, (_, _, _) => { }, CancellationToken.None);
        var changes = new List<RetagChange>();

        await Retagging(store).RunAsync(false, changes.Add, (_, _, _) => { }, CancellationToken.None);

        Assert.Empty(changes);
    }

    [Fact]
    public async Task RunAsync_CutOff_GoesOnWhereItWas()
    {
        await using var store = await TestStore.CreateAsync();
        await store.AddAndGroupAsync([.. Enumerable.Range(0, 90).Select(i => Article with { Url = $"https://cyberivy.example/{i}", Text = $"{Article.Text} Order number {i}." })]);
        using var cut = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Retagging(store).RunAsync(false, _ => { }, (_, _, _) => cut.Cancel(), cut.Token));
        var done = new List<(RetagStage, int, int)>();

        await Retagging(store).RunAsync(false, _ => { }, (stage, now, all) => done.Add((stage, now, all)), CancellationToken.None);

        Assert.Equal([(RetagStage.Articles, 40, 90), (RetagStage.Articles, 80, 90), (RetagStage.Articles, 90, 90), (RetagStage.Weighed, 90, 90), (RetagStage.Stories, 1, 1)], done);
    }

    [Fact]
    public async Task RunAsync_CutOffWhileStoriesAreSummedUp_GoesOnThere()
    {
        await using var store = await TestStore.CreateAsync();
        await store.AddAndGroupAsync(Article);
        using var cut = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Retagging(store).RunAsync(
            false,
            _ => { },
            (stage, _, _) =>
            {
                if (stage == RetagStage.Stories)
                {
                    cut.Cancel();
                }
            },
            cut.Token));
        var stages = new List<RetagStage>();

        await Retagging(store).RunAsync(false, _ => { }, (stage, _, _) => stages.Add(stage), CancellationToken.None);

        Assert.DoesNotContain(RetagStage.Stories, stages);
        await using var db = await store.OpenAsync();
        Assert.False(await db.Settings.AnyAsync(s => s.Key.StartsWith("retag.")));
        Assert.Equal("[\"amazon\"]", await db.Stories.Select(s => s.Vendors).SingleAsync());
    }

    [Fact]
    public async Task RunAsync_Originals_AreReadByThePresentRules()
    {
        await using var store = await TestStore.CreateAsync();
        await store.AddAndGroupAsync(Article);
        await using (var db = await store.OpenAsync())
        {
            var page = Originals.Pack("<html lang=\"en\"><body><article><h1>Amazon in talks over Trainium</h1><p>Amazon is in talks to sell its Trainium chips to other operators of data centres, <a href=\"https://www.reuters.com/technology/a\">it was reported</a> on Thursday.</p><p>Nvidia still dominates the market for accelerators by a wide margin, and no customer has been named so far by anybody.</p></article></body></html>"u8);
            await db.RevisionBodies.ExecuteUpdateAsync(body => body.SetProperty(b => b.Original, page));
        }

        var changes = new List<RetagChange>();
        await Retagging(store).RunAsync(originals: true, changes.Add, (_, _, _) => { }, CancellationToken.None);

        Assert.True(Assert.Single(changes).Text);
        await using var after = await store.OpenAsync();
        Assert.Contains("no customer has been named", await after.RevisionBodies.Select(b => b.Text).SingleAsync(), StringComparison.Ordinal);
        Assert.Contains("company:nvidia", changes[0].Added);
        Assert.Contains("https://www.reuters.com/technology/a", await after.RevisionBodies.Select(b => b.Links).SingleAsync(), StringComparison.Ordinal);
        Assert.Equal("[\"Reuters\"]", await after.Events.Select(e => e.ReportedBy).SingleAsync());
        Assert.Equal(1, await after.Revisions.CountAsync());
        var findings = new List<Finding>();
        await foreach (var finding in store.Get<StoreDoctor>().ExamineAsync(CancellationToken.None))
        {
            findings.Add(finding);
        }

        Assert.All(findings, finding => Assert.True(finding.IsWell, finding.Sentence));
    }

    [Fact]
    public async Task RunAsync_OriginalsOfSeveralRevisions_AreReadEachAndToldApartAgain()
    {
        await using var store = await TestStore.CreateAsync();
        await store.AddAndGroupAsync(Article);
        string[] pages = [PageOf("will sell", "400,000"), PageOf("may sell", "400,000"), PageOf("may sell", "250,000")];
        await using (var db = await store.OpenAsync())
        {
            var id = await db.Articles.Select(a => a.Id).SingleAsync();
            foreach (var said in new[] { "An old reader took the menu for the text, and the second time as well.", "An old reader took yet another menu for the text of the article." })
            {
                await store.Get<IArticleStore>().StoreAgainAsync(id, (Article with { Text = said }).Read("sample-cyberivy"), CancellationToken.None);
            }

            foreach (var revision in await db.Revisions.AsNoTracking().ToListAsync())
            {
                var original = Originals.Pack(Encoding.UTF8.GetBytes(pages[revision.Number - 1]));
                await db.RevisionBodies.Where(b => b.RevisionId == revision.Id).ExecuteUpdateAsync(body => body.SetProperty(b => b.Original, original));
            }
        }

        await Retagging(store).RunAsync(originals: true, _ => { }, (_, _, _) => { }, CancellationToken.None);

        await using var after = await store.OpenAsync();
        var revisions = await after.Revisions.Include(r => r.Body).OrderBy(r => r.Number).ToListAsync();
        Assert.Equal(["Amazon will sell Trainium", "Amazon may sell Trainium", "Amazon may sell Trainium"], revisions.Select(r => r.Title));
        Assert.All(revisions.Zip(["400,000", "400,000", "250,000"]), pair => Assert.Contains(pair.Second, pair.First.Body.Text, StringComparison.Ordinal));
        Assert.Equal(
            [RevisionMeaning.Softened, RevisionMeaning.NumberChanged],
            revisions.Skip(1).Select(r => StoredJson.ReadList<RevisionChange>(r.Changes)[0].Meaning));
        Assert.Equal((revisions[2].Id, "Amazon may sell Trainium"), await after.Articles.Select(a => new ValueTuple<long, string>(a.RevisionId, a.Title)).SingleAsync());
        await foreach (var finding in store.Get<StoreDoctor>().ExamineAsync(CancellationToken.None))
        {
            Assert.True(finding.IsWell, finding.Sentence);
        }
    }

    [Fact]
    public async Task RunAsync_SignatureOfBefore_IsPackedAndChangesNothing()
    {
        await using var store = await TestStore.CreateAsync();
        await store.AddAndGroupAsync(Article);
        await Retagging(store).RunAsync(originals: false, _ => { }, (_, _, _) => { }, CancellationToken.None);
        await using (var db = await store.OpenAsync())
        {
            var json = StoredJson.Write(new StorySignaturePack().Read(await db.Signatures.Select(s => s.Packed!).SingleAsync()));
            await db.Signatures.ExecuteUpdateAsync(row => row.SetProperty(s => s.Packed, (byte[]?)null).SetProperty(s => s.Signature, json));
        }

        var changes = new List<RetagChange>();
        await Retagging(store).RunAsync(originals: false, changes.Add, (_, _, _) => { }, CancellationToken.None);

        Assert.Empty(changes);
        await using var after = await store.OpenAsync();
        Assert.True(await after.Signatures.AllAsync(s => s.Packed != null && s.Signature == ""));
        Assert.NotNull(await after.Articles.Select(a => a.StoryReason).SingleAsync());
    }

    private static string PageOf(string verb, string chips) =>
        $"""
        <html lang="en"><body><nav><a href="/">Home</a></nav><article><h1>Amazon {verb} Trainium</h1>
        <p>Amazon {verb} its Trainium chips to other operators of data centres, an executive of the company said in an interview on Thursday.</p>
        <p>The first contracts cover {chips} chips, and Nvidia still dominates the market for accelerators by a wide margin in the meantime.</p>
        </article></body></html>
        """;

    private static ArticleRetagging Retagging(TestStore store) => new(
        store.Get<IRetagStore>(), store.Get<ICatalogueStore>(), new PageReading(new ArticleExtractor(), Seeds, store.Clock), store.Get<IStoryGrouper>(), store.Get<IngestPermit>(), new StoryNotifier());
}
