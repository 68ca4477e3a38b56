namespace Koers.Domain.Frames;

/// <summary>Labels that every initiative has of itself, by which frames can ask for it beside its free labels.</summary>
public static class FrameLabels
{
    /// <summary>Code of the department.</summary>
    public const string Department = "afdeling";

    /// <summary>Code of the programme.</summary>
    public const string Programme = "programma";

    /// <summary>Neighbourhood or area.</summary>
    public const string Area = "gebied";

    /// <summary>Phase.</summary>
    public const string Phase = "fase";

    /// <summary>Whether it is a statutory task: <see cref="Yes"/> or <see cref="No"/>.</summary>
    public const string Statutory = "wettelijk";

    /// <summary>Code of the policy field.</summary>
    public const string PolicyField = "taakveld";

    /// <summary>It is a statutory task.</summary>
    public const string Yes = "ja";

    /// <summary>It is no statutory task.</summary>
    public const string No = "nee";
}
