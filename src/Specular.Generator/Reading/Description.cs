using System;
using System.Collections.Generic;
using System.Threading;
using Specular.Generator.Reading.Swagger;

namespace Specular.Generator.Reading;

/// <summary>A description: its root file and the other files that the compiler handed over, among which its references are resolved.</summary>
internal sealed class Description
{
    private const string NoSuchFile = "only files that the project gives as OpenApiReference or AdditionalFiles are read, and nothing is fetched from the network; no such file is '";

    /// <summary>References followed for one question, at most: also where they pass through each other.</summary>
    private const int MaximumHops = 256;

    private readonly Dictionary<string, Node> _roots = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SchemaIdentifiers> _identifiers = new(StringComparer.Ordinal);
    private readonly Func<string, Node?> _load;

    // Each is asked many times: what it is, what it is called, what is required of it.
    private readonly Dictionary<Node, Resolution> _followed = [];
    private readonly CancellationToken _cancellationToken;

    // How often a name was looked for in vain.
    private int _lacked;

    // Files that were asked for and could not be read: each is asked for once.
    private readonly HashSet<string> _unreadable = new(StringComparer.Ordinal);

    /// <param name="root">The file that the client is made of.</param>
    /// <param name="others">Other files that it may refer to.</param>
    /// <param name="cancellationToken">Ends any search.</param>
    public Description(Node root, IEnumerable<Node>? others = null, CancellationToken cancellationToken = default)
        : this(root, _ => null, cancellationToken)
    {
        foreach (var other in others ?? [])
        {
            if (FilePath.Normalise(other.File.Path) is var path && !_roots.ContainsKey(path))
                _roots[path] = other;
        }
    }

    /// <param name="root">The file that the client is made of.</param>
    /// <param name="load">Reads another file, of which it is given the normalised path; null where there is none. It is asked when a reference leads there.</param>
    /// <param name="cancellationToken">Ends any search.</param>
    public Description(Node root, Func<string, Node?> load, CancellationToken cancellationToken)
    {
        Root = root;
        _load = load;
        _cancellationToken = cancellationToken;
        _roots[FilePath.Normalise(root.File.Path)] = root;
    }

    public Node Root { get; }

    /// <summary>How its text differs from the one that it was read before; null where it was read from the start.</summary>
    public TextEdit? Edit { get; init; }

    /// <summary>There was nothing to say about its text.</summary>
    public bool IsPlain { get; init; }

    /// <summary>Is told where references lead; null where nobody wants to know.</summary>
    public IReferenceObserver? Observer { get; set; }

    /// <summary>A part of the root, such as <c>paths</c>; where a reference stands in its place, what that leads to. Split files do that, though only the standard's objects may.</summary>
    public Node? Part(params string[] names)
    {
        var part = Root;
        foreach (var name in names)
        {
            if (part[name] is not { } next || !Follow(next).TryGetTarget(out part))
                return null;
        }

        return part;
    }

    /// <summary>Finds what a reference means (OpenAPI 3.0.4, section 4.8.23; RFC 3986, section 5).</summary>
    /// <param name="from">Any value of the file that the reference stands in.</param>
    /// <param name="reference">The text of <c>$ref</c>.</param>
    public Resolution Resolve(Node from, string reference)
    {
        var hops = MaximumHops;
        return Observed(Resolve(from, reference, ref hops));
    }

    /// <summary>
    /// Follows <c>$ref</c> from an object to what it stands for, through as many references as it takes. An object without one is its own target.
    /// What stands beside a <c>$ref</c> is not looked at.
    /// </summary>
    public Resolution Follow(Node node)
    {
        if (ReferenceOf(node) is null)
            return Resolution.To(node);
        if (_followed.TryGetValue(node, out var known))
            return Observed(known);
        var (hops, lacked) = (MaximumHops, _lacked);
        var followed = Follow(node, ref hops);

        // The observer is told the end alone of what is known, and has to be told the way as well.
        if (Observer is null || (followed.Target is not null && hops >= MaximumHops - 1 && lacked == _lacked))
            _followed[node] = followed;
        return followed;
    }

