/** Billing files of a test's own, and the import that takes them in. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import iconv from 'iconv-lite'
import { importFiles } from '../src/billing/import.ts'
import type { ImportOptions } from '../src/billing/options.ts'
import type { ImportReport } from '../src/billing/report.ts'
import type { Sql } from '../src/db/connection.ts'
import { freshDatabase } from './database.ts'

export interface Billing {
  sql: Sql
  /** Writes a file; gives its path. */
  write(name: string, text: string, encoding?: string): Promise<string>
  /** Takes files in, given as texts or as paths of files written before. */
  take(...files: string[]): Promise<ImportReport>
  takeWith(options: Partial<ImportOptions>, ...files: string[]): Promise<ImportReport>
  [Symbol.asyncDispose](): Promise<void>
}

export const clock = () => new Date('2026-11-20T10:00:00Z')
export const supplier = { accounts: { number_pattern: '^\\d{6,12}$' }, billing: { payments_register: true } }

/** A fresh database and a folder for files; `await using` clears both away. */
export async function startBilling(): Promise<Billing> {
  const database = await freshDatabase()
  const folder = await mkdtemp(path.join(os.tmpdir(), 'kabinet-billing-'))
  let count = 0
  const write = async (name: string, text: string, encoding = 'utf-8') => {
    const file = path.join(folder, name)
    await writeFile(file, iconv.encode(text, encoding))
    return file
  }
  const takeWith = async (options: Partial<ImportOptions>, ...files: string[]) => {
    const paths: string[] = []
    for (const file of files) paths.push(file.includes('\n') ? await write(`${++count}.csv`, file) : file)
    return importFiles({ sql: database.sql, supplier, clock, ...options, files: paths })
  }
  return {
    sql: database.sql,
    write,
    takeWith,
    take: (...files) => takeWith({}, ...files),
    [Symbol.asyncDispose]: async () => {
      await database.close()
      await rm(folder, { recursive: true })
    },
  }
}

/** A file's lines under its heading. */
export const csv = (heading: string, ...rows: string[]) => `${[heading, ...rows].join('\n')}\n`

export const headings = {
  accounts: 'LS;EIC;FILIA;NP;VUL;BUD;KV;FIO;PHONE;STATE',
  charges: 'LS;PERIOD;VOL;METHOD;PRICE;SUMA;PERER;PENYA;SUBS;PILG;OPL;SALDO_P;SALDO_K',
  payments: 'EXT_ID;LS;D_OPL;D_ZAR;SUMA;AGENT;PERIOD',
}

export const twoAccounts = csv(
  headings.accounts,
  "0412345678;56XM19A205987456;Кременчук;м. Кременчук;вул. Під'їзна;12 корп. 2;7;Їжакевич Мар'яна Іванівна;0671234567;A",
  '110000002;;Гадяч;с. Веприк;вул. Ґрунтова;10а;;Гриценко Єва Ігорівна;;A',
)

/** The three months of the manual's table: an overpayment carried in, and 17,09, 67,14 and 71,68 at their ends. */
export const manualMonths = csv(
  headings.charges,
  '0412345678;202001;10;A;5868,00;58,68;;;;;0;-41,59;17,09',
  '0412345678;202002;10;A;5005,03;50,05;;;;;0;17,09;67,14',
  '0412345678;2020-03;5;A;4326.07;21.63;0;0;0;0;17.09;67.14;71.68',
)

export const onePayment = csv(headings.payments, 'П-1;0412345678;24.03.2020;2020-03-25;17,09;Укрпошта;202002')
