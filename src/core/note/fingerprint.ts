/**
 * A short, stable name of a text, as 12 hex digits. It tells texts apart; it keeps no secret.
 *
 * @example
 * fingerprint('a') === fingerprint('a'); //=> true
 */
export function fingerprint(text: string): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return hex(low).slice(2) + hex(high).slice(2);
}

function hex(number: number): string {
  return (number >>> 0).toString(16).padStart(8, '0');
}
