using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;

namespace Analytics.Intake;

/// <summary>Forward reading of a file that takes its checksum on the way, so that every byte is read once.</summary>
/// <remarks>Tells the progress and stops when reading is cancelled: both once per block, never per row.</remarks>
sealed class HashedFile : IDisposable
{
    readonly string name;
    readonly Blocks blocks;

    /// <summary>Takes over an open file.</summary>
    /// <param name="name">Name within its input.</param>
    /// <param name="file">The bytes, from their start; one can seek in them.</param>
    /// <param name="progress">Told of every block.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public HashedFile(string name, Stream file, ReadProgress progress, CancellationToken cancellation)
    {
        this.name = name;
        blocks = new Blocks(file, progress, cancellation);
        Content = name.EndsWith(".gz", StringComparison.Ordinal) ? new Unpacked(blocks) : blocks;
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

        return new InputFileRecord(name, blocks.Count, Convert.ToHexStringLower(blocks.Hash.GetHashAndReset()));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        blocks.File.Dispose();
        blocks.Hash.Dispose();
    }

    sealed class Blocks(Stream file, ReadProgress progress, CancellationToken cancellation) : ForwardStream
    {
        public Stream File => file;

        public IncrementalHash Hash { get; } = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

        public long Count { get; private set; }

        public override int Read(Span<byte> buffer)
        {
            cancellation.ThrowIfCancellationRequested();
            var read = file.Read(buffer);
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

        static uint Size(Stream file)
        {
            Span<byte> last = stackalloc byte[4];
            if (file.Length < last.Length)
            {
                return 0;
            }

            file.Seek(-last.Length, SeekOrigin.End);
            file.ReadExactly(last);
            file.Seek(0, SeekOrigin.Begin);
            return BinaryPrimitives.ReadUInt32LittleEndian(last);
        }
    }
}
