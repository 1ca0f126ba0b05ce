using System.Reflection;

namespace OperatingModel.Domain;

/// <summary>
/// Reads one property off any object. Reflection emits and compiles code for each property that is read more than twice; this shares one
/// piece of code among all properties of the same kind of type, which a program that starts for a single document needs most.
/// </summary>
public sealed class PropertyReader(PropertyInfo property)
{
    private Func<object, object?>? _read;

    public object? ValueOf(object owner) => (_read ??= Reader())(owner);

    private Func<object, object?> Reader() => property.DeclaringType is { IsValueType: false } owner
        ? ((IGetter)Activator.CreateInstance(typeof(Getter<,>).MakeGenericType(owner, property.PropertyType))!).Over(property.GetMethod!)
        : property.GetValue;

    private interface IGetter
    {
        Func<object, object?> Over(MethodInfo get);
    }

    private sealed class Getter<TOwner, TValue> : IGetter where TOwner : class
    {
        public Func<object, object?> Over(MethodInfo get)
        {
            var read = get.CreateDelegate<Func<TOwner, TValue>>();
            return owner => read((TOwner)owner);
        }
    }
}
