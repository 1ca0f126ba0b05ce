namespace OperatingModel.Web.Components.Layout;

/// <summary>
/// Answers a question once, although a script repeats it when the answer got lost with the connection. The script numbers its questions
/// and asks the next one when it has the answer; see js/lost-answer.js.
/// </summary>
public sealed class AskedOnce<T>
{
    private long _number;
    private Task<T>? _answer;

    public Task<T> AnswerAsync(long number, Func<Task<T>> answer)
    {
        if (_answer is null || _number != number)
        {
            (_number, _answer) = (number, answer());
        }

        return _answer;
    }
}
