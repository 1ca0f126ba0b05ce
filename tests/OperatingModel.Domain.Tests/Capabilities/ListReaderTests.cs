using OperatingModel.Domain.Capabilities.Lists;

namespace OperatingModel.Domain.Tests.Capabilities;

public sealed class ListReaderTests
{
    // Rows are parted by ⏎, cells by ⇥; the tree that is read is written with a dash for each level above.
    [Theory]
    [InlineData("Customer⏎⇥Handle claims⏎⇥Answer questions⏎Finance", ListShape.Indentation, "Customer/-Handle claims/-Answer questions/Finance")]
    [InlineData("Customer⏎    Claims⏎⇥Answer⏎  Half⏎⇥  Deep⏎Finance", ListShape.Indentation, "Customer/-Claims/-Answer/-Half/--Deep/Finance")]
    [InlineData("  Customer⏎    Claims⏎⏎ Finance⏎", ListShape.Indentation, "Customer/-Claims/Finance")]
    [InlineData("Customer⇥Claims⇥Receive claim⏎Customer⇥Claims⇥Settle claim",
        ListShape.LevelColumns, "Customer/-Claims/--Receive claim/--Settle claim")]
    [InlineData("Customer⇥Claims⇥Receive⏎⇥⇥Settle⏎⇥Answers⇥Call⏎Finance⇥Bill⇥",
        ListShape.LevelColumns, "Customer/-Claims/--Receive/--Settle/-Answers/--Call/Finance/-Bill")]
    [InlineData("Level 1⇥Level 2⏎Customer⇥Claims⏎Customer⇥Answers", ListShape.LevelColumns, "Customer/-Claims/-Answers")]
    [InlineData("Domain⇥Capability⇥Description⏎Customer⇥Claims⇥All of it⏎Finance⇥Bills⇥Rest",
        ListShape.LevelColumns, "Customer/-Claims/Finance/-Bills")]
    [InlineData("B⇥X⏎A⇥Y⏎B⇥Z⏎B⏎A⇥Y", ListShape.LevelColumns, "B/-X/-Z/A/-Y")]
    [InlineData("C1⇥Customer⏎C1.1⇥Claims⏎C2⇥Finance", ListShape.Numbers, "Customer [C1]/-Claims [C1.1]/Finance [C2]")]
    [InlineData("Code⇥Name⏎BC-7⇥Customer⏎BC-7.10⇥Claims", ListShape.Numbers, "Customer [BC-7]/-Claims [BC-7.10]")]
    [InlineData("001⇥Homes⏎002⇥Roads⏎004⇥Mail", ListShape.Indentation, "Homes [001]/Roads [002]/Mail [004]")]
    [InlineData("Code⇥Parent⇥Name⏎b⇥a⇥Claims⏎a⇥⇥Customer⏎c⇥b⇥Receive", ListShape.ParentColumn, "Customer [a]/-Claims [b]/--Receive [c]")]
    [InlineData("1⇥Customer⏎2⇥Claims⏎3⇥Receive⏎2⇥Answers", ListShape.LevelNumbers, "Customer/-Claims/--Receive/-Answers")]
    [InlineData("Level⇥Name⏎1⇥Customer⏎2⇥Claims", ListShape.LevelNumbers, "Customer/-Claims")]
    [InlineData("Customer > Claims > Receive claim", ListShape.Paths, "Customer/-Claims/--Receive claim")]
    [InlineData("Customer → Claims⏎Customer → Answers⏎Customer", ListShape.Paths, "Customer/-Claims/-Answers")]
    [InlineData("Customer / Claims⏎Customer / Answers", ListShape.Paths, "Customer/-Claims/-Answers")]
    [InlineData("Customer\\Claims⏎Customer\\Answers⏎Finance\\Bills", ListShape.Paths, "Customer/-Claims/-Answers/Finance/-Bills")]
    [InlineData("Audio / video⏎Billing", ListShape.Indentation, "Audio / video/Billing")]
    [InlineData("24/7 support⏎Input/output", ListShape.Indentation, "24/7 support/Input/output")]
    [InlineData("1 Customer⏎1.1 Claims⏎1.1.1 Receive claim⏎2 Finance",
        ListShape.Numbers, "Customer [1]/-Claims [1.1]/--Receive claim [1.1.1]/Finance [2]")]
    [InlineData("1.⇥Customer⏎1.1.⇥Claims⏎2.⇥Finance", ListShape.Numbers, "Customer [1]/-Claims [1.1]/Finance [2]")]
    [InlineData("A Customer⏎A.1 Claims⏎A.2 Answers⏎B Finance⏎B.1 Bills",
        ListShape.Numbers, "Customer [A]/-Claims [A.1]/-Answers [A.2]/Finance [B]/-Bills [B.1]")]
    [InlineData("1 Customer⏎2 Finance⏎3 People", ListShape.Numbers, "Customer [1]/Finance [2]/People [3]")]
    [InlineData("3.1 Claims⏎3.2 Answers⏎3.2.1 Call", ListShape.Numbers, "Claims [3.1]/Answers [3.2]/-Call [3.2.1]")]
    [InlineData("1) Customer⏎⇥1) Claims⏎⇥2) Answers⏎2) Finance", ListShape.Indentation, "Customer/-Claims/-Answers/Finance")]
    [InlineData("1. Customer⏎   - Claims⏎   - Answers⏎2. Finance", ListShape.Indentation, "Customer/-Claims/-Answers/Finance")]
    [InlineData("1. Customer⏎a) Claims⏎i. Receive⏎ii. Settle⏎b) Answers⏎2. Finance",
        ListShape.Bullets, "Customer/-Claims/--Receive/--Settle/-Answers/Finance")]
    [InlineData("·⇥Customer⏎o⇥Claims⏎§⇥Receive claim⏎o⇥Answers", ListShape.Bullets, "Customer/-Claims/--Receive claim/-Answers")]
    [InlineData("• Customer⏎⇥o Claims⏎•Finance", ListShape.Indentation, "Customer/-Claims/Finance")]
    [InlineData("# Customer⏎## Claims⏎- Receive⏎  - **Letters**⏎# Finance", ListShape.Headings, "Customer/-Claims/--Receive/---Letters/Finance")]
    [InlineData("- [ ] Customer⏎  - [x] Claims⏎[ ] Finance⏎☐ People", ListShape.Indentation, "Customer/-Claims/Finance/People")]
    [InlineData("Customer⏎├── Claims⏎│   ├── Receive⏎│   └── Settle⏎└── Answers",
        ListShape.Indentation, "Customer/-Claims/--Receive/--Settle/-Answers")]
    [InlineData("├── Claims⏎|⏎|-- Answers⏎|   +-- Call⏎`-- Bills", ListShape.Indentation, "Claims/Answers/-Call/Bills")]
    [InlineData("Capability⏎Customer⏎Finance", ListShape.Indentation, "Customer/Finance")]
    [InlineData("§ 25a compliance⏎3D printing⏎C# skills⏎1st level", ListShape.Indentation, "§ 25a compliance/3D printing/C# skills/1st level")]
    [InlineData("Cust\u200bomer\ufeff⏎\u00a0\u00a0Claims\u00ad", ListShape.Indentation, "Customer/-Claims")]
    [InlineData("---⏎Customer⏎***⏎ · ⏎", ListShape.Indentation, "Customer")]
    public void A_list_is_read_by_its_shape(string list, ListShape shape, string tree)
    {
        var read = Read(list);
        Written(read).ShouldBe(tree);
        read.Shape.ShouldBe(shape);
    }

