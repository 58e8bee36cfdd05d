/** How long anything may take before it is called a failure: patience with a busy machine, in milliseconds. It costs nothing where all is well. */
const patience = 60_000;

/** Waits until something is so, and answers it. A test that waits in vain says what it waited for. */
export async function until<T>(so: () => T | Promise<T>): Promise<NonNullable<T>> {
  for (const end = Date.now() + patience; ;) {
    const value = await so();
    if (value) return value;
    if (Date.now() > end) throw new Error(`In vain: ${so.toString()}`);
    await new Promise(resolve => setTimeout(resolve, 25));
  }
}
