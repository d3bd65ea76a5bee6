using SpikeData.Compute;

namespace SpikeData.Training;

/// <summary>Names in a pickle that only code wants. Nothing would be called in any case; a file that asks for them is not to be trusted.</summary>
static class CodeNames
{
    static readonly HashSet<string> Modules =
    [
        "os", "posix", "nt", "posixpath", "ntpath", "subprocess", "sys", "runpy", "shutil", "socket", "ctypes", "_ctypes", "importlib", "imp", "pty", "platform", "commands", "code", "codeop", "types",
        "marshal", "pickle", "_pickle", "cPickle", "cloudpickle", "dill", "joblib", "operator", "_operator", "functools", "itertools", "webbrowser", "multiprocessing", "threading", "_thread",
        "asyncio", "bdb", "pdb", "timeit", "trace", "pip", "setuptools", "distutils", "urllib", "http", "requests", "httplib", "ftplib", "smtplib", "tempfile", "io", "_io", "builtin", "inspect",
        "linecache", "profile", "cProfile", "doctest", "pkgutil", "zipimport", "ssl", "atexit", "signal", "gc", "weakref", "aifc", "lib2to3", "idlelib", "pydoc", "ensurepip", "venv", "logging",
    ];

    /// <summary>Of Python's own functions and types those that only hold data.</summary>
    static readonly HashSet<string> Data =
        ["set", "frozenset", "dict", "list", "tuple", "int", "long", "float", "complex", "bool", "bytes", "bytearray", "str", "unicode", "object", "slice", "range", "xrange", "NoneType", "Ellipsis"];

    static readonly HashSet<string> Functions =
    [
        "torch.load", "torch.save", "torch.hub.load", "torch.hub.load_state_dict_from_url", "torch.jit.load", "torch.serialization.load", "torch.storage._load_from_bytes", "torch.utils.model_zoo.load_url",
        "numpy.load", "numpy.fromfile", "numpy.genfromtxt", "numpy.loadtxt", "numpy.memmap", "numpy.save", "numpy.savez", "numpy.lib.npyio.load",
    ];

    /// <summary>Packages that run what they are given.</summary>
    static readonly string[] Packages = ["numpy.testing", "numpy.f2py", "numpy.distutils", "torch._inductor", "torch._dynamo", "torch.fx", "torch.package", "torch.utils.cpp_extension", "torch.distributed", "torch.ops", "torch.classes"];

    /// <exception cref="SpikeDataException">SPIKE553: it is such a name.</exception>
    public static void Refuse(string module, string name)
    {
        string full = $"{module}.{name}";
        bool isCode = full != "types.SimpleNamespace" && (module is "builtins" or "__builtin__" ? !Data.Contains(name) : Modules.Contains(module.Split('.')[0]) || Functions.Contains(full) || Packages.Any(package => $"{full}.".StartsWith($"{package}.", StringComparison.Ordinal)));
        if (isCode)
        {
            throw new SpikeDataException("SPIKE553",
                $"This file wants '{(full.Length <= 100 ? full : full[..100] + "...")}' to be called, which no weights need: do not trust it. Nothing in it was run. Get it from its source as safetensors, or as a state dict.");
        }
    }
}
