using System.Text.Json;
using ChipWatch.Pipeline.Clustering;
using ChipWatch.Pipeline.Tagging;
using ChipWatch.Pipeline.Text;

namespace ChipWatch.Tests.Pipeline.Clustering;

public sealed class StorySignaturePackTests
{
    private static readonly StorySignature Full = new(new DateTimeOffset(2026, 3, 1, 8, 30, 15, 250, TimeSpan.Zero), ["company:amazon", "chip:amazon-trainium", "term:半導", "number:3.92E+09", "about:tariff", "named:chips-act", "other"])
    {
        Language = "ja",
        Primary = ["amazon"],
        Companies = ["amazon", "nvidia"],
        Chips = ["amazon-trainium"],
        Topics = ["cloud"],
        Type = EventType.Talks,
        Status = EventStatus.Rumor,
        Terms = [new("desantis", 10, IsName: true, InTitle: true, 300), new("rack", 7, IsName: false, InTitle: false), new("半導", 4, IsName: false, InTitle: true, 2)],
        Numbers = [new(0.5, 1), new(3.92e9, 3)],
        Mentions = [new("amazon", 12, InTitle: true), new("nvidia", 1, InTitle: false)],
        Concepts = [new("chips-act", 1, InTitle: false), new("tariff", 4, InTitle: true)],
    };

    [Fact]
    public void Read_WhatWasWritten_IsTheSame()
    {
        Assert.Equal(Json(Full), Json(Again(Full)));
        Assert.Equal(Json(new StorySignature(DateTimeOffset.UnixEpoch, [])), Json(Again(new StorySignature(DateTimeOffset.UnixEpoch, []))));
    }

    [Fact]
    public void Read_OneReaderForMany_MixesNothingUp()
    {
        var pack = new StorySignaturePack();
        var signatures = Enumerable.Range(0, 3_000).Select(i => Full with
        {
            Companies = [$"company-{i}"],
            Mentions = [new($"company-{i}", 1 + (i % 7), i % 2 == 0)],
            Terms = [.. Enumerable.Range(0, 40).Select(at => new StoryTerm($"word{i}-{at}", 1 + (at % 10), at % 2 == 0, at % 3 == 0)).OrderBy(term => term.Text, StringComparer.Ordinal)],
        }).ToList();

        var packed = signatures.ConvertAll(StorySignaturePack.Write);

        Assert.All(signatures.Zip(packed), pair => Assert.Equal(Json(pair.First), Json(pack.Read(pair.Second))));
    }

    [Fact]
    public void Match_StoredSignatures_DecideAsThoseThatWereNeverStored()
    {
        var articles = Enumerable.Range(0, 60).Select(Synthetic).ToList();
        var (first, second) = (new OpenStoryIndex(), new OpenStoryIndex());

        Assert.Equal(
            articles.Select((article, i) => first.Add($"{i:00}", article)),
            articles.Select((article, i) => second.Add($"{i:00}", Again(article))));
    }

    [Fact]
    public void SharesKeyWith_OneKeyInCommon_IsSeenWhereverItStands()
    {
        var other = new StorySignature(Full.Published, ["term:another", "named:chips-act"]);

        Assert.True(Full.SharesKeyWith(other));
        Assert.True(Again(Full).SharesKeyWith(other));
        Assert.True(other.SharesKeyWith(Again(Full)));
        Assert.False(Full.SharesKeyWith(other with { Keys = ["about:chips-act", "term:amazon"] }));
        Assert.False(Full.SharesKeyWith(other with { Keys = [] }));
    }

    [Fact]
    public void Read_BrokenBytes_SaysSo()
    {
        var packed = StorySignaturePack.Write(Full);
        var pack = new StorySignaturePack();

        Assert.Throws<InvalidDataException>(() => pack.Read([]));
        Assert.Throws<InvalidDataException>(() => pack.Read([9, .. packed[1..]]));
        for (var length = 1; length < packed.Length; length++)
        {
            var part = packed[..length];
            Assert.Throws<InvalidDataException>(() => pack.Read(part));
        }
    }

    [Fact]
    public void Write_OfAnArticle_TakesLessThanAThirdOfItsJson()
    {
        var packed = StorySignaturePack.Write(Synthetic(3)).Length;

        Assert.InRange(packed, 1, Json(Synthetic(3)).Length / 3);
    }

    private static StorySignature Again(StorySignature signature) => new StorySignaturePack().Read(StorySignaturePack.Write(signature));

    private static string Json(StorySignature signature) => JsonSerializer.Serialize(signature, PipelineJson.Options);

    private static StorySignature Synthetic(int number)
    {
        var random = new Random(number % 9);
        var names = Enumerable.Range(0, 30).Select(_ => $"word{random.Next(4_000)}").Distinct().Order(StringComparer.Ordinal).ToList();
        return new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddHours(number), ["company:intel", .. names.Take(12).Select(name => "term:" + name)])
        {
            Language = "en",
            Primary = ["intel"],
            Companies = ["intel"],
            Type = EventType.Deal,
            Status = EventStatus.Rumor,
            Terms = [.. names.Select((name, at) => new StoryTerm(name, 4 + (at % 7), at % 2 == 0, at % 5 == 0, 1 + (at % 3)))],
            Numbers = [new(random.Next(100, 999) * 1e6, 3)],
            Mentions = [new("intel", 1 + random.Next(9), random.Next(2) == 0)],
        };
    }
}
