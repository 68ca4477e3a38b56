using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Koers.App.Requests;

/// <summary>A version for what keeps no number of its own: another content gives, all but certainly, another version.</summary>
public static class Fingerprint
{
    /// <summary>The version of a text, 0 or more.</summary>
    /// <param name="text">The whole content.</param>
    public static int Of(string text) =>
        (int)(BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text))) & int.MaxValue);
}
