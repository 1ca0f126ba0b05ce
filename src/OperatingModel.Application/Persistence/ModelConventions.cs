using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using OperatingModel.Application.Access;
using OperatingModel.Application.Auditing;
using OperatingModel.Application.Drafts;
using OperatingModel.Application.Workspaces;
using OperatingModel.Application.Writing;
using OperatingModel.Domain;
using OperatingModel.Domain.Fields;
using OperatingModel.Domain.Scenarios;

namespace OperatingModel.Application.Persistence;

/// <summary>
/// How models are stored, once for both databases: one table per list of <see cref="ModelTables"/>, one column per field.
/// A new list or field needs a migration and nothing else.
/// </summary>
internal static class ModelConventions
{
    /// <summary>The model a row belongs to; rows themselves do not know it.</summary>
    public const string ModelId = nameof(ModelId);

    /// <summary>The column of the text of the row's key.</summary>
    public const string Key = nameof(ModelRow.Key);

    /// <summary>The longest key: four codes, or two texts.</summary>
    public const int MaxKeyLength = 300;

    /// <summary>The longest description of an operation.</summary>
    public const int MaxCommandLength = 200;

    // A row has a property with the name of the column but another type.
    private const string KeyText = nameof(KeyText);

    public static void ConfigureTypes(ModelConfigurationBuilder builder)
    {
        builder.Properties<DateTimeOffset>().HaveConversion<UtcMoment>();
    }

    /// <summary>Every field gets the column that its kind is stored in.</summary>
    public static void ConfigureFieldTypes(ModelConfigurationBuilder builder)
    {
        foreach (var field in ModelTables.All.SelectMany(table => table.Fields).DistinctBy(field => field.Type)
            .Where(field => field.Kind.StoredType != field.Type))
        {
            builder.Properties(field.Type, column => column.HaveConversion(typeof(StoredForm<,>).MakeGenericType(field.Type, field.Kind.StoredType)));
        }
    }

    /// <summary>The table of a list.</summary>
    public static string TableOf(ModelTable list) => char.ToUpperInvariant(list.Name[0]) + list.Name[1..];

    /// <summary>Maps everything that is not a row of a model.</summary>
    public static void MapRecords(ModelBuilder builder)
    {
        builder.Entity<StoredModel>(MapModels);
        builder.Entity<Operation>(MapOperations);
        builder.Entity<AuditEntry>(MapAuditEntries);
        builder.Entity<StoredDraft>(MapDrafts);
    }

    public static void MapRows(ModelBuilder builder)
    {
        foreach (var table in ModelTables.All)
        {
            MapRows(builder.Entity(table.RowType), table);
        }
    }

    private static void MapModels(EntityTypeBuilder<StoredModel> model)
    {
        model.ToTable("Models").HasKey(m => m.Id);
        model.Property(m => m.Id).ValueGeneratedNever();
        model.Property(m => m.Code).HasMaxLength(CodeAttribute.MaxLength);
        model.Property(m => m.Name).HasMaxLength(200);
        model.Property(m => m.Revision).IsConcurrencyToken();
        model.Property(m => m.CreatedBy).HasMaxLength(CurrentUser.MaxLength);
        model.Property(m => m.UpdatedBy).HasMaxLength(CurrentUser.MaxLength);
        model.Ignore(m => m.Summary);
    }

    private static void MapOperations(EntityTypeBuilder<Operation> operation)
    {
        operation.ToTable("Operations").HasKey(o => o.Id);
        operation.Property(o => o.Id).ValueGeneratedNever();
        operation.HasIndex(o => new { o.ModelId, o.UserId, o.Revision });
        operation.Property(o => o.What).HasMaxLength(MaxCommandLength);
        operation.Property(o => o.Content).HasMaxLength(WriteOrder.ContentLength);
        operation.Property(o => o.UserId).HasMaxLength(CurrentUser.MaxLength);
        operation.HasOne<StoredModel>().WithMany().HasForeignKey(o => o.ModelId).OnDelete(DeleteBehavior.Cascade);
    }

