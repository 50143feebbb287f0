namespace ChipWatch.Commands;

/// <summary>Reads lines as bytes into one buffer: a page of some megabytes is held once, neither in pieces nor as text.</summary>
internal sealed class LineReader(Stream input)
{
    private const int Usual = 64 * 1024;

    /// <summary>A buffer that grew beyond this for one line is given back behind it.</summary>
    private const int Large = 1024 * 1024;

    private byte[] buffer = new byte[Usual];
    private int start;
    private int end;

    /// <summary>The next line without its end, good until the next call; null behind the last one.</summary>
    public ReadOnlyMemory<byte>? Read()
    {
        if (start == end || (buffer.Length > Large && end - start < Usual))
        {
            Hold(buffer.Length > Large ? Usual : buffer.Length);
        }

        for (var searched = start; ;)
        {
            var length = buffer.AsSpan(searched, end - searched).IndexOf((byte)'\n');
            if (length >= 0)
            {
                var line = buffer.AsMemory(start, searched + length - start);
                start = searched + length + 1;
                return line;
            }

            if (end == buffer.Length)
            {
                Hold(start > 0 ? buffer.Length : buffer.Length * 2);
            }

            searched = end;
            var read = input.Read(buffer, end, buffer.Length - end);
            if (read == 0)
            {
                if (start == end)
                {
                    return null;
                }

                var last = buffer.AsMemory(start, end - start);
                start = end;
                return last;
            }

            end += read;
        }
    }

    /// <summary>Moves what is unread to the front of a buffer of that size, or of the one at hand where that is as large.</summary>
    private void Hold(int size)
    {
        var unread = buffer.AsSpan(start, end - start);
        var target = size == buffer.Length ? buffer : new byte[size];
        unread.CopyTo(target);
        (buffer, start, end) = (target, 0, unread.Length);
    }
}
