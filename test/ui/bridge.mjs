import fs from 'node:fs';
import { patience, until } from './until.mjs';

/**
 * Waits for the bridge extension, and answers `ask((vscode, ...args) => …, ...args)`: it is evaluated in the extension
 * host; arguments and results are JSON. A question that gets no answer, as behind a dialog, is an error that names it.
 *
 * @param file where the bridge writes its address
 * @param onScreen answers what asks for attention in the window
 */
export async function connectBridge(file, onScreen) {
  await until(() => fs.existsSync(file)).catch(cause => {
    throw new Error('The bridge extension did not start.', { cause });
  });
  const url = fs.readFileSync(file, 'utf8');
  return async (question, ...args) => {
    const body = JSON.stringify({ code: String(question), args });
    const signal = AbortSignal.timeout(patience);
    try {
      const response = await fetch(url, { method: 'POST', body, signal });
      const { value, error } = await response.json();
      if (error) throw new Error(error);
      return value;
    } catch (cause) {
      if (!signal.aborted) throw cause;
      const seen = await onScreen();
      throw new Error(`No answer within ${patience / 1000} seconds to: ${question}\nOn the screen: ${seen}`, { cause });
    }
  };
}