    [Theory]
    [InlineData("Audio / video⏎Billing", ListShape.Paths, "Audio/-video/Billing")]
    [InlineData("Customer > Claims", ListShape.Indentation, "Customer > Claims")]
    [InlineData("Customer⇥Claims", ListShape.Indentation, "Customer")]
    [InlineData("Customer", ListShape.Numbers, "Customer")]
    public void A_list_is_read_by_another_shape_that_it_may_have(string list, ListShape wanted, string tree) =>
        Written(ListReader.Read(Rows(list), wanted)).ShouldBe(tree);

    [Theory]
    [InlineData("1 A one⏎1.1.1 B two⏎2 C three", "2: There is no 1.1 above 1.1.1; it stands directly below 1 A one.")]
    [InlineData("1.1 B⏎1.2 C⏎1.5 D⏎1.5 E", "3: The numbers jump to 1.5: 1.3 to 1.4 are not in the list.|4: 1.5 stands in line 3 already.")]
    [InlineData("1 A⏎1.2 B", "2: The numbers jump to 1.2: 1.1 is not in the list.")]
    [InlineData("1 A one⏎1.1 B⏎1.2 C⏎Lost⏎2 D", "4: “Lost” has no number; it stands below “A one”, beside the line above it.")]
    [InlineData("A⇥B⏎A⇥B⏎A⇥C", "2: “B” stands in line 1 already and is taken once.")]
    [InlineData("Level 1⇥Level 2⇥Level 3⏎A⇥⇥B", "2: A level is empty; “B” stands directly below “A”.")]
    [InlineData("Source: a report⏎Code⇥Name⏎1⇥A", "1: “Source: a report” stands above the heading of the columns and is left out.")]
    [InlineData("Code⇥Parent⇥Name⏎a⇥x⇥A⏎b⇥c⇥B⏎c⇥b⇥C",
        "2: Its parent x is not in the list; “A” stands at the top.|3: “B” stands below itself by its parents; it is put at the top.")]
    [InlineData("Claims⇥1 200,5⏎Bills⇥1.234⏎Calls⇥−3", "1: Column 2 is left out, because it holds no names: “1 200,5”.")]
    [InlineData("Claims⇥Anna⏎Bills⇥Ben⏎Calls⇥Anna", "1: Column 2 is left out, because it holds no names: “Anna”.")]
    public void What_is_odd_is_said_with_its_line(string list, string remarks) =>
        string.Join('|', Read(list).Remarks.Select(remark => $"{remark.Line}: {remark.Message}")).ShouldBe(remarks);

