using System.Globalization;
using System.Text;
using ChipWatch.Catalogue;
using ChipWatch.Components;
using ChipWatch.Pages.Timeline;
using ChipWatch.Pipeline.Catalogue;
using ChipWatch.Store.Stories;
using ChipWatch.Store.Timelines;

namespace ChipWatch;

/// <summary>Every address that the app shows, written in one place. Ids decide, slugs are there to be read.</summary>
public static class ChipWatchUrls
{
    /// <summary>What moved.</summary>
    public const string Today = "/";

    /// <summary>The list of vendors.</summary>
    public const string Vendors = "/vendors";

    /// <summary>The list of issues.</summary>
    public const string Digests = "/digests";

    /// <summary>The health of the sources.</summary>
    public const string Sources = "/sources";

    /// <summary>Where an address is pasted to be read from then on.</summary>
    public const string AddSource = "/sources/add";

    /// <summary>Lists of feeds, in and out.</summary>
    public const string ImportSources = "/sources/import";

    /// <summary>All sources as a list of feeds.</summary>
    public const string ExportSources = "/sources/export.opml";

    /// <summary>The sources that come with the program.</summary>
    public const string StarterPack = "/sources/starter";

    /// <summary>Where the form that looks at a pasted address is sent.</summary>
    public const string LookAtSource = "/sources/look";

    /// <summary>Where the form that stops the running round is sent.</summary>
    public const string StopRound = "/sources/round/stop";

    /// <summary>Companies, chips, topics and outlets with their names.</summary>
    public const string Catalogue = "/catalogue";

    /// <summary>Names that the catalogue lacks.</summary>
    public const string Proposals = "/catalogue/proposals";

    /// <summary>Where the form that looks at a change of the catalogue is sent.</summary>
    public const string PreviewCatalogue = "/admin/catalogue/preview";

    /// <summary>Where the form that saves a change of the catalogue is sent.</summary>
    public const string SaveCatalogue = "/admin/catalogue/save";

    /// <summary>How ChipWatch works.</summary>
    public const string About = "/about";

    /// <summary>Where the form that removes the sample corpus is sent.</summary>
    public const string RemoveSamples = "/samples/remove";

    /// <summary>The first page of everything.</summary>
    public const string AllStories = "/timeline";

    /// <summary>A timeline in its canonical form; <see cref="TimelineRequest.Read(string)"/> reads it again.</summary>
    public static string Timeline(TimelineFilter filter, string? after = null, TimelineOrder order = TimelineOrder.Newest) => AllStories + Query(new TimelineRequest(filter, after, order));

    /// <summary>The timeline with one value of one facet asked for.</summary>
    public static string Timeline(Facet facet, string value) => Timeline(new TimelineFilter([new FacetChoice(facet, value)], []));

    /// <summary>The query of a timeline and of every export, with its question mark; empty for everything.</summary>
    public static string Query(TimelineRequest request)
    {
        var query = new StringBuilder();
        foreach (var (name, value) in request.Parameters())
        {
            query.Append(query.Length == 0 ? '?' : '&').Append(name).Append('=').Append(Uri.EscapeDataString(value));
        }

        return query.ToString();
    }

    /// <summary>A story.</summary>
    public static string Story(long id, string slug) => $"/stories/{id.ToString(CultureInfo.InvariantCulture)}/{Uri.EscapeDataString(slug)}";

    /// <summary>A story.</summary>
    public static string Story(StoryCard story) => Story(story.Id, story.Slug);

    /// <summary>A story as it stood at the end of a day.</summary>
    public static string StoryAsOf(StoryCard story, DateOnly day) => $"{Story(story)}?asof={day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}";

    /// <summary>A story that was to be changed and was not, with the reason.</summary>
    public static string StoryRefused(long id, DecisionRefusal reason) => $"/stories/{id.ToString(CultureInfo.InvariantCulture)}?refused={reason.ToString().ToLowerInvariant()}#h-heads";

    /// <summary>A story with others beside it that it may be merged into.</summary>
    public static string StoryNear(StoryCard story) => Story(story) + "?near=#h-merge";

    /// <summary>Where the star of a vendor or topic posts to.</summary>
    public static string Follow(Facet facet, string id) => $"/follow/{facet.ToString().ToLowerInvariant()}/{Uri.EscapeDataString(id)}";

    /// <summary>Where the form of a story page is sent.</summary>
    /// <param name="id">The story, or the decision to undo.</param>
    /// <param name="kind">"split", "pin", "merge" or "undo".</param>
    public static string StoryChange(long id, string kind) => kind == "undo"
        ? $"/stories/decisions/{id.ToString(CultureInfo.InvariantCulture)}/undo"
        : $"/stories/{id.ToString(CultureInfo.InvariantCulture)}/{kind}";

