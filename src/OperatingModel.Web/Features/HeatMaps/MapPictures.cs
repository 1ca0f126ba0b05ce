using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using OperatingModel.Domain.HeatMaps.Sensitivity;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Web.Features.HeatMaps;

/// <summary>
/// The pictures of the open maps: all windows that show the same view of the same snapshot share one. Snapshots never change, and so pictures
/// never do. A picture is freed with the last window that shows it, its entry here with the snapshot.
/// </summary>
internal static class MapPictures
{
    private static readonly ConditionalWeakTable<ModelSnapshot, ConcurrentDictionary<string, WeakReference<MapPicture>>> Shown = [];

    public static MapPicture Of(ModelSnapshot model, HeatMapView view)
    {
        var pictures = Shown.GetOrCreateValue(model);
        var key = view.Cells().ToQuery();
        if (pictures.TryGetValue(key, out var shown) && shown.TryGetTarget(out var picture))
        {
            return picture;
        }

        // Two windows may both make the picture at once; from their next question on, they share one.
        var cube = WhatIf.Parse(view.Weights) is { IsEmpty: false } weights ? model.Cube.Reweighted(weights.Apply(model)) : model.Cube;
        picture = MapPicture.Of(model, cube, view);
        pictures[key] = new(picture);
        return picture;
    }
}
