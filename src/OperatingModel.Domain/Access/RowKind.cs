namespace OperatingModel.Domain.Access;

/// <summary>What the rows of a list are to the question who may do what with them. Every list is of one kind.</summary>
public enum RowKind
{
    /// <summary>The heading and the conventions of the model, who decides what, and how the CIO office leads.</summary>
    Governance,

    /// <summary>What the enterprise serves, is able to do and consists of, how it is to change, and the architects' advice.</summary>
    Design,

    /// <summary>Who is asked to judge what, until when.</summary>
    Campaigns,

    /// <summary>What is judged of the capabilities, and where they do not apply.</summary>
    Judgements,

    /// <summary>What an initiative does to which capability: advised by architects, answered for by the portfolio.</summary>
    InitiativeEffects,

    /// <summary>The initiatives and when they come, without their money.</summary>
    Portfolio,

    /// <summary>Lists that are nothing without their money: rounds, costs and decisions.</summary>
    Funding,

    /// <summary>Single fields of money in rows of other kinds.</summary>
    Budgets,

    /// <summary>What security cleared or vetoed.</summary>
    SecurityReviews,

    /// <summary>What a scenario has otherwise. Each choice also needs the right to the row that it concerns.</summary>
    ScenarioChoices,
}
