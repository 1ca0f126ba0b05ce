using Microsoft.AspNetCore.Components;

namespace OperatingModel.Web.Components.Controls;

/// <summary>
/// The drawings of buttons and links, 24 × 24 pixels, in the colour of the text. Each is markup made once and not a component: a page shows
/// dozens of them, and a component costs the server 2 to 3 KB in every open window.
/// </summary>
internal static class Icon
{
    private static readonly Dictionary<string, MarkupString> Drawings = new Dictionary<string, string>
    {
        ["grid"] = """<rect x="3.5" y="3.5" width="7" height="7" rx="1.5"/><rect x="13.5" y="3.5" width="7" height="7" rx="1.5"/>"""
            + """<rect x="3.5" y="13.5" width="7" height="7" rx="1.5"/><rect x="13.5" y="13.5" width="7" height="7" rx="1.5"/>""",
        ["branch"] = """<circle cx="7" cy="6" r="2"/><circle cx="7" cy="18" r="2"/><circle cx="17" cy="8" r="2"/>"""
            + """<path d="M7 8v8M17 10c0 4-6 3-9.500 5.500"/>""",
        ["rank"] = """<path d="M4 6h16M4 12h11M4 18h6"/>""",
        ["models"] = """<path d="M12 3 3.5 7.5 12 12l8.5-4.5L12 3ZM3.5 12 12 16.5l8.5-4.5M3.5 16.5 12 21l8.5-4.5"/>""",
        ["search"] = """<circle cx="11" cy="11" r="6.5"/><path d="m16 16 4.5 4.5"/>""",
        ["theme"] = """<circle cx="12" cy="12" r="8.5"/><path d="M12 3.5v17a8.5 8.5 0 0 0 0-17Z" fill="currentColor"/>""",
        ["help"] = """<circle cx="12" cy="12" r="8.5"/><path d="M9.7 9.5a2.4 2.4 0 1 1 3.6 2.1c-.8.5-1.3 1-1.3 1.9M12 16.6v.1"/>""",
        ["fold"] = """<rect x="3.5" y="4.5" width="17" height="15" rx="2"/><path d="M9.5 4.5v15"/>""",
        ["close"] = """<path d="m6 6 12 12M18 6 6 18"/>""",
        ["down"] = """<path d="m7 10 5 5 5-5"/>""",
        ["right"] = """<path d="m10 7 5 5-5 5"/>""",
        ["left"] = """<path d="m14 7-5 5 5 5"/>""",
        ["plus"] = """<path d="M12 5v14M5 12h14"/>""",
        ["minus"] = """<path d="M5 12h14"/>""",
        ["sliders"] = """<path d="M4 7h9M17 7h3M4 17h3M11 17h9"/><circle cx="15" cy="7" r="2"/><circle cx="9" cy="17" r="2"/>""",
        ["export"] = """<path d="M12 15V4m0 0L8 8m4-4 4 4M5 14v4.5A1.5 1.5 0 0 0 6.5 20h11a1.5 1.5 0 0 0 1.5-1.5V14"/>""",
        ["import"] = """<path d="M12 4v11m0 0-4-4m4 4 4-4M5 14v4.5A1.5 1.5 0 0 0 6.5 20h11a1.5 1.5 0 0 0 1.5-1.5V14"/>""",
        ["trash"] = """<path d="M4.5 7h15M9.5 7V4.5h5V7M6.5 7l.8 12.5h9.4L17.5 7M10 10.5v5.5M14 10.5v5.5"/>""",
        ["check"] = """<path d="m5 12.5 4.5 4.5L19 7.5"/>""",
        ["filter"] = """<path d="M4 5.5h16l-6 7.5v5.5l-4-2V13L4 5.5Z"/>""",
        ["expand"] = """<path d="m7 9.5 5-5 5 5M7 14.5l5 5 5-5"/>""",
        ["collapse"] = """<path d="m7 4.5 5 5 5-5M7 19.5l5-5 5 5"/>""",
        ["history"] = """<path d="M4 12a8 8 0 1 1 2.5 5.8M4 12V7m0 5h5M12 8v4.5l3 2"/>""",
        ["hole"] = """<circle cx="12" cy="12" r="8.5" stroke-dasharray="3 3"/><path d="M12 8v4.5M12 15.8v.1"/>""",
        ["fit"] = """<path d="M4 9V4.500h5M15 4.500h5V9M20 15v4.500h-5M9 19.500H4V15"/>""",
        ["copy"] = """<rect x="8.5" y="8.5" width="11" height="11" rx="2"/>"""
            + """<path d="M15.5 8.5v-2a2 2 0 0 0-2-2h-7a2 2 0 0 0-2 2v7a2 2 0 0 0 2 2h2"/>""",
        ["file"] = """<path d="M6.5 3.5h7l4 4v13h-11v-17ZM13.5 3.5v4h4"/>""",
        ["play"] = """<path d="M8 5.5v13l10.5-6.5L8 5.5Z"/>""",
        ["stop"] = """<rect x="6.5" y="6.5" width="11" height="11" rx="1.5"/>""",
        ["undo"] = """<path d="M8.5 5 4.5 9l4 4M4.5 9h9a5.500 5.500 0 0 1 0 11H9"/>""",
        ["redo"] = """<path d="m15.5 5 4 4-4 4M19.500 9h-9a5.500 5.500 0 0 0 0 11H15"/>""",
        ["pencil"] = """<path d="M4.5 19.5 5.5 15 15.500 5a2 2 0 0 1 2.800 0l.7.7a2 2 0 0 1 0 2.800L9 18.500l-4.500 1ZM13.500 7l3.500 3.500"/>""",
        ["home"] = """<path d="M4 11 12 4l8 7M6.500 9.500V20h11V9.500"/>""",
        ["chain"] = """<path d="M3.500 7h6l3 5-3 5h-6l3-5-3-5ZM12.500 7h5l3 5-3 5h-5"/>""",
        ["people"] = """<circle cx="9" cy="8.500" r="3.500"/>"""
            + """<path d="M3 19.500a6 6 0 0 1 12 0M15.500 5.500a3.300 3.300 0 0 1 0 6.300M17.500 14.500a6 6 0 0 1 3.500 5"/>""",
        ["tree"] = """<rect x="9" y="3.500" width="6" height="5" rx="1.200"/><rect x="3.500" y="15.500" width="6" height="5" rx="1.200"/>"""
            + """<rect x="14.500" y="15.500" width="6" height="5" rx="1.200"/><path d="M12 8.500V12M6.500 15.500V12h11v3.500"/>""",
        ["matrix"] = """<rect x="3.500" y="3.500" width="17" height="17" rx="2"/>"""
            + """<path d="M3.500 9h17M9 3.500v17"/><circle cx="14.700" cy="14.700" r="2" fill="currentColor"/>""",
        ["server"] = """<rect x="4" y="4.500" width="16" height="6" rx="1.500"/><rect x="4" y="13.500" width="16" height="6" rx="1.500"/>"""
            + """<path d="M7.500 7.500h.1M7.500 16.500h.1"/>""",
        ["score"] = """<rect x="3.500" y="5" width="17" height="14" rx="2"/><path d="M7 9.500h4M7 14.500h4M15 9v6"/>""",
        ["campaign"] = """<path d="M4 10v4h3l8 4.500v-13L7 10H4ZM18.500 9.500a4 4 0 0 1 0 5"/>""",
        ["target"] = """<circle cx="12" cy="12" r="8.500"/><circle cx="12" cy="12" r="4.500"/><path d="M12 12h.1"/>""",
        ["gear"] = """<circle cx="12" cy="12" r="3"/><path d="M12 3.500v3M12 17.500v3M3.500 12h3"""
            + """M17.500 12h3M6 6l2.100 2.100M15.900 15.900 18 18M18 6l-2.100 2.100M8.100 15.900 6 18"/>""",
        ["up"] = """<path d="m7 14 5-5 5 5"/>""",
        ["more"] = """<path d="M6 12h.1M12 12h.1M18 12h.1" stroke-width="3"/>""",
        ["split"] = """<path d="M12 20v-7M12 13 6 6M12 13l6-7M6 10V6h4M18 10V6h-4"/>""",
        ["merge"] = """<path d="M6 4v3l6 6v7M18 4v3l-6 6"/>""",
        ["plane"] = """<path d="M10.5 13.5 4 11.5l1.5-1.5 6 .5 """
            + """4.5-4.5c1-1 2.6-1.4 3.2-.7.7.6.3 2.2-.7 3.2L14 13l.5 6-1.5 1.5-2.5-7Zm0 0L7 17l-.5 2L5 17.5l-1.500-1.5 2-.5 3.5-3.500"/>""",
    }.ToDictionary(
        drawing => drawing.Key,
        drawing => new MarkupString($"<svg class=\"icon\" viewBox=\"0 0 24 24\" aria-hidden=\"true\" focusable=\"false\">{drawing.Value}</svg>"));

    /// <exception cref="KeyNotFoundException">There is no such drawing.</exception>
    public static MarkupString Of(string name) => Drawings[name];
}
