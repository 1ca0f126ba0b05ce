import { keyOf } from './key-of.js';

/**
 * Returns the shortcut of the frame for a key; null when it is none.
 *
 * @param {{key: string, code?: string, ctrlKey?: boolean, altKey?: boolean, metaKey?: boolean, shiftKey?: boolean}} event
 * @param {boolean} isTyping whether the key goes into a field, which has an undo of its own
 * @returns {'search'|'undo'|'redo'|'close'|'help'|null}
 */
export function shortcutOf(event, isTyping) {
  const key = keyOf(event);
  if ((event.ctrlKey || event.metaKey) && !event.altKey) {
    if (key === 'k') {
      return 'search';
    }
    return isTyping ? null : key === 'y' || (key === 'z' && event.shiftKey) ? 'redo' : key === 'z' ? 'undo' : null;
  }
  return key === 'Escape' ? 'close' : key === '?' && !isTyping ? 'help' : null;
}
