import { WrongSetting } from '../config.ts'
import { ClearError } from '../db/clear-error.ts'
import { WrongSupplier } from '../supplier.ts'

/** Runs a command on its arguments; the answer is the exit code: 0 done, 1 refused or failed, 2 wrong usage. */
export type Command = (args: string[]) => Promise<number>

/** The command was called with words that it doesn't take: exit code 2. */
export class WrongUsage extends Error {}

/** Finds the command that is named and runs it. What can't be done is one clear line on stderr. */
export async function runCommand(
  commands: Record<string, () => Promise<Command>>,
  args: string[],
): Promise<number> {
  const [name = '', ...rest] = args
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (load === undefined) {
    console.error(`kabinet: name one of the commands: ${Object.keys(commands).join(', ')}`)
    return 2
  }
  try {
    return await (await load())(rest)
  } catch (error) {
    return told(error)
  }
}

function told(error: unknown): number {
  if (error instanceof WrongUsage || isWrongOption(error)) {
    console.error(`kabinet: ${error.message}`)
    return 2
  }
  if (error instanceof ClearError || error instanceof WrongSetting || error instanceof WrongSupplier) {
    console.error(error.message)
    return 1
  }
  console.error(error)
  return 1
}

/** What node:util's parseArgs throws at an option that is not there. */
function isWrongOption(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
}
