using Specular.Generator.Naming;
using Xunit;

namespace Specular.Generator.Tests.Naming;

public class NameScopeTests
{
    [Fact]
    public void The_first_free_wish_is_taken()
    {
        var scope = new NameScope(StringComparer.Ordinal, "Equals");
        Assert.Equal("Id", scope.Take("Id", "IdValue"));
        Assert.Equal("IdValue", scope.Take("Id", "IdValue"));
        Assert.Equal("EqualsValue", scope.Take("Equals", "EqualsValue"));
        Assert.True(scope.IsFree("id"));
    }

    [Fact]
    public void After_the_wishes_it_counts()
    {
        var scope = new NameScope(StringComparer.Ordinal);
        Assert.Equal(["Id", "Id2", "Id3", "Id4"], Enumerable.Range(0, 4).Select(_ => scope.Take("Id")));
        Assert.Equal(["V1", "V1_2", "V1_3"], Enumerable.Range(0, 3).Select(_ => scope.Take("V1")));
    }

    [Fact]
    public void A_number_that_is_a_name_already_is_left_out()
    {
        var scope = new NameScope(StringComparer.Ordinal);
        scope.Take("Id2");
        Assert.Equal(["Id", "Id3"], Enumerable.Range(0, 2).Select(_ => scope.Take("Id")));
    }

    [Fact]
    public void Names_of_files_know_no_case()
    {
        var scope = new NameScope(StringComparer.OrdinalIgnoreCase);
        Assert.Equal(["User", "USER2"], [scope.Take("User"), scope.Take("USER")]);
    }
}
