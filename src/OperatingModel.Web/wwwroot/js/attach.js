const attached = new WeakMap();   // element → the script on it

/**
 * Attaches a script, which a function of a module returns, to an element. When the server asks again because the answer got lost with the
 * connection, this returns the script that is already attached, with what the user has begun in it.
 */
export async function attach(address, name, element, ...args) {
  const module = await import(new URL(address, document.baseURI));
  if (!attached.has(element)) {
    const script = module[name](element, ...args);
    attached.set(element, { ...script, dispose: () => { attached.delete(element); script.dispose(); } });
  }
  return attached.get(element);
}
