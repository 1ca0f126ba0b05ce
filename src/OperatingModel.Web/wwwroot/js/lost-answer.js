// An answer that gets lost with the connection must not be waited for: js/away.js raises om-reconnected once the connection is back.

/** What was asked, or a failure once the connection was lost and came back without an answer. */
export function unlessLost(asked) {
  return new Promise((resolve, reject) => {
    const lost = () => reject(new Error('The connection was lost.'));
    document.addEventListener('om-reconnected', lost, { once: true });
    asked.then(resolve, reject).finally(() => document.removeEventListener('om-reconnected', lost));
  });
}
