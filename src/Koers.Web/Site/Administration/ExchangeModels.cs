using Koers.App.Exchange.Initiatives;
using Koers.Web.Site.Forms;

namespace Koers.Web.Site.Administration;

/// <summary>Taking initiatives in and out.</summary>
/// <param name="MayImport">Whether who looks may import.</param>
/// <param name="Form">What was refused.</param>
public sealed record ExchangeModel(bool MayImport, FormData Form);

/// <summary>What an import would change, or did.</summary>
/// <param name="Preview">What was found.</param>
/// <param name="FileName">The name of the file.</param>
/// <param name="Content">The file in base 64, to send along again; null where it is too large for a page.</param>
/// <param name="Form">What was refused.</param>
public sealed record ImportModel(ImportPreview Preview, string FileName, string? Content, FormData Form);