    /// <summary>An article, if need be in an older state and with the proof of one statement lit.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="slug">Readable tail.</param>
    /// <param name="revision">Which state; null for the newest.</param>
    /// <param name="why">The statement whose proof is lit ("company:amazon", "event", "number:2"); null for none.</param>
    public static string Article(long id, string slug, int? revision = null, string? why = null)
    {
        var address = new StringBuilder($"/articles/{id.ToString(CultureInfo.InvariantCulture)}/{Uri.EscapeDataString(slug)}");
        if (revision is { } number)
        {
            address.Append("?revision=").Append(number.ToString(CultureInfo.InvariantCulture));
        }

        if (why is not null)
        {
            address.Append(revision is null ? '?' : '&').Append("why=").Append(Uri.EscapeDataString(why).Replace("%3A", ":", StringComparison.Ordinal)).Append("#why");
        }

        return address.ToString();
    }

    /// <summary>A state of an article beside the one before it.</summary>
    public static string Comparison(long id, string slug, int revision) => Article(id, slug, revision) + "&diff=1";

    /// <summary>A vendor.</summary>
    public static string Vendor(string id) => $"/vendors/{Uri.EscapeDataString(id)}";

    /// <summary>A vendor's page with its own timeline narrowed further; the vendor itself is in the path, not in the query.</summary>
    public static string Vendor(string id, TimelineFilter filter, string? after, TimelineOrder order = TimelineOrder.Newest) => Vendor(id) + Query(new TimelineRequest(filter, after, order));

    /// <summary>One source.</summary>
    public static string Source(string id) => $"/sources/{Uri.EscapeDataString(id)}";

    /// <summary>The form that changes a source.</summary>
    public static string EditSource(string id) => Source(id) + "/edit";

    /// <summary>Where a form that does something to a source is sent.</summary>
    /// <param name="id">The source.</param>
    /// <param name="act">check, pause, resume, clone, remove or save.</param>
    public static string SourceAct(string id, string act) => $"{Source(id)}/{act}";

    /// <summary>A list of the catalogue.</summary>
    public static string CatalogueList(EntryKind kind) => $"{Catalogue}/{CatalogueWords.Key(kind)}";

    /// <summary>One entry of the catalogue.</summary>
    public static string Entry(EntryKind kind, string id) => $"{CatalogueList(kind)}/{Uri.EscapeDataString(id)}";

    /// <summary>The form that changes an entry of the catalogue.</summary>
    /// <param name="kind">Its list.</param>
    /// <param name="id">The entry; empty for a new one.</param>
    /// <param name="purpose">What is to be changed; null for further names, or for a new entry.</param>
    /// <param name="name">The name that is changed, or that a new entry begins with.</param>
    public static string ChangeEntry(EntryKind kind, string id, FormPurpose? purpose = null, string? name = null) => WithQuery(
        $"/admin/catalogue/{CatalogueWords.Key(kind)}/{(id.Length == 0 ? "add" : "edit/" + Uri.EscapeDataString(id))}", ("do", purpose is { } wanted ? CatalogueWords.Key(wanted) : null), ("name", name));

    /// <summary>Where the form that takes a change of the catalogue back is sent.</summary>
    public static string UndoCatalogueChange(long id) => $"/admin/catalogue/changes/{id.ToString(CultureInfo.InvariantCulture)}/undo";

    /// <summary>Where a form that decides a proposal is sent.</summary>
    /// <param name="id">The proposal.</param>
    /// <param name="act">reject, allow or merge.</param>
    public static string DecideProposal(long id, string act) => $"/admin/catalogue/proposals/{id.ToString(CultureInfo.InvariantCulture)}/{act}";

    /// <summary>An address with the parts of its query that are there.</summary>
    public static string WithQuery(string path, params ReadOnlySpan<(string Name, string? Value)> parts)
    {
        var address = new StringBuilder(path);
        var sign = '?';
        foreach (var (name, value) in parts)
        {
            if (!string.IsNullOrEmpty(value))
            {
                address.Append(sign).Append(name).Append('=').Append(Uri.EscapeDataString(value));
                sign = '&';
            }
        }

        return address.ToString();
    }

    /// <summary>The issue of a week.</summary>
    /// <param name="week">"2026-W25".</param>
    public static string Digest(string week) => $"/digests/{Uri.EscapeDataString(week)}";

    /// <summary>The issue of a week as a file.</summary>
    /// <param name="week">"2026-W25".</param>
    /// <param name="format">"md".</param>
    public static string DigestFile(string week, string format) => $"{Digest(week)}.{format}";

    /// <summary>An address from outside that a link may hold: http and https alone.</summary>
    /// <returns>The address, or null where a browser must not be sent there.</returns>
    public static string? Outside(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
            ? address.AbsoluteUri
            : null;
}
