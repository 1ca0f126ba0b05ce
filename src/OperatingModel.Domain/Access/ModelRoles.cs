namespace OperatingModel.Domain.Access;

/// <summary>What a person is in a model. Who is several may do all that one of them may.</summary>
[Flags]
public enum ModelRoles
{
    None = 0,
    Viewer = 1,
    Assessor = 2,
    Architect = 4,
    PortfolioManager = 8,

    /// <summary>Alone sets and lifts a veto.</summary>
    SecurityOfficer = 16,

    /// <summary>The owner of the model.</summary>
    CioOffice = 32,

    All = 63,
}
