namespace OperatingModel.Domain.Access;

/// <summary>The kinds of rows that the access table distinguishes. Every list is of one kind.</summary>
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

    /// <summary>Lists that mean nothing without their money: rounds, costs and decisions.</summary>
    Funding,

    /// <summary>Single fields of money in rows of other kinds.</summary>
    Budgets,

    /// <summary>What security cleared or vetoed.</summary>
    SecurityReviews,

    /// <summary>The changes of scenarios. Each change also needs the right to the row that it concerns.</summary>
    ScenarioChoices,
}
