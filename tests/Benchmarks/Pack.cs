using System.Text;

namespace Benchmarks;

/// <summary>As much of MessagePack, and of Blazor's messages in it, as a connection needs.</summary>
static class Pack
{
    /// <summary>A call of the server.</summary>
    public static byte[] Invocation(string? id, string target, params object?[] arguments)
    {
        using var bytes = new MemoryStream();
        bytes.Write([0x95, 1, 0x80]);
        Write(bytes, id);
        Write(bytes, target);
        bytes.WriteByte((byte)(0x90 | arguments.Length));
        foreach (var argument in arguments)
        {
            Write(bytes, argument);
        }

        return bytes.ToArray();
    }

    /// <summary>A message's length before it, seven bits a byte.</summary>
    public static byte[] Length(int length)
    {
        var bytes = new List<byte>();
        for (; length > 127; length >>= 7)
        {
            bytes.Add((byte)(length | 128));
        }

        return [.. bytes, (byte)length];
    }

    /// <summary>The calls in what the server sent: what is called, and the first argument where it is a number.</summary>
    public static IEnumerable<(string Target, long? First)> Read(byte[] bytes)
    {
        for (var start = 0; start < bytes.Length;)
        {
            var (length, shift) = (0, 0);
            byte part;
            do
            {
                part = bytes[start++];
                length |= (part & 127) << shift;
                shift += 7;
            }
            while (part > 127);
            var at = start;
            start += length;
            if ((bytes[at++] & 15) >= 5 && bytes[at++] == 1)
            {
                Skip(bytes, ref at);
                Skip(bytes, ref at);
                var target = Text(bytes, ref at);
                yield return (target, (bytes[at++] & 15) > 0 ? Number(bytes, at) : null);
            }
        }
    }

    static void Write(MemoryStream bytes, object? value)
    {
        switch (value)
        {
            case null:
                bytes.WriteByte(0xC0);
                break;
            case bool known:
                bytes.WriteByte((byte)(known ? 0xC3 : 0xC2));
                break;
            case long number:
                bytes.WriteByte(0xD3);
                bytes.Write([.. BitConverter.GetBytes(number).Reverse()]);
                break;
            case string text:
                var letters = Encoding.UTF8.GetBytes(text);
                bytes.WriteByte(0xDB);
                bytes.Write([.. BitConverter.GetBytes(letters.Length).Reverse()]);
                bytes.Write(letters);
                break;
        }
    }

    static void Skip(byte[] bytes, ref int at)
    {
        if (bytes[at] is 0xC0 or 0x80)
        {
            at++;
        }
        else
        {
            _ = Text(bytes, ref at);
        }
    }

    static string Text(byte[] bytes, ref int at)
    {
        var length = bytes[at] switch { 0xD9 => bytes[at + 1], 0xDA => (bytes[at + 1] << 8) | bytes[at + 2], var small => small & 31 };
        at += bytes[at] switch { 0xD9 => 2, 0xDA => 3, _ => 1 };
        at += length;
        return Encoding.UTF8.GetString(bytes, at - length, length);
    }

    static long? Number(byte[] bytes, int at) => bytes[at] switch
    {
        < 0x80 => bytes[at],
        0xCC => bytes[at + 1],
        0xCD => (bytes[at + 1] << 8) | bytes[at + 2],
        0xCE => ((long)bytes[at + 1] << 24) | ((long)bytes[at + 2] << 16) | ((long)bytes[at + 3] << 8) | bytes[at + 4],
        _ => null,
    };
}
