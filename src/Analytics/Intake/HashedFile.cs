using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;

namespace Analytics.Intake;

/// <summary>Forward reading of a file that takes its checksum on the way, so that every byte is read once.</summary>
/// <remarks>Tells the progress and stops when reading is cancelled: both once per block, never per row.</remarks>
sealed class HashedFile : IDisposable
{
    readonly string path;
    readonly Blocks blocks;

    /// <summary>Opens a file.</summary>
    public HashedFile(string path, ReadProgress progress, CancellationToken cancellation)
    {
        this.path = path;
        blocks = new Blocks(path, progress, cancellation);
        Content = path.EndsWith(".gz", StringComparison.Ordinal) ? new Unpacked(blocks) : blocks;
    }

    /// <summary>The content, unpacked where the name ends in <c>.gz</c>. Disposing it does not close the file.</summary>
    /// <remarks>Reading throws <see cref="InvalidDataException"/> where packed data are damaged or end too early.</remarks>
    public Stream Content { get; }

    /// <summary>Size in bytes, packed.</summary>
    public long Bytes => blocks.File.Length;

    /// <summary>Reads what is left of the file and gives its size and checksum.</summary>
    public InputFileRecord Finish()
    {
        var rest = new byte[1 << 16];
        while (blocks.Read(rest) > 0)
        {
        }

        return new InputFileRecord(Path.GetFileName(path), blocks.Count, Convert.ToHexStringLower(blocks.Hash.GetHashAndReset()));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        blocks.File.Dispose();
        blocks.Hash.Dispose();
    }

    sealed class Blocks(string path, ReadProgress progress, CancellationToken cancellation) : ForwardStream
    {
        public FileStream File { get; } = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, 0, FileOptions.SequentialScan);

        public IncrementalHash Hash { get; } = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

        public long Count { get; private set; }

        public override int Read(Span<byte> buffer)
        {
            cancellation.ThrowIfCancellationRequested();
            var read = File.Read(buffer);
            Hash.AppendData(buffer[..read]);
            Count += read;
            progress.Advance(read);
            return read;
        }
    }

    // GZipStream ends in silence where a file is cut short: rows would be missing and nobody would know. The last four bytes of a
    // gzip file are its unpacked size modulo 2³² (RFC 1952), so the end is compared with them. Several packed files in one are
    // refused with it, which is no loss: each would bring its own header.
    sealed class Unpacked(Blocks blocks) : ForwardStream
    {
        readonly GZipStream gzip = new(blocks, CompressionMode.Decompress);
        readonly uint size = Size(blocks.File);
        uint count;

        public override int Read(Span<byte> buffer)
        {
            var read = gzip.Read(buffer);
            count += (uint)read;
            return read > 0 || buffer.IsEmpty || count == size ? read : throw new InvalidDataException();
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                gzip.Dispose();
            }

            base.Dispose(disposing);
        }

        static uint Size(FileStream file)
        {
            Span<byte> last = stackalloc byte[4];
            return file.Length >= 4 && RandomAccess.Read(file.SafeFileHandle, last, file.Length - 4) == 4 ? BinaryPrimitives.ReadUInt32LittleEndian(last) : 0;
        }
    }
}
