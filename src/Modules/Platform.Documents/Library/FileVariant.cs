namespace Platform.Documents.Library;

/// <summary>Who a file is made for.</summary>
internal enum FileVariant
{
    Original,

    /// <summary>The same in easy words.</summary>
    PlainLanguage,

    /// <summary>A video in Moroccan sign language.</summary>
    SignLanguage,
    Audio,
    Braille,
    Darija,
    Amazigh,
}
