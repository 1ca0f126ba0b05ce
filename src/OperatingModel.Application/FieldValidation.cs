using FluentValidation;
using OperatingModel.Domain;

namespace OperatingModel.Application;

/// <summary>How validators of orders speak: rules stated on the model's fields are taken from there, and a broken order names every field.</summary>
internal static class FieldValidation
{
    /// <summary>The value obeys what is stated on a field of a row; absent values obey.</summary>
    public static IRuleBuilderOptions<TOrder, TValue> Obeys<TOrder, TValue>(this IRuleBuilder<TOrder, TValue> rule, ModelTable table, string field)
    {
        var rules = table.Fields.First(f => f.Name == field).Rules;
        return rule
            .Must((_, value, context) =>
            {
                var problem = value is null ? null : rules.Select(r => r.Problem(value)).FirstOrDefault(p => p is not null);
                context.MessageFormatter.AppendArgument("Problem", problem);
                return problem is null;
            })
            .WithMessage("{Problem}");
    }

    /// <exception cref="ModelRuleException">Names every field that is wrong.</exception>
    public static void ThrowIfBroken<TOrder>(this IValidator<TOrder> validator, TOrder order)
    {
        var result = validator.Validate(order);
        if (!result.IsValid)
        {
            throw new ModelRuleException([.. result.Errors.Select(error => new FieldProblem(error.PropertyName, error.ErrorMessage))]);
        }
    }
}
