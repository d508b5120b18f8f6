import { parseArgs } from 'node:util'
import { readConfig } from '../config.ts'
import { encodings } from '../demo/supplier/csv-file.ts'
import { demoPlaces } from '../demo/supplier/places.ts'
import { demoSize, writeDemoFiles } from '../demo/supplier/write.ts'
import { parsePeriod } from '../domain/period.ts'
import { loadSupplier } from '../supplier.ts'
import { WrongUsage } from './command.ts'

const delimiters = [';', ',', '\t', '|'] as const

/** `kabinet demo`: writes the billing files of a synthetic supplier, the same bytes for the same options. */
export async function demoCommand(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      accounts: { type: 'string', default: String(demoSize.accounts) },
      months: { type: 'string', default: String(demoSize.months) },
      until: { type: 'string' },
      seed: { type: 'string', default: '1' },
      out: { type: 'string' },
      encoding: { type: 'string', default: 'utf-8' },
      delimiter: { type: 'string', default: ';' },
    },
  })
  if (values.out === undefined)
    throw new WrongUsage('--out names the folder to write to, such as --out files')
  const until = values.until === undefined ? undefined : parsePeriod(values.until)
  if (until === null) throw new WrongUsage(`--until ${values.until} is no month; an example: --until 202003`)
  const supplier = loadSupplier(readConfig(process.env).supplier)
  const paths = await writeDemoFiles({
    places: demoPlaces(supplier),
    accounts: wholeNumber('--accounts', values.accounts, 1, 9_000_000),
    months: wholeNumber('--months', values.months, 1, 600),
    seed: wholeNumber('--seed', values.seed, 0, 2 ** 31 - 1),
    now: new Date(),
    out: values.out,
    encoding: oneOf('--encoding', values.encoding, encodings),
    delimiter: oneOf('--delimiter', values.delimiter.replace(/^(\\t|tab)$/, '\t'), delimiters),
    ...(until === undefined ? {} : { until }),
  })
  for (const path of paths) console.log(path)
  return 0
}

function wholeNumber(option: string, text: string, min: number, max: number): number {
  const value = Number(text)
  if (/^\d+$/.test(text) && value >= min && value <= max) return value
  throw new WrongUsage(`${option} ${text} is not a whole number from ${min} to ${max}`)
}

function oneOf<T extends string>(option: string, text: string, allowed: readonly T[]): T {
  const found = allowed.find(value => value === text)
  if (found !== undefined) return found
  throw new WrongUsage(
    `${option} ${JSON.stringify(text)} is not one of: ${allowed.map(value => JSON.stringify(value)).join(' ')}`,
  )
}
