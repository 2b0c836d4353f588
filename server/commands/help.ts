/** @returns whether it is asked how a command is used, whatever else stands beside that. */
export function asksForHelp(options: readonly string[]): boolean {
  return options.includes('--help') || options.includes('-h');
}
