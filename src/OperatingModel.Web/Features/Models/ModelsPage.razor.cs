using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using MudBlazor;
using OperatingModel.Application;
using OperatingModel.Application.Access;
using OperatingModel.Application.Workspaces;
using OperatingModel.Domain;
using OperatingModel.Domain.Workspaces;
using OperatingModel.Exchange.Json;

namespace OperatingModel.Web.Features.Models;

/// <summary>The page of all models, where a user opens, creates, copies, deletes and restores them.</summary>
public sealed partial class ModelsPage
{
    private readonly CancellationTokenSource _left = new();
    private IReadOnlyList<ModelSummary>? _models;
    private IReadOnlyList<ModelSummary> _bin = [];
    private IReadOnlyList<string> _problems = [];
    private string _problemTitle = "";
    private string? _progress;
    private bool _busy;
    private MudFileUpload<IBrowserFile>? _upload;
    private ModelSummary? _deleted;
    private ElementReference _alert;
    private bool _isRefused;

    /// <summary>The name typed for a new model. The page keeps it itself while it is paused, because drafts belong to a model.</summary>
    [PersistentState]
    public string? NewName { get; set; }

    /// <inheritdoc cref="NewName"/>
    [PersistentState]
    public string? NewCode { get; set; }

    private DateOnly Today => Time.Today();

    private Offers Offers => Offers.Of(Today);

    private string TypedName => VisibleText.Line(NewName ?? "");

    private string TypedCode => VisibleText.Line(NewCode ?? "") is { Length: > 0 } code ? code : SuggestedCode;

    // The initials of the name, which are the code until the user types one.
    private string SuggestedCode => string.Concat(TypedName
        .Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Select(word => word[0])
        .Where(char.IsLetterOrDigit)).ToUpperInvariant() is { Length: > 0 } initials
        ? initials[..Math.Min(initials.Length, 8)]
        : "MODEL";

    protected override async Task OnInitializedAsync()
    {
        Bench.Close();
        await LoadAsync();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_isRefused && _problems.Count > 0)
        {
            // The message may stand below the visible part of the page.
            _isRefused = false;
            await _alert.FocusAsync();
        }
    }

    private async Task LoadAsync()
    {
        _models = await Catalog.ListAsync(User);
        _bin = [.. (await Catalog.ListDeletedAsync(User)).Where(model => model.Id != _deleted?.Id)];
    }

    private async Task CreateAsync(ModelSnapshot model)
    {
        (_busy, _problems, _progress) = (true, [], $"Storing {model.Meta.Name}…");
        StateHasChanged();
        try
        {
            var created = await Catalog.CreateAsync(model, User, Guid.CreateVersion7());
            Navigation.NavigateTo(Urls.ModelHome(created.Id));
        }
        catch (AccessDeniedException denied)
        {
            Report($"{model.Meta.Name} was not stored.", [denied.Message]);
        }
        catch (ModelRuleException broken)
        {
            Log.LogInformation("Refused to create model {Model}: {Reason}", model.Meta.Code, broken.Message);
            Report(
                $"{model.Meta.Name} has {Count(broken.Problems.Count)}.",
                [.. broken.Problems.Select(problem => $"{problem.Field}: {problem.Message}")]);
        }
        finally
        {
            (_busy, _progress) = (false, null);
        }
    }

    private Task CreateEmptyAsync() =>
        TypedName.Length == 0 ? Task.CompletedTask : CreateAsync(NewModels.Empty(TypedName, TypedCode, Today));

    // A model made from a sample or template gets the typed name, or keeps its own.
    private ModelSnapshot Named(ModelSnapshot model) => TypedName.Length == 0 ? model : NewModels.CopyOf(model, TypedName, TypedCode);

    private async Task CopyAsync(ModelSummary model)
    {
        (_busy, _problems, _progress) = (true, [], $"Reading {model.Name}…");
        StateHasChanged();
        try
        {
            var original = await Catalog.SnapshotAsync(model.Id, User);
            var (name, code) = NewModels.NamesOfCopy(original.Meta, [.. (_models ?? []).Select(other => other.Code)]);
            await CreateAsync(NewModels.CopyOf(original, name, code));
        }
        catch (NotFoundException)
        {
            // Somebody else deleted the model meanwhile.
            await LoadAsync();
        }
        finally
        {
            (_busy, _progress) = (false, null);
        }
    }

    private async Task ReadFileAsync(InputFileChangeEventArgs upload)
    {
        var left = _left.Token;
        (_busy, _problems, _progress) = (true, [], $"Reading {upload.File.Name}…");
        StateHasChanged();
        try
        {
            if (upload.File.Size > ModelFileReader.MaxBytes)
            {
                throw new ModelFileException(
                    $"The file has {upload.File.Size / 1024 / 1024} MB; at most {ModelFileReader.MaxBytes / 1024 / 1024} MB are read.");
            }

            using var bytes = new MemoryStream((int)upload.File.Size);
            await using (var stream = upload.File.OpenReadStream(ModelFileReader.MaxBytes, left))
            {
                await stream.CopyToAsync(bytes, left);
            }

            var (model, problems) = await Task.Run(() => Checked(ModelFileReader.Read(bytes.ToArray(), Today), left), left);
            left.ThrowIfCancellationRequested();
            if (problems.Count > 0)
            {
                Report($"{upload.File.Name} has {Count(problems.Count)}.", [.. problems.Select(problem => problem.ToString())]);
                return;
            }

            await CreateAsync(model);
        }
        catch (ModelFileException unreadable)
        {
            Report($"{upload.File.Name} cannot be read.", [unreadable.Message]);
        }
        catch (OperationCanceledException) when (left.IsCancellationRequested)
        {
            // The user left the page and does not want the model any more.
        }
        catch (IOException)
        {
            Report($"{upload.File.Name} could not be read to its end.", ["The upload was interrupted; choose the file again."]);
        }
        catch (Exception exception)
        {
            // The browser's script, which calls this, would keep it to itself.
            await DispatchExceptionAsync(exception);
        }
        finally
        {
            (_busy, _progress) = (false, null);
            await (left.IsCancellationRequested ? Task.CompletedTask : _upload!.ClearAsync());
        }
    }

    private static (ModelSnapshot Model, List<ModelProblem> Problems) Checked(ModelReading reading, CancellationToken left) =>
        (reading.Model, [.. reading.CheckUnlessCancelled(left).Where(problem => problem.Blocks)]);

    private async Task DeleteAsync(ModelSummary model)
    {
        try
        {
            await Catalog.DeleteAsync(model.Id, User, Guid.CreateVersion7());
            _deleted = model;
            await LoadAsync();
        }
        catch (AccessDeniedException denied)
        {
            Report($"{model.Name} was not deleted.", [denied.Message]);
        }
    }

    private async Task UndoDeleteAsync()
    {
        if (_deleted is { } model)
        {
            _deleted = null;
            await RestoreAsync(model);
        }
    }

    private async Task RestoreAsync(ModelSummary model)
    {
        try
        {
            await Catalog.RestoreAsync(model.Id, User, Guid.CreateVersion7());
        }
        catch (AccessDeniedException denied)
        {
            Report($"{model.Name} was not taken back.", [denied.Message]);
        }
        catch (NotFoundException)
        {
            // Somebody else has already restored the model.
        }

        await LoadAsync();
    }

    public void Dispose()
    {
        _left.Cancel();
        _left.Dispose();
    }

    private void Report(string title, IReadOnlyList<string> problems) => (_problemTitle, _problems, _isRefused) = (title, problems, true);

    private static string Count(int problems) => problems == 1 ? "a problem" : $"{problems} problems";
}
