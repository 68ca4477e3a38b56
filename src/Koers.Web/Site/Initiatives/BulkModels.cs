using Koers.App.Initiatives;
using Koers.Web.Site.Forms;

namespace Koers.Web.Site.Initiatives;

/// <summary>One step for many initiatives, before it is taken.</summary>
/// <param name="Choice">Which, and what can be done with them.</param>
/// <param name="Form">Where to and why, as typed.</param>
/// <param name="Refused">Those that cannot, where that was just tried.</param>
public sealed record BulkModel(BulkChoice Choice, FormData Form, IReadOnlyList<BulkRefusal> Refused);

/// <summary>What came of it.</summary>
/// <param name="Result">Who took the step and who did not.</param>
public sealed record BulkResultModel(BulkResult Result);
