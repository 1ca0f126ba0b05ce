namespace OperatingModel.Domain.Access;

/// <summary>The roles of a person in a model. A person with several roles may do all that any of them may.</summary>
[Flags]
public enum ModelRoles
{
    None = 0,
    Viewer = 1,
    Assessor = 2,
    Architect = 4,
    PortfolioManager = 8,

    /// <summary>The only role that sets and lifts a veto.</summary>
    SecurityOfficer = 16,

    /// <summary>The owner of the model.</summary>
    CioOffice = 32,

    All = 63,
}
