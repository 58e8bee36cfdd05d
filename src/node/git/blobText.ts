const utf8 = new TextDecoder('utf-8', { fatal: true });

/** What a file of a commit says; undefined where it is no UTF-8 text. */
export function blobText(bytes: Uint8Array): string | undefined {
  if (bytes.includes(0)) return undefined;
  try {
    return utf8.decode(bytes);
  } catch {
    return undefined;
  }
}
