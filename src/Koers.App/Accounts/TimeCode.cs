using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Koers.App.Accounts;

/// <summary>Codes of six digits that an app on a telephone shows for half a minute (TOTP, RFC 6238 with SHA-1, as all those apps expect).</summary>
public static class TimeCode
{
    /// <summary>Bytes of a secret: as RFC 4226 advises.</summary>
    public const int SecretBytes = 20;

    private const int Seconds = 30;
    private const int Modulus = 1_000_000;
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>In which half minute a moment is.</summary>
    /// <param name="at">The moment.</param>
    public static long StepAt(DateTimeOffset at) => at.ToUnixTimeSeconds() / Seconds;

    /// <summary>The code of a half minute.</summary>
    /// <param name="secret">The secret.</param>
    /// <param name="step">The half minute.</param>
    public static string Of(byte[] secret, long step)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // What RFC 6238 prescribes; the weakness of SHA-1 does not touch its use as HMAC
        var hash = HMACSHA1.HashData(secret, counter);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0x0f)) & int.MaxValue;
        return (number % Modulus).ToString("000000", CultureInfo.InvariantCulture);
    }

    /// <summary>The half minute that a code is of: this one, the one before or the one after, because clocks differ.</summary>
    /// <param name="secret">The secret.</param>
    /// <param name="code">What was typed.</param>
    /// <param name="at">Now.</param>
    /// <param name="after">The half minute of the last code that was used: each works once.</param>
    /// <returns>The half minute; null where the code is not good.</returns>
    public static long? StepOf(byte[] secret, string code, DateTimeOffset at, long after)
    {
        ArgumentNullException.ThrowIfNull(code);
        var typed = Encoding.UTF8.GetBytes(code.Replace(" ", "", StringComparison.Ordinal));
        long? found = null;
        for (var step = StepAt(at) - 1; step <= StepAt(at) + 1; step++)
            if (CryptographicOperations.FixedTimeEquals(typed, Encoding.UTF8.GetBytes(Of(secret, step))) && step > after)
                found ??= step;
        return found;
    }

    /// <summary>A secret as people and apps read it (RFC 4648, base 32).</summary>
    /// <param name="secret">The secret; a multiple of five bytes.</param>
    public static string Written(byte[] secret)
    {
        ArgumentNullException.ThrowIfNull(secret);
        var text = new StringBuilder();
        foreach (var five in secret.Chunk(5))
        {
            var bits = five.Aggregate(0L, (all, b) => (all << 8) | b);
            for (var shift = 35; shift >= 0; shift -= 5)
                text.Append(Base32[(int)((bits >> shift) & 31)]);
        }

        return text.ToString();
    }

    /// <summary>The address that an app reads from a square code.</summary>
    /// <param name="name">The name of the account.</param>
    /// <param name="secret">The secret.</param>
    public static string Address(string name, byte[] secret) =>
        $"otpauth://totp/Koers:{Uri.EscapeDataString(name)}?secret={Written(secret)}&issuer=Koers&algorithm=SHA1&digits=6&period=30";
}