    [Fact]
    public void Nothing_is_an_empty_list() => Read("⏎ ⏎⇥⏎-").Entries.ShouldBeEmpty();

    [Fact]
    public void What_is_printed_in_any_shape_is_read_as_the_same_tree() => Property.Holds(random =>
    {
        var tree = RandomTree(random);
        foreach (var (shape, print) in Printers)
        {
            var read = ListReader.Read([.. print(tree).Select((row, line) => new ListRow(line + 1, row))]);
            read.Entries.Select(entry => (entry.Level, entry.Name)).ShouldBe(tree, $"printed as {shape}, read as {read.Shape}");
            read.Entries.ShouldAllBe(entry => entry.Level == (entry.Parent < 0 ? 1 : read.Entries[entry.Parent].Level + 1));
        }
    });

    [Fact]
    public void Whatever_is_pasted_names_hold_no_marks_and_no_text_takes_long() => Property.Holds(random =>
    {
        string[] pieces =
        [
            "\t", " ", "-", "• ", "# ", "1.", "1.1 ", "[ ] ", "├── ", "│", " > ", "/", "\u200b", "\u00a0", "o ", "§", "Name", "Other", "**", "", "C1",
        ];
        var rows = Enumerable.Range(1, random.Next(12)).Select(line => new ListRow(line, [.. string.Concat(
            Enumerable.Range(0, random.Next(9)).Select(_ => pieces[random.Next(pieces.Length)])).Split('\t')])).ToList();
        foreach (var shape in Enum.GetValues<ListShape>())
        {
            foreach (var entry in ListReader.Read(rows, shape).Entries)
            {
                entry.Name.ShouldSatisfyAllConditions(
                    name => name.ShouldNotBeNullOrWhiteSpace(),
                    name => name.ShouldBe(name.Trim()),
                    name => name.ShouldNotContain(c => c == '\t' || c == '\n' || c == '\u200b'),
                    name => name.ShouldBe(ListLine.Name(name)));
            }
        }
    });

