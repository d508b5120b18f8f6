import { type Kopiykas, noMoney, type Price } from './money.ts'
import type { Period } from './period.ts'
import type { Volume } from './volume.ts'

/** How the month's volume came about: by the meter, planned (no reading), by the norm, or recalculated. */
export const volumeMethods = ['actual', 'planned', 'norm', 'recalculation'] as const
export type VolumeMethod = (typeof volumeMethods)[number]

/** What moves a balance within a month, in kopiykas; the first three raise the debt, the others lower it. */
export interface Movements {
  charged: Kopiykas
  recalculated: Kopiykas
  penalty: Kopiykas
  paid: Kopiykas
  subsidy: Kopiykas
  benefit: Kopiykas
}

/** One month of one account, as the billing closed it. Plus in a balance is debt. */
export interface LedgerRow extends Movements {
  period: Period
  volume: Volume
  method: VolumeMethod | null
  price: Price | null
  opening: Kopiykas
  closing: Kopiykas
}

/**
 * The balance at the end of a month:
 * `Z[t] = Z[t-1] + charged + recalculated + penalty − paid − subsidy − benefit`, where plus is debt.
 */
export function closingBalance(opening: Kopiykas, moves: Movements): Kopiykas {
  const { charged, recalculated, penalty, paid, subsidy, benefit } = moves
  return (opening + charged + recalculated + penalty - paid - subsidy - benefit) as Kopiykas
}

/** What a balance says, in the words a household reads before any colour. */
export type BalanceKind = 'debt' | 'overpayment' | 'settled'

/** Which of the three a balance is. */
export function balanceKind(balance: Kopiykas): BalanceKind {
  if (balance > 0n) return 'debt'
  return balance < 0n ? 'overpayment' : 'settled'
}

/** What can be paid now: the closing balance less what was paid here and it does not hold; never below zero. */
export function due(closing: Kopiykas, outsideBalance: Kopiykas): Kopiykas {
  const rest = closing - outsideBalance
  return (rest > 0n ? rest : noMoney) as Kopiykas
}
