namespace Platform.Ui.Office;

/// <summary>How much of a file is read at most. Plans of communes are a thousand times smaller; what goes beyond is an accident or an attack.</summary>
public static class OfficeLimits
{
    /// <summary>Bytes of the file as uploaded.</summary>
    public const int File = 5 << 20;

    /// <summary>Parts in a package. A document with a hundred pictures has about two hundred.</summary>
    internal const int Parts = 2000;

    /// <summary>Bytes of all read parts together, unpacked.</summary>
    internal const long Unpacked = 48L << 20;

    /// <summary>Bytes of a part that is held in memory as a tree, which takes about ten times as much. The longest plan known takes 0.3 million.</summary>
    internal const long Document = 10L << 20;

    /// <summary>How many times larger than packed a part may become, once it is larger than <see cref="Innocent"/>. Real sheets reach 30.</summary>
    internal const int Ratio = 150;

    internal const long Innocent = 2L << 20;

    internal const int Rows = 5000;
    internal const int Columns = 120;

    /// <summary>Characters of all cells and paragraphs together.</summary>
    internal const int Text = 4 << 20;

    /// <summary>Tables within tables.</summary>
    internal const int Depth = 8;
}

/// <summary>Counts what was taken from a file, and refuses the file when it is too much.</summary>
internal sealed class OfficeBudget
{
    private int rows;
    private long text;

    public void Row()
    {
        if (++rows > OfficeLimits.Rows)
        {
            throw new OfficeRefusedException(OfficeRefusal.TooManyRows);
        }
    }

    public void Text(int length)
    {
        text += length;
        if (text > OfficeLimits.Text)
        {
            throw new OfficeRefusedException(OfficeRefusal.TooMuchText);
        }
    }

    public static void Column(int index)
    {
        if (index >= OfficeLimits.Columns)
        {
            throw new OfficeRefusedException(OfficeRefusal.TooManyColumns);
        }
    }
}
