namespace OperatingModel.Domain.Capabilities.Lists;

/// <summary>Reads a list of names as a tree, whatever shape it has: an outline, a sheet, a drawing, a text with bullets or headings.</summary>
public static class ListReader
{
    /// <summary>Deeper paths than this are not taken apart.</summary>
    private const int MaxDepth = 32;

    private const int BelowHeadings = 1000;

    /// <param name="wanted">The shape to read it by, where it is one of those the list can have; null for the likeliest.</param>
    public static ReadList Read(IReadOnlyList<ListRow> rows, ListShape? wanted = null)
    {
        var table = ListTable.Of(rows);
        if (table.Items.Count == 0)
        {
            return ReadList.Empty with { Remarks = table.Remarks };
        }

        var (shape, others) = Shapes(table, wanted);
        var tree = new ListTree();
        tree.Remarks.AddRange(table.Remarks);
        switch (shape)
        {
            case ListShape.LevelColumns:
                LevelColumns(tree, table);
                break;
            case ListShape.Paths:
                Paths(tree, table);
                break;
            case ListShape.Numbers:
                ListOutline.Read(tree, table);
                break;
            case ListShape.ParentColumn:
                Parents(tree, table);
                break;
            default:
                Ranked(tree, table, shape);
                break;
        }

        return tree.Finish(shape, others, table.AreCodes);
    }

    private static (ListShape Shape, IReadOnlyList<ListShape> Others) Shapes(ListTable table, ListShape? wanted)
    {
        var items = table.Items;
        List<(ListShape Shape, bool MayBe, bool IsLikely)> shapes =
        [
            (ListShape.ParentColumn, table.HasParents, table.HasParents),
            (ListShape.LevelNumbers, table.HasLevels, table.HasLevels),
            (ListShape.Headings, items.Any(item => item.Line.Heading > 0), true),
            (ListShape.LevelColumns, table.HasLevelColumns, true),
            (ListShape.Numbers, ListOutline.MayBe(table), ListOutline.IsLikely(table)),
            (ListShape.Paths, ListPaths.SignIn(items) is not null, ListPaths.IsLikely(items)),
            (ListShape.Bullets, ListBullets.AreLevels(items), true),
            (ListShape.Indentation, true, true),
        ];
        var taken = wanted is { } asked && shapes.Exists(shape => shape.Shape == asked && shape.MayBe) ? asked
            : shapes.Find(shape => shape is { MayBe: true, IsLikely: true }).Shape;
        return (taken, [.. shapes.Where(shape => shape.MayBe && shape.Shape != taken).Select(shape => shape.Shape)]);
    }

    // Each line stands below the nearest one above that is further out.
    private static void Ranked(ListTree tree, ListTable table, ListShape shape)
    {
        var isNumbered = ListBullets.AreNumbered(table.Items);
        var levels = shape == ListShape.Bullets ? ListBullets.Levels(table.Items) : null;
        var open = new Stack<(int Rank, int Node)>();
        foreach (var (index, item) in table.Items.Index())
        {
            var indent = item.Line.Indent + ListLine.WidthOf(item.Names[0].Column - item.Line.Column);
            var rank = shape switch
            {
                ListShape.LevelNumbers => item.Level!.Value,
                ListShape.Bullets => levels![index],
                ListShape.Headings => item.Line.Heading > 0 ? item.Line.Heading : BelowHeadings + indent,
                _ => indent,
            };
            while (open.TryPeek(out var above) && above.Rank >= rank)
            {
                open.Pop();
            }

            var number = isNumbered && item.Line.Mark.Length == 0 ? ListNumber.Of(item.Text) : null;
            if (ListLine.Name(item.Text[(number?.Length ?? 0)..]) is { Length: > 0 } name)
            {
                open.Push((rank, tree.Add(item.Number, open.TryPeek(out var parent) ? parent.Node : ListTree.Top, name, item.Code)));
            }
        }

        tree.Remarks.AddRange(table.Unread());
    }

    // An empty cell before the first name stands for what is above it.
    private static void LevelColumns(ListTree tree, ListTable table)
    {
        List<(int Column, int Node)> path = [];
        List<int> columns = [.. table.NameColumns];
        foreach (var item in table.Items)
        {
            path.RemoveAll(node => node.Column >= item.Names[0].Column);
            foreach (var (index, (column, text)) in item.Names.Index())
            {
                var name = ListLine.Name(text);
                var parent = path.Count == 0 ? ListTree.Top : path[^1].Node;
                if (path.Count > 0 && columns.IndexOf(column) > columns.IndexOf(path[^1].Column) + 1)
                {
                    tree.Remarks.Add(new(
                        item.Number,
                        $"A level is empty; “{ListTree.Shortened(name)}” stands directly below “{ListTree.Shortened(tree.NameOf(parent))}”."));
                }

                path.Add((column, tree.Child(item.Number, parent, name, item.Code, index == item.Names.Count - 1)));
            }
        }
    }

    private static void Paths(ListTree tree, ListTable table)
    {
        var sign = ListPaths.SignIn(table.Items)!;
        foreach (var item in table.Items)
        {
            List<string> names = [.. item.Text.Split(sign, MaxDepth).Select(ListLine.Name).Where(name => name.Length > 0)];
            var parent = ListTree.Top;
            foreach (var (index, name) in names.Index())
            {
                parent = tree.Child(item.Number, parent, name, item.Code, index == names.Count - 1);
            }
        }

        tree.Remarks.AddRange(table.Unread());
    }

    private static void Parents(ListTree tree, ListTable table)
    {
        var nodes = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        List<(ListItem Item, int Node)> added = [];
        foreach (var item in table.Items)
        {
            var name = ListLine.Name(item.Text);
            var node = tree.Add(item.Number, ListTree.Top, name, item.Code);
            nodes.TryAdd(item.Code ?? name, node);
            added.Add((item, node));
        }

        foreach (var (item, node) in added.Where(item => item.Item.Parent is not null))
        {
            if (nodes.TryGetValue(VisibleText.Line(item.Parent!), out var parent))
            {
                tree.Place(node, parent);
            }
            else
            {
                tree.Remarks.Add(new(
                    item.Number,
                    $"Its parent {ListTree.Shortened(item.Parent!)} is not in the list; "
                        + $"“{ListTree.Shortened(tree.NameOf(node))}” stands at the top."));
            }
        }
    }
}
