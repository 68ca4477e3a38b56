using System.Text;
using Koers.Planning.Formats;
using Xunit;

namespace Koers.Planning.Tests.Formats;

public sealed class AtomicFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("koers").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Writes_a_file_and_leaves_nothing_else()
    {
        AtomicFile.Write(At("plan.json"), Write("nieuw"));
        Assert.Equal(["nieuw"], Directory.GetFiles(_folder).Select(File.ReadAllText));
    }

    [Fact]
    public void Keeps_the_old_file_where_writing_fails()
    {
        File.WriteAllText(At("plan.json"), "oud");
        Assert.Throws<InvalidOperationException>(() => AtomicFile.Write(At("plan.json"), file =>
        {
            Write("half")(file);
            throw new InvalidOperationException("stroom uit");
        }));
        Assert.Equal(["oud"], Directory.GetFiles(_folder).Select(File.ReadAllText));
    }

    [Fact]
    public void Replaces_the_old_file_and_keeps_its_permissions()
    {
        File.WriteAllText(At("plan.json"), "een veel langere oude inhoud");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(At("plan.json"), UnixFileMode.UserRead | UnixFileMode.UserWrite);
        AtomicFile.Write(At("plan.json"), Write("nieuw"));
        Assert.Equal("nieuw", File.ReadAllText(At("plan.json")));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(At("plan.json")));
    }

    [Fact]
    public void Follows_a_link_to_the_file()
    {
        File.WriteAllText(At("echt.json"), "oud");
        File.CreateSymbolicLink(At("link.json"), At("echt.json"));
        AtomicFile.Write(At("link.json"), Write("nieuw"));
        Assert.Equal("nieuw", File.ReadAllText(At("echt.json")));
        Assert.NotNull(File.ResolveLinkTarget(At("link.json"), returnFinalTarget: false));
    }

    [Fact]
    public void Says_what_is_wrong_with_the_path()
    {
        var folder = Assert.Throws<IOException>(() => AtomicFile.Write(_folder, Write("")));
        Assert.Equal($"'{_folder}' is a folder: name a file in it.", folder.Message);
        var missing = Assert.Throws<DirectoryNotFoundException>(() => AtomicFile.Write(At("nergens/plan.json"), Write("")));
        Assert.Equal($"The folder of '{At("nergens/plan.json")}' does not exist: make it first.", missing.Message);
    }

    [Fact]
    public void Writes_to_a_device_without_replacing_it()
    {
        if (OperatingSystem.IsWindows()) return;
        AtomicFile.Write("/dev/null", Write("weg"));
        Assert.Equal(0, new FileInfo("/dev/null").Length);
        Assert.Equal("", File.ReadAllText("/dev/null"));
    }

    private string At(string name) => Path.Combine(_folder, name);

    private static Action<Stream> Write(string text) => file => file.Write(Encoding.UTF8.GetBytes(text));
}
