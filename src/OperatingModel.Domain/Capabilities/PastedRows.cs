using OperatingModel.Domain.Editing;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.Capabilities;

/// <summary>Makes the rows of a pasted list. Siblings are placed together, so that ten thousand cost little more than one each.</summary>
internal sealed class PastedRows
{
    private readonly WorkingCopy _copy;
    private readonly CapabilityPaste _paste;
    private readonly HashSet<string> _given;
    private readonly Dictionary<string, List<string>> _below = new(StringComparer.Ordinal);
    private readonly List<string> _top = [];
    private readonly HashSet<string> _firsts = new(StringComparer.Ordinal);
    private readonly string?[] _codes;

    private PastedRows(ModelSnapshot model, CapabilityPaste paste)
    {
        (_copy, _paste, _codes) = (new WorkingCopy(model), paste, new string?[paste.Lines.Count]);
        _given = [.. paste.Lines.Where(line => paste.TakesCodes && line.IsNew).Select(line => line.Entry.Code).OfType<string>()];
    }

    public static IReadOnlyList<RowChange> Of(ModelSnapshot model, CapabilityPaste paste)
    {
        var rows = new PastedRows(model, paste);
        foreach (var (index, line) in paste.Lines.Index())
        {
            rows._codes[index] = line.IsLeftOut ? line.There!.Code : line.IsNew ? rows.Add(line) : null;
        }

        rows.Arrange();
        return rows._copy.Changes;
    }

    private string Add(PastedLine line)
    {
        var above = line.Entry.Parent < 0 ? null : _codes[line.Entry.Parent];
        var isBelowNew = above is not null && _paste.Lines[line.Entry.Parent].IsNew;
        var parent = above ?? CapabilityEdits.ParentAt(_copy, _paste.Place);
        var siblings = above is null ? _top : _below.TryGetValue(above, out var known) ? known : _below[above] = [];
        var code = (_paste.TakesCodes ? line.Entry.Code : null) ?? Next(parent, siblings, isBelowNew);
        if (siblings.Count == 0 && (!isBelowNew || _firsts.Contains(above!)))
        {
            // The first below a leaf takes over what the leaf carries, and so does the first below that one.
            CapabilityEdits.Add(_copy, above is null ? _paste.Place : Place.LastIn(above), line.Entry.Name, code);
            _firsts.Add(code);
        }
        else
        {
            _copy.Add(new Capability(code, parent, line.Entry.Name, null, null, null, null));
        }

        siblings.Add(code);
        return code;
    }

    private string Next(string? parent, List<string> siblings, bool isBelowNew)
    {
        bool IsTaken(string code) => _given.Contains(code) || _copy.IsTaken(ModelTables.Of<Capability>(), code);
        var last = siblings.Count > 0 ? siblings[^1] : isBelowNew ? $"{parent}.0" : null;
        if (last is not null && !_given.Contains(last) && NewCodes.After(last, IsTaken) is { } next)
        {
            return next;
        }

        var first = NewCodes.NextCapability(_copy, parent);
        return IsTaken(first) ? NewCodes.After(first, IsTaken) ?? first : first;
    }

    // At the place itself only the first needs a place; the others follow it, then the rows that stood there before. Elsewhere all come last.
    private void Arrange()
    {
        if (_top.Count < 2)
        {
            return;
        }

        var (own, first) = (_top.ToHashSet(StringComparer.Ordinal), _copy.Find<Capability>(_top[0])!);
        var behind = _copy.Rows<Capability>()
            .Where(other => other.Parent == first.Parent && other.Position > first.Position && !own.Contains(other.Code))
            .OrderBy(other => other.Position).ThenBy(other => other.Key).ToList();
        var place = first.Position;
        foreach (var code in _top.Skip(1))
        {
            _copy.Put(_copy.Find<Capability>(code)! with { Position = ++place });
        }

        foreach (var other in behind.TakeWhile(other => other.Position <= place))
        {
            _copy.Put(other with { Position = ++place });
        }
    }
}
