/** Makes a history of so many commits where it is not there yet, and answers its work tree. */
export function makeHistory(commits: number, data?: string): Promise<string>;
