using Words = (string Message, string Expected);

namespace Koers.Planning.Formats;

// One table, both languages side by side, so that neither can lag behind. {0} … are the fault's arguments.
public static partial class FaultText
{
    internal static readonly Dictionary<FaultKind, (Words English, Words Dutch)> Texts = new()
    {
        // 0: path, 1: reason
        [FaultKind.FileMissing] = (
            ("there is no file {0}", "the path of a file"),
            ("er is geen bestand {0}", "het pad van een bestand")),
        [FaultKind.FileIsFolder] = (
            ("{0} is a folder", "the path of a file"),
            ("{0} is een map", "het pad van een bestand")),
        [FaultKind.FileForbidden] = (
            ("{0} may not be read", "permission to read"),
            ("{0} mag niet worden gelezen", "leesrechten")),
        [FaultKind.FileUnreadable] = (
            ("{0} cannot be read: {1}", "a readable file"),
            ("{0} kan niet worden gelezen: {1}", "een leesbaar bestand")),
        // 0: format
        [FaultKind.FileEmpty] = (
            ("there is nothing in it", "a {0} document"),
            ("er staat niets in", "een {0}-document")),
        // 0: megabytes
        [FaultKind.FileTooLarge] = (
            ("larger than {0} MB", "at most {0} MB"),
            ("groter dan {0} MB", "hoogstens {0} MB")),
        // 0: line, 1: position, 2: what stands there or the limit
        [FaultKind.NotUtf8] = (
            ("line {0}, position {1} is not UTF-8", "a file in UTF-8"),
            ("regel {0}, positie {1} is geen UTF-8", "een bestand in UTF-8")),
        [FaultKind.NotJson] = (
            ("not JSON: {2} at line {0}, position {1}", "JSON: double quotes, no comments, no trailing commas, no NaN or Infinity"),
            ("geen JSON: {2} op regel {0}, positie {1}",
             "JSON: dubbele aanhalingstekens, geen commentaar, geen losse komma's, geen NaN of Infinity")),
        [FaultKind.Truncated] = (
            ("the file stops at line {0}, position {1}, before the document is complete", "a complete JSON document"),
            ("het bestand stopt op regel {0}, positie {1}, voordat het document compleet is", "een compleet JSON-document")),
        [FaultKind.TooDeep] = (
            ("nested deeper than {2} at line {0}, position {1}", "at most {2} lists and objects in each other"),
            ("dieper genest dan {2} op regel {0}, positie {1}", "hoogstens {2} lijsten en objecten in elkaar")),
        // 0: found, 1: format
        [FaultKind.WrongFormat] = (
            ("the format is {0}", "'{1}'"),
            ("het formaat is {0}", "'{1}'")),
        // 0: number
        [FaultKind.MoreErrors] = (
            ("{0} more errors are not listed", "a file without the errors above"),
            ("nog {0} fouten zijn niet vermeld", "een bestand zonder de fouten hierboven")),
        [FaultKind.MoreWarnings] = (
            ("{0} more warnings are not listed", "look at the warnings above first"),
            ("nog {0} waarschuwingen zijn niet vermeld", "bekijk eerst de waarschuwingen hierboven")),
        // 0: name, 1: what is known, with the nearest name first
        [FaultKind.UnknownField] = (
            ("unknown field {0}", "{1}"),
            ("onbekend veld {0}", "{1}")),
        // 0: name, 1: type
        [FaultKind.MissingField] = (
            ("the field '{0}' is missing", "{1}"),
            ("het veld '{0}' ontbreekt", "{1}")),
        [FaultKind.DuplicateKey] = (
            ("{0} stands here more than once", "every name once"),
            ("{0} staat hier meer dan eens", "elke naam één keer")),
        // 0: found, 1: type
        [FaultKind.WrongType] = (
            ("found {0}", "{1}"),
            ("gevonden: {0}", "{1}")),
        // 0: type
        [FaultKind.NullValue] = (
            ("found null", "{0}, or leave the field out"),
            ("gevonden: null", "{0}, of laat het veld weg")),
        // 0: found
        [FaultKind.NotWhole] = (
            ("{0} is not a whole number", "a whole number"),
            ("{0} is geen geheel getal", "een geheel getal")),
        // 0: found, 1: limit
        [FaultKind.TooLarge] = (
            ("{0} is not a number within bounds", "a number from -{1} to {1}"),
            ("{0} is geen getal binnen de grenzen", "een getal van -{1} tot {1}")),
        [FaultKind.BrokenText] = (
            ("half a character in the text (a lone surrogate)", "whole Unicode characters"),
            ("een half teken in de tekst (een los surrogaat)", "hele Unicode-tekens")),
        // 0: length, 1: limit
        [FaultKind.TextTooLong] = (
            ("text of {0} characters", "at most {1} characters"),
            ("tekst van {0} tekens", "hoogstens {1} tekens")),
        // 0: found
        [FaultKind.NotADate] = (
            ("{0} is not a date", "a date of the calendar as 2027-01-31"),
            ("{0} is geen datum", "een kalenderdatum als 2027-01-31")),
        // 0: found, 1: what is known, with the nearest name first
        [FaultKind.UnknownName] = (
            ("{0} is not known here", "{1}"),
            ("{0} is hier niet bekend", "{1}")),
        // 0: limit
        [FaultKind.TooMany] = (
            ("more than {0} entries", "at most {0}"),
            ("meer dan {0} stuks", "hoogstens {0}")),
        // 0: sort
        [FaultKind.NoneGiven] = (
            ("the list is empty", "at least one {0}"),
            ("de lijst is leeg", "minstens één {0}")),
        [FaultKind.EmptyId] = (
            ("the id is empty", "an id of at least one character"),
            ("de id is leeg", "een id van minstens één teken")),
        // 0: found
        [FaultKind.ControlCharacter] = (
            ("a control character in {0}", "an id without control characters"),
            ("een besturingsteken in {0}", "een id zonder besturingstekens")),
        // 0: id, 1: pointer of the first, 2: sort
        [FaultKind.DuplicateId] = (
            ("the id {0} is taken by {1}", "an id that no other {2} has"),
            ("de id {0} is al van {1}", "een id die geen ander(e) {2} heeft")),
        // 0: name, 1: pointer of the other
        [FaultKind.AmbiguousName] = (
            ("the name {0} of a row or column arises from {1} too", "ids with which every row and column has its own name: avoid '/'"),
            ("de naam {0} van een rij of kolom ontstaat ook uit {1}", "id's waarmee elke rij en kolom een eigen naam heeft: vermijd '/'")),
        // 0: id, 1: sort, 2: nearest
        [FaultKind.UnknownId] = (
            ("there is no {1} {0}", "the id of an existing {1}{2}"),
            ("er is geen {1} {0}", "de id van een {1}{2}")),
        // 0: id
        [FaultKind.Repeated] = (
            ("{0} stands here more than once", "each at most once"),
            ("{0} staat hier meer dan eens", "elk hoogstens één keer")),
        // 0: found, 1: needed, 2: year or period
        [FaultKind.WrongLength] = (
            ("found {0} values", "{1} values, one per {2} of the horizon"),
            ("{0} waarden gevonden", "{1} waarden, één per {2} van de horizon")),
        // 0: found, 1: duration
        [FaultKind.LongerThanDuration] = (
            ("{0} values for a duration of {1}", "at most {1} values"),
            ("{0} waarden bij een duur van {1}", "hoogstens {1} waarden")),
        // 0: found
        [FaultKind.Negative] = (
            ("{0} is negative", "0 or more"),
            ("{0} is negatief", "0 of meer")),
        // 0: found, 1: total
        [FaultKind.NegativeRemainder] = (
            ("{0} is negative, at the end of a profile of {1}", "0 or more; so small a correction is used as it stands"),
            ("{0} is negatief, aan het eind van een profiel van {1}", "0 of meer; zo'n kleine correctie blijft staan")),
        // 0: found, 1: least, 2: most
        [FaultKind.OutOfRange] = (
            ("{0} is outside its range", "from {1} to {2}"),
            ("{0} valt buiten het bereik", "van {1} tot en met {2}")),
        // 0: found
        [FaultKind.DiscountTooLow] = (
            ("a discount rate of {0}", "more than -1"),
            ("een disconteringsvoet van {0}", "groter dan -1")),
        [FaultKind.DiscountOverflows] = (
            ("a discount rate of {0} makes late periods weigh more than 1e12", "a rate nearer to zero, or fewer periods"),
            ("een disconteringsvoet van {0} laat late perioden meer dan 1e12 wegen", "een voet dichter bij nul, of minder perioden")),
        // 0: start
        [FaultKind.HorizonPastCalendar] = (
            ("a horizon from {0} ends after the year 9999", "an earlier start"),
            ("een horizon vanaf {0} eindigt na het jaar 9999", "een eerdere start")),
        // 0: min, 1: max
        [FaultKind.MinAboveMax] = (
            ("min {0} lies above max {1}", "min at most max"),
            ("min {0} is hoger dan max {1}", "min hoogstens max")),
        // 0: start, 1: duration, 2: periods, 3: latest possible
        [FaultKind.PastHorizon] = (
            ("a start in period {0} with duration {1} ends after the horizon of {2} periods", "at most {3}"),
            ("een start in periode {0} met duur {1} eindigt na de horizon van {2} perioden", "hoogstens {3}")),
        [FaultKind.DoesNotFit] = (
            ("duration {1} from period {0} does not fit in the horizon of {2} periods", "a start of at most {3}, or a shorter duration"),
            ("duur {1} vanaf periode {0} past niet in de horizon van {2} perioden", "een start van hoogstens {3}, of een kortere duur")),
        // 0: earliest, 1: latest
        [FaultKind.WindowEmpty] = (
            ("the earliest start {0} lies after the latest start {1}", "earliestStart at most latestStart"),
            ("de vroegste start {0} ligt na de laatste start {1}", "earliestStart hoogstens latestStart")),
        // 0: found, 1: limit
        [FaultKind.TooManyOptions] = (
            ("{0} options (initiative, variant and start)", "at most {1}: narrow the windows or divide the problem"),
            ("{0} opties (initiatief, variant en start)", "hoogstens {1}: maak de vensters kleiner of verdeel het probleem")),
        // 0: start, 1: earliest, 2: latest
        [FaultKind.StartOutsideWindow] = (
            ("the variant can no longer start in period {0}", "a start from {1} to {2}; elsewhere it counts as moved"),
            ("de variant kan niet meer starten in periode {0}", "een start van {1} tot en met {2}; elders telt hij als verschoven")),
        // 0: path
        [FaultKind.Cycle] = (
            ("initiatives depend on each other in a circle: {0}", "dependsOn relations without a circle"),
            ("initiatieven hangen in een kring van elkaar af: {0}", "dependsOn-relaties zonder kring")),
        // 0: id
        [FaultKind.SameInitiative] = (
            ("both sides are {0}", "two different initiatives"),
            ("beide kanten zijn {0}", "twee verschillende initiatieven")),
        [FaultKind.ExcludesItself] = (
            ("the mandatory initiative {0} excludes itself", "every initiative once"),
            ("de wettelijke taak {0} sluit zichzelf uit", "elk initiatief één keer")),
        // 0: min, 1: members
        [FaultKind.GroupTooSmall] = (
            ("at least {0} of {1} initiatives", "a min of at most {1}"),
            ("minstens {0} van {1} initiatieven", "een min van hoogstens {1}")),
        [FaultKind.OneMember] = (
            ("only one initiative", "two or more, otherwise it says nothing about others"),
            ("maar één initiatief", "twee of meer, anders zegt het niets over andere")),
        // 0: key, 1: value
        [FaultKind.UnknownLabel] = (
            ("no initiative has a label {0}", "a label that occurs"),
            ("geen initiatief heeft een label {0}", "een label dat voorkomt")),
        [FaultKind.UnknownLabelValue] = (
            ("no initiative has {1} as its label {0}", "a value that occurs"),
            ("geen initiatief heeft {1} als label {0}", "een waarde die voorkomt")),
        [FaultKind.SelectsNobody] = (
            ("no initiative has all of these labels", "labels that occur together"),
            ("geen initiatief heeft al deze labels", "labels die samen voorkomen")),
        [FaultKind.NoLimits] = (
            ("neither min nor max: it limits nothing", "min, max or both"),
            ("min noch max: het begrenst niets", "min, max of beide")),
        [FaultKind.CountsNothing] = (
            ("an empty list counts nothing", "at least one, or leave the field out for all"),
            ("een lege lijst telt niets mee", "minstens één, of laat het veld weg voor alle")),
        [FaultKind.NothingToChoose] = (
            ("there are no initiatives", "something to choose from"),
            ("er zijn geen initiatieven", "iets om uit te kiezen")),
        // 0: found, 1: wanted
        [FaultKind.WrongCount] = (
            ("found {0} numbers", "{1}"),
            ("{0} getallen gevonden", "{1}")),
        // 0: low, 1: high
        [FaultKind.LowAboveHigh] = (
            ("low {0} lies above high {1}", "low at most high"),
            ("laag {0} is hoger dan hoog {1}", "laag hoogstens hoog")),
        // 0: likely, 1: low, 2: high
        [FaultKind.LikelyOutside] = (
            ("likely {0} lies outside its range", "from {1} to {2}"),
            ("waarschijnlijk {0} valt buiten het bereik", "van {1} tot en met {2}")),
        // 0: shape
        [FaultKind.MedianNotPositive] = (
            ("a {0} distribution around 0", "a likely value of more than 0"),
            ("een {0}-verdeling rond 0", "een waarschijnlijke waarde groter dan 0")),
        // 0: sum of the goals' weights
        [FaultKind.NoWeights] = (
            ("no weights with sum {0} keep this order and these ranges", "an order and ranges that go together, around the goals' weights"),
            ("geen gewichten met som {0} passen bij deze volgorde en bandbreedtes",
             "een volgorde en bandbreedtes die samengaan, rond de gewichten van de doelen")),
        // 0: label, 1: value
        [FaultKind.ShareTwice] = (
            ("{1} as label {0} stands here more than once", "every part once"),
            ("{1} als label {0} staat hier meer dan eens", "elk deel één keer")),
        // 0: id, 1: label, 2: sum
        [FaultKind.SharesOverOne] = (
            ("the shares of {0} by {1} add up to {2}", "at most 1 in all"),
            ("de aandelen in {0} per {1} zijn samen {2}", "samen hoogstens 1")),
        // 0: name, 1: nearest
        [FaultKind.UnknownRule] = (
            ("there is no rule {0}", "a name as budget/<id>, capacity/<id>, frame/<id>, mandatory/<id> or <relation type>/<id>{1}"),
            ("er is geen regel {0}", "een naam als budget/<id>, capacity/<id>, frame/<id>, mandatory/<id> of <relatietype>/<id>{1}")),
        // 0: field, 1: status
        [FaultKind.PlanIncomplete] = (
            ("no '{0}' although the status is {1}", "'{0}'"),
            ("geen '{0}' terwijl de status {1} is", "'{0}'")),
        // 0: gap, 1: gap that follows
        [FaultKind.GapDiffers] = (
            ("a gap of {0}", "{1}, as follows from value and bound"),
            ("een marge van {0}", "{1}, zoals volgt uit value en bound")),
    };
}
