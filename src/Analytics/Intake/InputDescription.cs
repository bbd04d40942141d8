namespace Analytics.Intake;

/// <summary>Where the data of a release come from; shown with every figure.</summary>
/// <param name="Title">What the data are called.</param>
/// <param name="Source">Who collected them.</param>
/// <param name="Licence">Terms of use.</param>
/// <param name="Collected">When they were collected, as text.</param>
/// <param name="ResponseRate">Share who answered, as a fraction in [0, 1]; null when not known.</param>
/// <param name="Demonstration">Whether the data are made up; every page and export then says so.</param>
public sealed record InputDescription(string Title, string Source, string Licence, string Collected, double? ResponseRate, bool Demonstration);

/// <summary>An input file with its checksum.</summary>
/// <param name="Name">File name within the input folder.</param>
/// <param name="Bytes">Size in bytes.</param>
/// <param name="Sha256">SHA-256 of the bytes, hexadecimal.</param>
public sealed record InputFileRecord(string Name, long Bytes, string Sha256);
