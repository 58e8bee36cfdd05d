/** How long this process has worked so far, in milliseconds. Other than a clock it does not count the time in which a busy machine let it wait. */
export function cpuTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
