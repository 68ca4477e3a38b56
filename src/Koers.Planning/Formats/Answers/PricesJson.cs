using System.Text.Json;
using Koers.Planning.Analyses;

namespace Koers.Planning.Formats;

/// <summary>Prices as <c>koers-prices/1</c>; schemas/koers-prices-1.schema.json describes it.</summary>
public static class PricesJson
{
    /// <summary>What the field <c>format</c> says.</summary>
    public const string Format = "koers-prices/1";

    /// <summary>Writes it; the stream stays open.</summary>
    public static void Write(Stream output, PriceSettings settings, PriceList prices) => ScriptJson.Write(output, json =>
    {
        json.WriteStartObject();
        json.WriteString("format", Format);
        json.WriteBoolean("complete", prices.IsComplete);
        json.WriteNumber("relief", settings.Relief);
        ScriptJson.Number(json, "value", prices.Base.Value);
        ScriptJson.Number(json, "bound", prices.Base.Bound);
        ScriptJson.Number(json, "certifiedBound", prices.Base.Certificate?.Bound);
        json.WriteBoolean("certificateGiven", prices.IsCertificateGiven);
        json.WriteNumber("improved", prices.Improved);
        json.WriteStartArray("prices");
        foreach (var price in prices.Prices)
            One(json, price);
        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void One(Utf8JsonWriter json, MeansPrice price)
    {
        json.WriteStartObject();
        json.WriteString("rule", price.Rule);
        json.WriteString("kind", price.Kind switch
        {
            MeansKind.Budget => "budget",
            MeansKind.Capacity => "capacity",
            MeansKind.FrameMax => "frameMax",
            _ => "frameMin",
        });
        ScriptJson.Number(json, "index", price.Index);
        json.WriteNumber("limit", price.Limit);
        ScriptJson.Number(json, "room", price.Room);
        json.WriteNumber("price", price.Price);
        json.WriteNumber("relief", price.Relief);
        json.WriteNumber("worth", price.Worth);
        if (price.Gain is not { } gain)
        {
            json.WriteNull("gain");
        }
        else
        {
            json.WriteStartObject("gain");
            json.WriteNumber("found", gain.Found);
            json.WriteNumber("least", gain.Least);
            ScriptJson.Number(json, "most", gain.Most);
            ScriptJson.Number(json, "value", gain.Plan.Value);
            ScriptJson.Number(json, "bound", gain.Plan.Bound);
            ScriptJson.Choices(json, "selected", gain.Plan.Selected);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }
}
