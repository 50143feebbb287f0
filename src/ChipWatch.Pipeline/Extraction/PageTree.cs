using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ChipWatch.Pipeline.Text;

namespace ChipWatch.Pipeline.Extraction;

/// <summary>How much a part of a page says, in letters without white space.</summary>
/// <param name="Text">Everything that is text.</param>
/// <param name="Linked">What of it stands in links.</param>
/// <param name="Prose">What of it stands in runs that read like sentences, outside links.</param>
internal readonly record struct Weight(int Text, int Linked, int Prose)
{
    public static Weight operator +(Weight one, Weight other) => new(one.Text + other.Text, one.Linked + other.Linked, one.Prose + other.Prose);

    public static Weight operator -(Weight one, Weight other) => new(one.Text - other.Text, one.Linked - other.Linked, one.Prose - other.Prose);

    /// <summary>Share of the text that stands in links, 0 to 1.</summary>
    public double LinkShare => Text == 0 ? 0 : (double)Linked / Text;
}

/// <summary>The weights of all elements of a page, measured in one pass and kept right while parts are taken out.</summary>
internal sealed class PageTree
{
    private const int ShortestRun = 40;
    private const int SurelyProse = 120;

    private static readonly HashSet<string> Silent = new(StringComparer.Ordinal)
    {
        "script", "style", "template", "svg", "math", "iframe", "object", "embed", "canvas", "audio", "video", "select", "textarea", "button", "input", "dialog", "head", "title",
    };

    private static readonly HashSet<string> Inline = new(StringComparer.Ordinal)
    {
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img", "ins", "kbd", "label", "mark", "nobr", "picture", "q", "rp", "rt", "ruby",
        "s", "samp", "small", "source", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "br", "amp-img", "meter", "output", "progress",
    };

    private readonly Dictionary<IElement, Weight> weights = [];

    private readonly WorkDeadline work;

    /// <summary>Measures a page.</summary>
    /// <param name="page">The page.</param>
    /// <param name="work">When to give up: what is looked for may take the square of a tree's size.</param>
    public PageTree(IHtmlDocument page, WorkDeadline work)
    {
        this.work = work;
        Body = page.Body is { } body ? Measure(body) : null;
    }

    /// <summary>The page's body; null where it has none.</summary>
    public IElement? Body { get; }

    /// <summary>Whether an element is part of the line that it stands in.</summary>
    public static bool IsInline(IElement element) => Inline.Contains(element.LocalName);

    /// <summary>Whether nothing in an element is text for readers.</summary>
    public static bool IsSilent(IElement element) => Silent.Contains(element.LocalName);

    /// <summary>What an element weighs with all that is in it.</summary>
    public Weight this[IElement element] => weights.GetValueOrDefault(element);

    /// <summary>Takes an element out of the page.</summary>
    public void Remove(IElement element)
    {
        var weight = this[element];
        for (var ancestor = element.ParentElement; ancestor is not null && weight != default; ancestor = ancestor.ParentElement)
        {
            if (weights.TryGetValue(ancestor, out var whole))
            {
                weights[ancestor] = whole - weight;
            }
        }

        element.Remove();
    }

    /// <summary>The elements below <paramref name="root"/> in document order; one that is taken out is not entered.</summary>
    /// <exception cref="WorkTooLongException">The time for this page is over.</exception>
    public IEnumerable<IElement> Below(IElement root)
    {
        var waiting = new Stack<IElement>();
        Push(root, waiting);
        while (waiting.TryPop(out var element))
        {
            work.Check();
            yield return element;
            if (element.ParentElement is not null)
            {
                Push(element, waiting);
            }
        }
    }

    private static void Push(IElement parent, Stack<IElement> waiting)
    {
        for (var child = parent.LastElementChild; child is not null; child = child.PreviousElementSibling)
        {
            waiting.Push(child);
        }
    }

    private IElement Measure(IElement body)
    {
        var (letters, linked, links, hasStop) = (0, 0, 0, false);
        var run = new Stack<IElement>();
        void EndRun(IElement owner)
        {
            var own = letters - linked;
            var isProse = own >= ShortestRun && linked <= own && (hasStop || own >= SurelyProse);
            weights[owner] = this[owner] + new Weight(letters, linked, isProse ? own : 0);
            (letters, linked, hasStop) = (0, 0, false);
        }

        run.Push(body);
        for (INode? node = body.FirstChild; node is not null;)
        {
            if (node is IText words)
            {
                foreach (var letter in words.Data)
                {
                    if (!char.IsWhiteSpace(letter))
                    {
                        letters++;
                        linked += links > 0 ? 1 : 0;
                        hasStop |= letter is '.' or '!' or '?' or '。' or '？' or '！' or '…' or ':';
                    }
                }
            }

            if (node is IElement element && !IsSilent(element))
            {
                if (!IsInline(element))
                {
                    EndRun(run.Peek());
                    run.Push(element);
                }

                links += element.LocalName is "a" ? 1 : 0;
                if (node.FirstChild is { } child)
                {
                    node = child;
                    continue;
                }

                Leave(element);
            }

            while (node is not null && node.NextSibling is null)
            {
                node = node.Parent == body ? null : node.Parent;
                if (node is IElement left)
                {
                    Leave(left);
                }
            }

            node = node?.NextSibling;
        }

        EndRun(body);
        return body;

        void Leave(IElement element)
        {
            links -= element.LocalName is "a" ? 1 : 0;
            if (!IsInline(element))
            {
                EndRun(element);
                run.Pop();
                if (element.ParentElement is { } parent)
                {
                    // Inline elements that hold blocks pass the weight on.
                    weights[run.Peek()] = this[run.Peek()] + this[element];
                    for (var between = parent; between != run.Peek() && between is not null; between = between.ParentElement)
                    {
                        weights[between] = this[between] + this[element];
                    }
                }
            }
        }
    }
}