    [Theory]
    [InlineData(' ')]
    [InlineData('\t')]
    [InlineData('>')]
    [InlineData('-')]
    [InlineData('│')]
    [InlineData('#')]
    [InlineData('x')]
    [InlineData('1')]
    [InlineData('.')]
    public void A_line_of_a_million_characters_and_ten_thousand_lines_are_read(char filler)
    {
        var line = new string(filler, 1_000_000);
        ListReader.Read([new ListRow(1, $"{line}x".Split('\t')), new ListRow(2, $"Name{line}".Split('\t'))]).Entries.Count.ShouldBeLessThan(100);
        var deep = Enumerable.Range(1, 10_000).Select(n => new ListRow(n, [$"{new string(filler, n % 90)}Name {n}"])).ToList();
        ListReader.Read(deep).Entries.Count.ShouldBeGreaterThan(0);
    }

    private static readonly (string Shape, Func<IReadOnlyList<(int Level, string Name)>, IEnumerable<string[]>> Print)[] Printers =
    [
        ("tabs", tree => tree.Select(node => (string[])[.. Enumerable.Repeat("", node.Level - 1), node.Name])),
        ("tabs and trailing cells", tree => tree.Select(node => (string[])[.. Enumerable.Repeat("", node.Level - 1), node.Name, "", ""])),
        ("blanks", tree => tree.Select(node => (string[])[$"{new string(' ', 2 * node.Level)}{node.Name}"])),
        ("bullets", tree => tree.Select(node => (string[])[$"{new string(' ', 2 * node.Level)}{"-*•"[node.Level % 3]} {node.Name}"])),
        ("check boxes", tree => tree.Select(node => (string[])[$"{new string(' ', 2 * node.Level)}- [ ] {node.Name}"])),
        ("headings", tree => tree.Select(node => (string[])[$"{new string('#', node.Level)} {node.Name}"])),
        ("drawing", tree => tree.Select(node => (string[])[$"{string.Concat(Enumerable.Repeat("│   ", node.Level - 1))}├── {node.Name}"])),
        ("plain drawing", tree => tree.Select(node => (string[])[$"{string.Concat(Enumerable.Repeat("|  ", node.Level - 1))}|-- {node.Name}"])),
        ("outline", tree => Numbered(tree).Select(node => (string[])[$"{node.Number} {node.Name}"])),
        ("codes", tree => Numbered(tree).Select(node => (string[])[$"C{node.Number}", node.Name])),
        ("paths", tree => Paths(tree).Select(path => (string[])[string.Join(" > ", path)])),
        ("repeated columns", tree => [["Level 1", "Level 2", "Level 3", "Level 4", "Level 5", "Level 6"], .. Paths(tree)]),
    ];

    private static ReadList Read(string list) => ListReader.Read(Rows(list));

    private static IReadOnlyList<ListRow> Rows(string list) => [.. list.Split('⏎').Select((line, index) => new ListRow(index + 1, line.Split('⇥')))];

    private static string Written(ReadList list) =>
        string.Join('/', list.Entries.Select(entry =>
            $"{new string('-', entry.Level - 1)}{entry.Name}{(entry.Code is null ? "" : $" [{entry.Code}]")}"));

    private static List<(int Level, string Name)> RandomTree(Random random)
    {
        List<(int Level, string Name)> tree = [(1, "Name aa")];
        var count = random.Next(2, 20);
        for (var i = 1; i < count; i++)
        {
            // Something stands below each at the top, so that the shape shows; nobody has the name of another, so that a path is one.
            var least = tree[^1].Level == 1 ? 2 : i == count - 1 ? 2 : 1;
            tree.Add((random.Next(least, Math.Min(6, tree[^1].Level + 1) + 1), $"Name {(char)('a' + (i / 26))}{(char)('a' + (i % 26))}"));
        }

        return tree;
    }

    private static IEnumerable<(string Number, string Name)> Numbered(IReadOnlyList<(int Level, string Name)> tree)
    {
        List<int> at = [];
        foreach (var (level, name) in tree)
        {
            at = level > at.Count ? [.. at, 1] : [.. at[..(level - 1)], at[level - 1] + 1];
            yield return (string.Join('.', at), name);
        }
    }

    private static IEnumerable<string[]> Paths(IReadOnlyList<(int Level, string Name)> tree)
    {
        List<string> path = [];
        foreach (var (level, name) in tree)
        {
            path = [.. path[..(level - 1)], name];
            yield return [.. path];
        }
    }
}
