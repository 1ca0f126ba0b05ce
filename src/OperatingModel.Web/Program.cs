using System.Globalization;
using OperatingModel.Web.CommandLine;
using OperatingModel.Web.Setup;

// The culture of the server decides nothing; each user gets the culture of the browser.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

return args switch
{
    ["analyse", .. var rest] => AnalyseCommand.Run(rest, Console.Out, Console.Error, isWatched: !Console.IsErrorRedirected),
    ["validate", .. var rest] => ValidateCommand.Run(rest, Console.Out, Console.Error),
    ["help" or "--help" or "-h", ..] => Usage.Print(Console.Out),
    ["serve", .. var rest] => await WebHost.ServeAsync(rest, Console.Error),
    [] or [['-', ..], ..] => await WebHost.ServeAsync(args, Console.Error),
    [var verb, ..] => Usage.Refuse(verb, Console.Error),
};
