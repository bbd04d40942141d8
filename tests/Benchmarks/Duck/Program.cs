using Duck;
using DuckDB.NET.Data;

// In memory with what does not fit spilled beside the output, as DuckDB's guide to larger-than-memory work says.
using var connection = new DuckDBConnection("Data Source=:memory:");
connection.Open();
switch (args)
{
    case ["version"]:
        Console.WriteLine(connection.ServerVersion);
        break;
    case ["run", var statement]:
        Counting.Execute(connection, statement);
        break;
    case ["count", var file, var catalogue, var output, "counts" or "repeats"]:
        return Counting.Run(connection, file, catalogue, output, args[^1] == "repeats");
    default:
        Console.Error.WriteLine("Duck version | Duck run STATEMENT | Duck count FILE CATALOGUE OUTPUT counts|repeats");
        return 2;
}

return 0;
