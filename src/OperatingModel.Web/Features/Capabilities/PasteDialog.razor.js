import { unlessLost } from '../../js/lost-answer.js';

/** Sends the text of an area to the server as a stream, because a pasted list may be longer than a message. */
export function follow(area, server) {
  let timer = 0;
  let queue = Promise.resolve();
  const send = () => unlessLost(server.invokeMethodAsync('OnText', DotNet.createJSStreamReference(new Blob([area.value]))));
  const enqueue = () => queue = queue.then(send).catch(console.warn);
  const typed = () => { clearTimeout(timer); timer = setTimeout(enqueue, 250); };
  area.addEventListener('input', typed);
  // Tab indents the text. The user leaves the field with Escape before Tab, or by the buttons.
  area.addEventListener('keydown', event => {
    if (event.key !== 'Tab' || event.shiftKey || event.ctrlKey) return;
    event.preventDefault();
    area.setRangeText('\t', area.selectionStart, area.selectionEnd, 'end');
    typed();
  });
  return {
    set: async stream => { area.value = await new Response(await stream.stream()).text(); enqueue(); },
    dispose: () => clearTimeout(timer),
  };
}
