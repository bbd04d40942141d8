namespace Dashboard.Access;

/// <summary>Marks a page or file that only some may see. It is kept nowhere, neither in the server nor in the browser.</summary>
[AttributeUsage(AttributeTargets.Class)]
class NeedsRoleAttribute(AccessRole role) : Attribute
{
    /// <summary>The least role.</summary>
    public AccessRole Role => role;
}

/// <summary>Marks a page or file for analysts. With the rules of the protection readers can work counts out, so they are for nobody else.</summary>
sealed class AnalystOnlyAttribute() : NeedsRoleAttribute(AccessRole.Analyst);

/// <summary>Marks a page for administrators.</summary>
sealed class AdministratorOnlyAttribute() : NeedsRoleAttribute(AccessRole.Administrator);

/// <summary>Marks what a stranger must reach even where everything else needs sign-in. It tells nothing of a release and is kept nowhere.</summary>
[AttributeUsage(AttributeTargets.Class)]
sealed class BeforeSignInAttribute : Attribute;
