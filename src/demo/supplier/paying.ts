import { type Kopiykas, kop, noMoney } from '../../domain/money.ts'
import { lastDay, type Period } from '../../domain/period.ts'
import type { Household } from './households.ts'
import type { Chance } from './random.ts'

/** What a household pays in a month in which so much is due; the last month must show the household's habit. */
export function paidIn(of: Household, due: Kopiykas, last: boolean, active: boolean, draw: Chance): Kopiykas {
  const known = draw.next()
  if (of.habit === 'exact') return due > 0n ? due : noMoney
  if (of.habit === 'ahead') {
    if (!active || due <= -30_000n) return noMoney
    return last || due > -5_000n ? roundedUp(due, draw) : noMoney
  }
  if (due <= 10_000n || (last && known < 0.6)) return noMoney
  // The longer the debt, the larger the part that is paid: it does not grow without end.
  const part = due > 300_000n ? 70n : due > 100_000n ? 45n : known < 0.5 ? 0n : 30n
  return ((due * part) / 100n) as Kopiykas
}

/** The due sum up to the next fifty hryvnias, and fifty or a hundred more. */
function roundedUp(due: Kopiykas, draw: Chance): Kopiykas {
  const fifty = 5_000n
  const positive = due > 0n ? due : 0n
  return (((positive + fifty - 1n) / fifty) * fifty + fifty * BigInt(draw.whole(1, 3))) as Kopiykas
}

/** One entry of the billing's register of payments. */
export interface DemoPayment {
  /** The day it was paid and the day it was credited, within the month, `YYYY-MM-DD`. */
  paidOn: string
  creditedOn: string
  amount: Kopiykas
  agent: string
}

const agents = [
  'ПриватБанк',
  'ПриватБанк',
  'ПриватБанк',
  'Ощадбанк',
  'Ощадбанк',
  'Укрпошта',
  'monobank',
  'ПУМБ',
  'Каса',
]

/** The payments that make up a month's sum: mostly one, now and then two. */
export function paymentsOf(paid: Kopiykas, period: Period, draw: Chance): DemoPayment[] {
  if (paid <= 0n) return []
  const half = paid > 20_000n && draw.happens(0.12) ? kop(paid / 2n) : noMoney
  const parts = half > 0n ? [half, kop(paid - half)] : [paid]
  const days = Number(lastDay(period).slice(8))
  return parts.map(amount => {
    const day = draw.whole(1, days)
    return {
      paidOn: `${period}-${String(day).padStart(2, '0')}`,
      creditedOn: `${period}-${String(Math.min(days, day + draw.whole(0, 3))).padStart(2, '0')}`,
      amount,
      agent: draw.pick(agents),
    }
  })
}
