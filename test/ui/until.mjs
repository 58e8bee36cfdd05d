/** How long anything may take before it is called a failure: patience with a busy machine, in milliseconds. It costs nothing where all is well. */
export const patience = 60_000;

/** The limit of mocha, so far above {@link patience} that what ends a test is always a wait that can name itself. */
export const limit = 10 * patience;

/**
 * Waits until a question is answered by something true, and answers it.
 *
 * @param question may throw or answer a promise
 */
export async function until(question, ms = patience) {
  for (const end = Date.now() + ms; ; await new Promise(resolve => setTimeout(resolve, 50))) {
    let failure;
    try {
      const answer = await question();
      if (answer) return answer;
    } catch (error) {
      failure = error;
    }
    if (Date.now() > end) throw failure ?? new Error(`It did not happen within ${ms / 1000} seconds: ${question}`);
  }
}
