/**
 * A fault that the person at the terminal can mend. Its message is one English line that says what to do;
 * commands print that line alone, without a stack, and exit with 1.
 */
export class ClearError extends Error {
  override name = 'ClearError'
}
