import fs from 'node:fs';

/**
 * Waits for the bridge extension, and answers `ask((vscode, ...args) => …, ...args)`: it is evaluated in the extension
 * host; arguments and results are JSON.
 */
export async function connectBridge(file, timeout = 60_000) {
  for (const end = Date.now() + timeout; !fs.existsSync(file); await new Promise(resolve => setTimeout(resolve, 50)))
    if (Date.now() > end) throw new Error('The bridge extension did not start.');
  const url = fs.readFileSync(file, 'utf8');
  return async (question, ...args) => {
    const response = await fetch(url, { method: 'POST', body: JSON.stringify({ code: String(question), args }) });
    const { value, error } = await response.json();
    if (error) throw new Error(error);
    return value;
  };
}
