// The keys of the list of expectations: Enter and the arrows move through a column; a pasted block of cells goes to the server.
export function create(table, server) {
  const life = new AbortController();
  const on = (type, handler) => table.addEventListener(type, handler, { signal: life.signal });
  const steps = { Enter: 1, ArrowDown: 1, ArrowUp: -1 };
  const focus = field => {
    field?.focus();
    field?.select?.();
    return field != null;
  };

  on('keydown', event => {
    const field = event.target;
    const cell = field.closest('tbody th, tbody td');
    if (!cell || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const isName = field.matches('button');
    if (event.key in steps && !(isName && event.key === 'Enter')) {
      const back = steps[event.key] < 0 || event.shiftKey;
      const row = cell.parentElement[back ? 'previousElementSibling' : 'nextElementSibling'];
      if (row?.dataset.row && focus(row.cells[cell.cellIndex].querySelector('button, input'))) event.preventDefault();
    } else if ((event.key === 'ArrowRight' && isName) || (event.key === 'ArrowLeft' && cell.cellIndex === 1 && field.selectionEnd === 0)) {
      if (focus(cell.parentElement.cells[isName ? 1 : 0].querySelector('button, input'))) event.preventDefault();
    }
  });

  on('paste', event => {
    const cell = event.target.closest('tbody td');
    const text = event.clipboardData.getData('text/plain').replace(/[\r\n]+$/, '');
    if (!cell || !/[\t\r\n]/.test(text)) return;
    event.preventDefault();
    server.invokeMethodAsync('OnPaste', cell.parentElement.dataset.row, cell.cellIndex - 1, DotNet.createJSStreamReference(new Blob([text])))
      .catch(console.warn);
  });

  return { dispose: () => life.abort() };
}