    private static void MapAuditEntries(EntityTypeBuilder<AuditEntry> entry)
    {
        entry.ToTable("AuditEntries").HasKey(e => new { e.ModelId, e.Revision, e.Sequence });
        entry.HasIndex(e => new { e.ModelId, e.Table, e.Key, e.Revision });
        entry.Property(e => e.UserId).HasMaxLength(CurrentUser.MaxLength);
        entry.Property(e => e.UserName).HasMaxLength(CurrentUser.MaxLength);
        entry.Property(e => e.What).HasMaxLength(MaxCommandLength);
        entry.Property(e => e.Table).HasMaxLength(60);
        entry.Property(e => e.Key).HasMaxLength(MaxKeyLength);
        entry.HasOne<StoredModel>().WithMany().HasForeignKey(e => e.ModelId).OnDelete(DeleteBehavior.Cascade);
    }

    private static void MapDrafts(EntityTypeBuilder<StoredDraft> draft)
    {
        draft.ToTable("Drafts").HasKey(d => new { d.UserId, d.ModelId, d.Place, d.Tab });
        draft.Property(d => d.UserId).HasMaxLength(CurrentUser.MaxLength);
        draft.Property(d => d.Place).HasMaxLength(Draft.MaxPlaceLength);
        draft.Property(d => d.Tab).HasMaxLength(Draft.MaxTabLength);
        draft.Property(d => d.Text).HasMaxLength(Draft.MaxTextLength);
        draft.HasOne<StoredModel>().WithMany().HasForeignKey(d => d.ModelId).OnDelete(DeleteBehavior.Cascade);
    }

    private static void MapRows(EntityTypeBuilder row, ModelTable table)
    {
        row.ToTable(TableOf(table));
        row.Ignore(nameof(ModelRow.Key));
        row.Ignore(nameof(ScenarioChange.Change));
        row.Property<Guid>(ModelId).HasColumnOrder(0);
        row.Property<string>(KeyText).HasColumnName(Key).HasMaxLength(MaxKeyLength).HasColumnOrder(1);
        row.Property(nameof(ModelRow.Position)).HasColumnOrder(2);
        row.Property(nameof(ModelRow.Version)).HasColumnOrder(3).IsConcurrencyToken();
        row.HasKey(ModelId, KeyText);
        row.HasOne(typeof(StoredModel)).WithMany().HasForeignKey(ModelId).OnDelete(DeleteBehavior.Cascade);
        for (var i = 0; i < table.Fields.Count; i++)
        {
            var column = row.Property(table.Fields[i].Name).HasColumnOrder(4 + i);
            if (MaxLengthOf(table.Fields[i]) is { } length)
            {
                column.HasMaxLength(length);
            }
        }
    }

    // A reference is as long as what it refers to, which for a few lists is a text and not a code.
    private static int? MaxLengthOf(ModelField field) => field.Kind.StoredLength ?? field.Rules.Select(rule => rule switch
    {
        CodeAttribute => CodeAttribute.MaxLength,
        TextAttribute text => text.MaxLength,
        RefAttribute reference => MaxLengthOf(ModelTables.Of(reference.Target).Fields[0]),
        _ => (int?)null,
    }).FirstOrDefault(length => length is not null);

    private sealed class StoredForm<TValue, TStored>() : ValueConverter<TValue, TStored>(
        value => (TStored)FieldKind.Of(typeof(TValue)).Store(value!),
        stored => (TValue)FieldKind.Of(typeof(TValue)).Restore(stored!));

    // SQLite cannot order a DateTimeOffset; both databases order a UTC DateTime.
    private sealed class UtcMoment() : ValueConverter<DateTimeOffset, DateTime>(
        moment => moment.UtcDateTime,
        value => new DateTimeOffset(DateTime.SpecifyKind(value, DateTimeKind.Utc)));
}
