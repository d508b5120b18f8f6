import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { toDecimal } from '../../domain/money.ts'
import { compactPeriod, type Period, periodInKyiv, plusMonths } from '../../domain/period.ts'
import { toCubicMetres } from '../../domain/volume.ts'
import { csvFile, type Layout } from './csv-file.ts'
import { type Household, households } from './households.ts'
import { type DemoMonth, ledger } from './ledger.ts'
import { type DemoPayment, paymentsOf } from './paying.ts'
import type { DemoPlaces } from './places.ts'
import { chance } from './random.ts'

/** What the demo supplier has unless told. */
export const demoSize = { accounts: 2000, months: 36 }

export interface DemoOptions extends Partial<Layout> {
  accounts: number
  months: number
  /** Where the households live. */
  places: DemoPlaces
  /** The last month written; unless told, the last whole month in Kyiv at `now`. */
  until?: Period
  now: Date
  seed?: number
  /** The folder, made where it is missing; files of the same names in it are written over. */
  out: string
}

const headings = {
  accounts: ['LS', 'EIC', 'FILIA', 'NP', 'VUL', 'BUD', 'KV', 'FIO', 'PHONE', 'STATE'],
  charges: [
    ...['LS', 'PERIOD', 'VOL', 'METHOD', 'PRICE', 'SUMA', 'PERER', 'PENYA', 'SUBS', 'PILG', 'OPL'],
    ...['SALDO_P', 'SALDO_K'],
  ],
  payments: ['EXT_ID', 'LS', 'D_OPL', 'D_ZAR', 'SUMA', 'AGENT', 'PERIOD'],
} as const

/**
 * Writes the billing files of a synthetic supplier: the same bytes for the same options, on any machine.
 * Gives the paths of accounts.csv, charges.csv and payments.csv. Memory does not grow with the size.
 */
export async function writeDemoFiles(options: DemoOptions): Promise<string[]> {
  const { out, seed = 1, months, encoding = 'utf-8', delimiter = ';' } = options
  const until = options.until ?? plusMonths(periodInKyiv(options.now), -1)
  await mkdir(out, { recursive: true })
  const paths = ['accounts', 'charges', 'payments'].map(name => path.join(out, `${name}.csv`))
  const [accountsPath = '', chargesPath = '', paymentsPath = ''] = paths
  const layout = { encoding, delimiter }
  const accounts = await csvFile(accountsPath, headings.accounts, layout)
  const charges = await csvFile(chargesPath, headings.charges, layout)
  const payments = await csvFile(paymentsPath, headings.payments, layout)

  const first = plusMonths(until, 1 - months)
  let paymentNumber = 0
  let index = 0
  for (const household of households(seed, options.accounts, options.places)) {
    await accounts.add(accountFields(household))
    const draw = chance(seed ^ 0x5bd1e995, index++)
    for (const month of ledger(household, first, months, draw)) {
      await charges.add(chargeFields(household, month))
      for (const payment of paymentsOf(month.paid, month.period, draw))
        await payments.add(paymentFields(household, month, payment, ++paymentNumber))
    }
  }
  for (const file of [accounts, charges, payments]) await file.close()
  return paths
}

function accountFields(of: Household): string[] {
  const { branch, settlement, street, house, flat } = of.place
  return [of.account, of.eic, branch, settlement, street, house, flat, of.name, of.phone, of.state]
}

function chargeFields(of: Household, month: DemoMonth): string[] {
  const { charged, recalculated, penalty, subsidy, benefit, paid, opening, closing } = month
  return [
    ...[of.account, compactPeriod(month.period), toCubicMetres(month.volume), month.method],
    toDecimal(month.price as bigint as typeof charged), // two decimals of UAH per 1000 m³ are its unit
    ...[charged, recalculated, penalty, subsidy, benefit, paid, opening, closing].map(toDecimal),
  ]
}

function paymentFields(of: Household, month: DemoMonth, payment: DemoPayment, number: number): string[] {
  const { paidOn, creditedOn, amount, agent } = payment
  const id = `${compactPeriod(month.period)}-${String(number).padStart(8, '0')}`
  return [id, of.account, paidOn, creditedOn, toDecimal(amount), agent, compactPeriod(month.period)]
}
