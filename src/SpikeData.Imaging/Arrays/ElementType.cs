using System.Diagnostics.CodeAnalysis;

namespace SpikeData.Imaging;

/// <summary>What one number of an array is, as numpy spells it in a file.</summary>
[SuppressMessage("Naming", "CA1720:Identifier contains type name", Justification = "The names of types are what this type names.")]
public enum ElementType
{
    /// <summary><c>|b1</c>: a byte that is 0 or 1.</summary>
    Boolean,

    /// <summary><c>|i1</c></summary>
    Int8,

    /// <summary><c>|u1</c></summary>
    UInt8,

    /// <summary><c>&lt;i2</c></summary>
    Int16,

    /// <summary><c>&lt;u2</c></summary>
    UInt16,

    /// <summary><c>&lt;i4</c></summary>
    Int32,

    /// <summary><c>&lt;u4</c></summary>
    UInt32,

    /// <summary><c>&lt;i8</c></summary>
    Int64,

    /// <summary><c>&lt;u8</c></summary>
    UInt64,

    /// <summary><c>&lt;f2</c></summary>
    Float16,

    /// <summary><c>&lt;f4</c></summary>
    Float32,

    /// <summary><c>&lt;f8</c></summary>
    Float64,
}
