/** How long the extension host is held at a stretch, in milliseconds. */
const longest = 10;

/** Goes over many things without holding the extension host: after each stretch, others have their turn. */
export async function* inSlices<T>(items: Iterable<T>): AsyncGenerator<T> {
  let since = performance.now();
  for (const item of items) {
    if (performance.now() - since > longest) {
      await new Promise(resolve => setImmediate(resolve));
      since = performance.now();
    }
    yield item;
  }
}
