namespace OperatingModel.Web.CommandLine;

/// <summary>The help text of the command line.</summary>
internal static class Usage
{
    private const string Text = """
        OperatingModel: design an IT operating model and let money follow customer value.

          serve            start the workbench (the default); options: --urls ADDRESS, --OperatingModel:Storage:DataDirectory FOLDER
          analyse FILE     print every indicator of a model file as JSON;
                           --explain KEY prints why one figure is what it is, e.g. enterprise, priorities.C1.1, changes.CC1;
                           --time-limit SECONDS ends the searches (30 unless given) and reports how far from the best the result can be
          validate FILE    list every problem of a model file
          help             this text

        FILE may be -, which is the standard input.

        Exit codes: 0 done, 1 the model has errors or the settings are wrong, 2 the file or the command cannot be read.
        """;

    public static int Print(TextWriter output)
    {
        output.WriteLine(Text);
        return 0;
    }

    public static int Refuse(string verb, TextWriter error)
    {
        error.WriteLine($"There is no command '{verb}'.");
        error.WriteLine();
        error.WriteLine(Text);
        return 2;
    }
}
