/** The longest name of a file or folder we make, in bytes of UTF-8. */
export const longestName = 120;

const forbidden = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\\/:*?"<>|]/u;
const device = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?:\.|$)/i;

/** How many bytes a text takes in UTF-8. */
export function bytesOf(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}

/** Whether Windows would open a device instead of a file of this name, ending or not: `con`, `AUX.md`. */
export function isDeviceName(name: string): boolean {
  return device.test(name.replace(/ +(?=\.|$)/, ''));
}

/**
 * Whether a file or folder may have this name on every system we run on: visible, composed (NFC), at most 120 bytes,
 * no device of Windows, nothing git could take for its own, no sign a system or a shell reads differently.
 */
export function isSafeName(name: string): boolean {
  return (
    name !== '' &&
    !forbidden.test(name) &&
    !/^[.~ -]|[. ]$/.test(name) &&
    !/^git~\d+/i.test(name) &&
    !isDeviceName(name) &&
    name === name.normalize('NFC') &&
    bytesOf(name) <= longestName
  );
}

/**
 * Whether a text is a path a note may be written at: safe names with forward slashes between them, ending in `.md`,
 * from the notes folder on and never out of it.
 */
export function isSafePath(path: string): boolean {
  return path.length <= 1000 && /[^/]\.md$/i.test(path) && path.split('/').every(isSafeName);
}
