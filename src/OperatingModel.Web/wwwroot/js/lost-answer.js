// Scripts must not wait for an answer that got lost with the connection: js/away.js raises om-reconnected once the connection is back.

class Lost extends Error {}

/** Returns the answer, or fails when the connection was lost and came back without it. */
export function unlessLost(asked) {
  return new Promise((resolve, reject) => {
    const lost = () => reject(new Lost('The connection was lost.'));
    document.addEventListener('om-reconnected', lost, { once: true });
    asked.then(resolve, reject).finally(() => document.removeEventListener('om-reconnected', lost));
  });
}

const queues = new WeakMap();   // element → the questions of the scripts on it

/**
 * Asks one question after the other, also when several scripts ask about one element. After a reconnect it repeats a question whose answer got
 * lost, under the same number; the server acts only once on each number (AskedOnce).
 */
export function inTurn(element) {
  if (!queues.has(element)) queues.set(element, newQueue());
  return queues.get(element);
}

function newQueue() {
  let queue = Promise.resolve();
  let count = 0;
  return ask => {
    const number = ++count;
    const answer = queue.then(() => untilAnswered(() => ask(number)));
    queue = answer.catch(() => {});
    return answer;
  };
}

async function untilAnswered(ask) {
  for (;;) {
    try {
      return await unlessLost(ask());
    } catch (error) {
      if (!(error instanceof Lost)) throw error;
    }
  }
}
