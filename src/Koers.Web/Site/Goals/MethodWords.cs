using Koers.App.Requests;
using Koers.Domain.Weighing;

namespace Koers.Web.Site.Goals;

/// <summary>What ways of weighing are called.</summary>
internal static class MethodWords
{
    public static Text Of(WeighingMethod method) => method switch
    {
        WeighingMethod.Direct => new("Gewichten rechtstreeks", "Weights directly"),
        WeighingMethod.Swing => new("Punten per stap", "Points per swing"),
        _ => new("In paren vergeleken", "Compared in pairs"),
    };
}
