/** Waits until something is so, and answers it. A test that waits in vain says what it waited for. */
export async function until<T>(so: () => T | Promise<T>, ms = 10_000): Promise<NonNullable<T>> {
  for (const end = Date.now() + ms; ;) {
    const value = await so();
    if (value) return value;
    if (Date.now() > end) throw new Error(`In vain: ${so.toString()}`);
    await new Promise(resolve => setTimeout(resolve, 25));
  }
}
