/** The words around a mark in whatever was told; undefined where it is not in it. */
export function leakIn(told: unknown, mark: string): string | undefined {
  const text = JSON.stringify(told ?? null, (_, value: unknown) => {
    if (value instanceof Map || value instanceof Set) return [...(value as Iterable<unknown>)];
    return value instanceof Error ? [value.message, Object.values(value)] : value;
  });
  const at = text.indexOf(mark);
  return at < 0 ? undefined : text.slice(Math.max(0, at - 200), at + 100);
}
