/** Prints what a command has found. @returns `code`, for the process to end with */
export function say(text: string, code: number): number {
  process.stdout.write(text);
  return code;
}

/** Prints how a command is meant. @returns the code for that */
export function refuse(text: string): number {
  process.stderr.write(text);
  return 2;
}
