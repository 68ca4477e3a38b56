namespace Koers.Planning.Formats;

/// <summary>The sorts of faults in problems and plans. Their texts stand in <see cref="FaultText"/>'s table.</summary>
public enum FaultKind
{
    /// <summary>A fault made by hand, with its own text.</summary>
    Other,

    // The file as a whole

    /// <summary>There is no such file.</summary>
    FileMissing,

    /// <summary>The path is a folder.</summary>
    FileIsFolder,

    /// <summary>The file may not be read.</summary>
    FileForbidden,

    /// <summary>The file cannot be read for another reason.</summary>
    FileUnreadable,

    /// <summary>There is nothing in the file.</summary>
    FileEmpty,

    /// <summary>The file is larger than <see cref="FormatLimits.FileBytes"/>.</summary>
    FileTooLarge,

    /// <summary>The file is not UTF-8.</summary>
    NotUtf8,

    /// <summary>The file is not JSON.</summary>
    NotJson,

    /// <summary>The file stops before the document is complete.</summary>
    Truncated,

    /// <summary>Lists and objects lie deeper in each other than <see cref="FormatLimits.Depth"/>.</summary>
    TooDeep,

    /// <summary>The format marker is another one.</summary>
    WrongFormat,

    /// <summary>More errors were found than are listed.</summary>
    MoreErrors,

    /// <summary>More warnings were found than are listed.</summary>
    MoreWarnings,

    // Shape: names and types

    /// <summary>The format has no field of this name here.</summary>
    UnknownField,

    /// <summary>A field that must be there is not.</summary>
    MissingField,

    /// <summary>An object has the same name twice.</summary>
    DuplicateKey,

    /// <summary>A value of another type than the field holds.</summary>
    WrongType,

    /// <summary>null, where the field should be left out instead.</summary>
    NullValue,

    /// <summary>A number with a fraction where a whole number belongs.</summary>
    NotWhole,

    /// <summary>A number whose magnitude is larger than <see cref="FormatLimits.Magnitude"/>, or not finite.</summary>
    TooLarge,

    /// <summary>Text with half a character in it.</summary>
    BrokenText,

    /// <summary>Text longer than <see cref="FormatLimits.TextLength"/>.</summary>
    TextTooLong,

    /// <summary>Text that is not a date of the calendar.</summary>
    NotADate,

    /// <summary>Text that is none of the names the field knows (a type, a status).</summary>
    UnknownName,

    /// <summary>A list with more entries than the format allows.</summary>
    TooMany,

    /// <summary>A list that needs at least one entry has none.</summary>
    NoneGiven,

    // Ids

    /// <summary>An id without characters.</summary>
    EmptyId,

    /// <summary>An id with a control character.</summary>
    ControlCharacter,

    /// <summary>An id that another thing of the same sort has.</summary>
    DuplicateId,

    /// <summary>Two ids with slashes lead to the same name of a row or column.</summary>
    AmbiguousName,

    /// <summary>An id that nothing has.</summary>
    UnknownId,

    /// <summary>The same id twice in one list.</summary>
    Repeated,

    // Numbers

    /// <summary>A list has not exactly one value per year or period.</summary>
    WrongLength,

    /// <summary>More values than the variant has periods.</summary>
    LongerThanDuration,

    /// <summary>Below zero.</summary>
    Negative,

    /// <summary>The last value of a profile is a little below zero: it corrects the rounding of the others.</summary>
    NegativeRemainder,

    /// <summary>Outside its range.</summary>
    OutOfRange,

    /// <summary>The discount rate is -1 or less.</summary>
    DiscountTooLow,

    /// <summary>With this rate the weights of late periods grow without measure.</summary>
    DiscountOverflows,

    /// <summary>The horizon ends after the calendar.</summary>
    HorizonPastCalendar,

    /// <summary>The lower bound lies above the upper bound.</summary>
    MinAboveMax,

    // Windows

    /// <summary>The latest start lets the variant end after the horizon.</summary>
    PastHorizon,

    /// <summary>Even the earliest start lets the variant end after the horizon.</summary>
    DoesNotFit,

    /// <summary>The earliest start lies after the latest.</summary>
    WindowEmpty,

    /// <summary>More options than <see cref="FormatLimits.Options"/>.</summary>
    TooManyOptions,

    /// <summary>A start of the reference plan that is no longer possible.</summary>
    StartOutsideWindow,

    // Relations and frames

    /// <summary>Initiatives that depend on each other in a circle.</summary>
    Cycle,

    /// <summary>A relation between an initiative and itself.</summary>
    SameInitiative,

    /// <summary>A mandatory initiative that excludes itself.</summary>
    ExcludesItself,

    /// <summary>A group asks for more initiatives than it has.</summary>
    GroupTooSmall,

    /// <summary>A relation of one initiative.</summary>
    OneMember,

    /// <summary>A label key that no initiative has.</summary>
    UnknownLabel,

    /// <summary>A label value that no initiative has.</summary>
    UnknownLabelValue,

    /// <summary>A selector that no initiative matches, although each label exists.</summary>
    SelectsNobody,

    /// <summary>A frame with neither a lower nor an upper bound.</summary>
    NoLimits,

    /// <summary>An empty list of budgets, years or label values: it counts nothing.</summary>
    CountsNothing,

    /// <summary>There are no initiatives to choose from.</summary>
    NothingToChoose,

    // What analyses use

    /// <summary>An estimate has more or fewer numbers than it needs.</summary>
    WrongCount,

    /// <summary>The low end of a range lies above its high end.</summary>
    LowAboveHigh,

    /// <summary>The likely value lies outside its range.</summary>
    LikelyOutside,

    /// <summary>The median of a lognormal distribution is 0.</summary>
    MedianNotPositive,

    /// <summary>No weights keep the order and the ranges together.</summary>
    NoWeights,

    /// <summary>The same part of the organisation twice.</summary>
    ShareTwice,

    /// <summary>More than everything is divided.</summary>
    SharesOverOne,

    /// <summary>A name that no rule has.</summary>
    UnknownRule,

    // Plans

    /// <summary>A plan that claims to be one has no value or choices.</summary>
    PlanIncomplete,

    /// <summary>The gap does not follow from value and bound.</summary>
    GapDiffers,
}
