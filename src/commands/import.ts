import { accessSync, constants, statSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { importFiles } from '../billing/import.ts'
import { readConfig } from '../config.ts'
import { ClearError } from '../db/clear-error.ts'
import { loadSupplier } from '../supplier.ts'
import { WrongUsage } from './command.ts'
import { progressOn } from './import-progress.ts'
import { reportAsJson, reportAsText, whyRefused } from './import-report.ts'
import { withDatabase } from './open.ts'

/** `kabinet import FILE…`: takes billing files in; a file with any fault is refused whole. */
export async function importCommand(args: string[]): Promise<number> {
  const { values, positionals: files } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      'dry-run': { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  })
  if (files.length === 0) throw new WrongUsage('name the files: kabinet import [--dry-run] [--json] FILE…')
  for (const file of files) refuseUnreadable(file)
  const config = readConfig(process.env)
  const supplier = loadSupplier(config.supplier)
  return withDatabase(config, 'kabinet import', async ({ sql }) => {
    const progress = progressOn(process.stderr)
    try {
      const report = await importFiles({
        sql,
        files,
        supplier,
        clock: () => new Date(),
        dryRun: values['dry-run'],
        onProgress: progress.show,
      })
      progress.clear()
      console.log(values.json ? reportAsJson(report) : reportAsText(report))
      if (report.accepted) return 0
      console.error(whyRefused(report))
      return 1
    } catch (error) {
      throw brokenOff(error)
    } finally {
      progress.clear()
    }
  })
}

/** What a database, a network or a disk does to an import is told in one line; anything else is ours, with its trace. */
function brokenOff(error: unknown): unknown {
  if (!(error instanceof Error && 'code' in error)) return error
  const said = error.message.split('\n')[0]
  return new ClearError(
    `The import broke off (${said}): the file under way has changed nothing, and can be taken in again`,
    { cause: error },
  )
}

function refuseUnreadable(file: string): void {
  try {
    accessSync(file, constants.R_OK)
  } catch {
    throw new ClearError(`${file} can't be read: there is no such file, or it may not be opened`)
  }
  if (!statSync(file).isFile())
    throw new ClearError(`${file} is no file: name the billing's files themselves`)
}