    /// <summary>The text of an object's <c>$ref</c>, or null where it has none.</summary>
    /// <remarks>A <c>$dynamicRef</c> (JSON Schema 2020-12, section 8.2.3.2) is followed to the anchor of its own file: what the outermost schema could put there instead is not known.</remarks>
    public static string? ReferenceOf(Node node) =>
        (node["$ref"] ?? node["$dynamicRef"]) is { Kind: NodeKind.String } reference ? reference.Text : null;

    private Resolution Follow(Node node, ref int hops)
    {
        HashSet<Node>? seen = null;
        var current = node;
        var isMeant = false;
        while (ReferenceOf(current) is { } reference)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            if (!(seen ??= []).Add(current) || --hops < 0)
                return Resolution.Nowhere("it leads back to itself");
            var resolution = Observed(Resolve(current, reference, ref hops));
            if (!resolution.TryGetTarget(out var target))
                return resolution;
            isMeant |= resolution.IsMeant && ReferenceEquals(current, node);
            current = target;
        }

        return new Resolution(current, null, isMeant);
    }

    private Resolution Observed(Resolution resolution)
    {
        if (resolution.Target is { } target)
            Observer?.Reached(target);
        return resolution;
    }

    private Resolution Resolve(Node from, string reference, ref int hops)
    {
        var hash = reference.IndexOf('#');
        var file = hash < 0 ? reference : reference.Substring(0, hash);
        var fragment = hash < 0 ? "" : reference.Substring(hash + 1);
        if (reference.Length == 0)
            return Resolution.Nowhere("it is empty");

        Node? root;
        if (file.Length == 0)
            root = _roots.TryGetValue(FilePath.Normalise(from.File.Path), out var own) ? own : Root;
        else
        {
            // By a path or by an $id, which may stand anywhere.
            Observer?.Searched();
            if (!TryFindFile(from, file, out root, out var error))
                return Resolution.Nowhere(error);
        }

        if (JsonPointer.Parse(fragment) is not { } segments)
        {
            Observer?.Searched();
            return IdentifiersOf(root!).FindAnchor(JsonPointer.PercentDecode(fragment), file.Length == 0 ? ResourceOf(from)?.Root : root) is { } anchored
                ? Resolution.To(anchored)
                : Resolution.Nowhere($"no schema has the $anchor '{fragment}', and a pointer would start with '#/'");
        }

        return file.Length > 0 ? Walk(root!, segments, ref hops) : WalkFrom(from, root!, segments, ref hops);
    }

    // What an object of OpenAPI has, a schema has not: the file comes first there, and is not searched for schemas to start from without need.
    private Resolution WalkFrom(Node from, Node root, IReadOnlyList<string> segments, ref int hops)
    {
        var isSchema = segments.Count == 0 || (root["openapi"] is null && root["paths"] is null);
        var resource = isSchema ? ResourceOf(from) : null;
        var found = Walk(resource?.Root ?? root, segments, ref hops);
        if (found.Target is not null)
            return found;
        if (isSchema)
            Observer?.Searched();
        for (var other = isSchema ? resource?.Outer : ResourceOf(from); other is not null; other = other.Outer)
        {
            Observer?.Searched();
            if (Walk(other.Root, segments, ref hops).Target is { } target)
                return new Resolution(target, null, IsMeant: !other.IsNamed);
        }

        return resource is not null && Walk(root, segments, ref hops) is { Target: not null } whole ? whole : found;
    }

    /// <summary>True where a <c>$dynamicRef</c> may mean several schemas.</summary>
    public bool IsOverridden(Node from, string dynamicReference)
    {
        Observer?.Searched();
        return dynamicReference.StartsWith("#", StringComparison.Ordinal) && _roots.TryGetValue(FilePath.Normalise(from.File.Path), out var root) && IdentifiersOf(root).IsOverridden(dynamicReference.Substring(1));
    }

    /// <inheritdoc cref="SchemaIdentifiers.ResourceOf"/>
    private SchemaResource? ResourceOf(Node from) =>
        _roots.TryGetValue(FilePath.Normalise(from.File.Path), out var root) ? IdentifiersOf(root).ResourceOf(from) : null;

    private bool TryFindFile(Node from, string file, out Node? root, out string error)
    {
        error = "";
        if (!IsAbsolute(file))
        {
            root = File(FilePath.Combine(from.File.Path, JsonPointer.PercentDecode(file))) ?? File(FilePath.Combine(from.File.Path, file));
            if (root is not null)
                return true;
        }

        var combined = ResourceOf(from)?.Combine(file) ?? file;
        foreach (var candidate in _roots.Values)
        {
            root = IdentifiersOf(candidate).FindId(combined) ?? IdentifiersOf(candidate).FindId(file);
            if (root is not null)
                return true;
        }

        root = null;
        error = NoSuchFile + file + "'";
        return false;
    }

    private Node? File(string path)
    {
        if (_roots.TryGetValue(path, out var root))
            return root;
        if (_unreadable.Contains(path))
            return null;
        root = _load(path);
        if (root is null)
            _unreadable.Add(path);
        else
            _roots[path] = root;
        return root;
    }

    /// <summary>Goes down a pointer. A reference in between is followed: the standard leaves it open, and descriptions rely on it.</summary>
    private Resolution Walk(Node root, IReadOnlyList<string> segments, ref int hops)
    {
        var current = root;
        for (var i = 0; i < segments.Count; i++)
        {
            var next = Step(current, segments[i]);
            if (next is null && ReferenceOf(current) is not null)
            {
                var followed = Follow(current, ref hops);
                if (!followed.TryGetTarget(out var target))
                    return followed;
                next = Step(target, segments[i]);
            }

            if (next is null && i == 0 && SwaggerReferences.NewHome(segments[0]) is { } home && root["components"]?[home] is { } moved)
                next = moved;
            if (next is null)
                return Resolution.Nowhere($"there is no '{segments[i]}' in {Place(segments, i)}");
            current = next;
        }

        return Resolution.To(current);
    }

    /// <inheritdoc cref="JsonPointer.Step"/>
    private Node? Step(Node node, string segment)
    {
        if (JsonPointer.StepExactly(node, JsonPointer.PercentDecode(segment)) is { } next)
            return next;
        _lacked++;
        Observer?.Lacked(node);
        return JsonPointer.StepExactly(node, segment);
    }

    private SchemaIdentifiers IdentifiersOf(Node root)
    {
        // A schema found by its $id is the root of its own table; it shares the file's, which holds the same anchors.
        var path = FilePath.Normalise(root.File.Path);
        if (!_identifiers.TryGetValue(path, out var identifiers))
            _identifiers[path] = identifiers = new SchemaIdentifiers(_roots.TryGetValue(path, out var whole) ? whole : root, _cancellationToken);
        return identifiers;
    }

    private static string Place(IReadOnlyList<string> segments, int count)
    {
        if (count == 0)
            return "the file";
        var place = "#";
        for (var i = 0; i < count; i++)
            place += "/" + JsonPointer.EncodeSegment(segments[i]);
        return "'" + place + "'";
    }

    /// <summary>Whether a reference has a scheme (or a Windows drive, which is not told apart), or starts at a root.</summary>
    private static bool IsAbsolute(string file)
    {
        if (file[0] is '/' or '\\')
            return true;
        foreach (var c in file)
        {
            if (c == ':')
                return true;
            if (!(c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '+' or '-' or '.'))
                return false;
        }

        return false;
    }
}
