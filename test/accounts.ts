/** Accounts for tests, put straight into the database: the address's places, the account, its months, and who holds it. */
import type { Db } from '../src/db/connection.ts'
import type { LedgerRow } from '../src/domain/ledger.ts'
import { closingBalance } from '../src/domain/ledger.ts'
import { kop, noMoney, pricePerCubicMetre } from '../src/domain/money.ts'
import { firstDay, type Period, parsePeriod, plusMonths } from '../src/domain/period.ts'
import { charge, litres } from '../src/domain/volume.ts'

export interface AccountWishes {
  number?: string
  eic?: string | null
  branch?: string
  settlement?: string
  street?: string
  house?: string
  /** '' where there is none. */
  flat?: string
  holderName?: string
  state?: 'open' | 'closed' | 'moved'
  /** The manual's three months unless told; [] is an account of which nothing is published. */
  rows?: readonly LedgerRow[]
}

let seeded = 0

/** Makes an account; places that stand already are used again. Each has a number of its own unless told. */
export async function seedAccount(
  db: Db,
  wishes: AccountWishes = {},
): Promise<{ id: number; number: string }> {
  seeded += 1
  const { branch = 'Кременчук', settlement = 'м. Кременчук', street = 'вул. Соборна' } = wishes
  const { house = '12', flat = '', state = 'open', holderName = 'Зразкова Олена Іванівна' } = wishes
  const number = wishes.number ?? String(10_010_000 + seeded)
  const branchId = await idOf(
    db`insert into branches (name) values (${branch})
       on conflict (name) do update set name = excluded.name returning id`,
  )
  const settlementId = await idOf(
    db`insert into settlements (branch_id, name) values (${branchId}, ${settlement})
       on conflict (branch_id, name) do update set name = excluded.name returning id`,
  )
  const streetId = await idOf(
    db`insert into streets (settlement_id, name) values (${settlementId}, ${street})
       on conflict (settlement_id, name) do update set name = excluded.name returning id`,
  )
  const houseId = await idOf(
    db`insert into houses (street_id, number) values (${streetId}, ${house})
       on conflict (street_id, number) do update set number = excluded.number returning id`,
  )
  const id = await idOf(
    db`insert into accounts (number, eic, house_id, flat, holder_name, state)
       values (${number}, ${wishes.eic ?? null}, ${houseId}, ${flat}, ${holderName}, ${state}) returning id`,
  )
  await seedMonths(db, id, wishes.rows ?? manualMonths)
  return { id, number }
}

/** Publishes months of an account. */
export async function seedMonths(db: Db, accountId: number, rows: readonly LedgerRow[]): Promise<void> {
  if (rows.length === 0) return
  const importId = await idOf(
    db`insert into imports (kind, file_name, file_hash, encoding, row_count, started_at)
       values ('charges', 'seed.csv', ${Buffer.from(`seed ${accountId}`)}, 'utf-8', ${rows.length}, now())
       returning id`,
  )
  for (const { period, ...moves } of rows)
    await db`
      insert into ledger_rows (account_id, period, volume, method, price, opening, charged, recalculated, penalty,
        paid, subsidy, benefit, closing, import_id)
      values (${accountId}, ${firstDay(period)}, ${moves.volume}, ${moves.method}, ${moves.price}, ${moves.opening},
        ${moves.charged}, ${moves.recalculated}, ${moves.penalty}, ${moves.paid}, ${moves.subsidy}, ${moves.benefit},
        ${moves.closing}, ${importId})`
}

/** Lets the person with that phone (`380671234567`) hold the account; throws where nobody has it. */
export async function hold(db: Db, phone: string, accountId: number, ownName = ''): Promise<void> {
  await idOf(
    db`insert into account_links (person_id, account_id, own_name, linked_at)
       select id, ${accountId}, ${ownName}, clock_timestamp() from people where phone = ${phone}
       returning person_id as id`,
  )
}

export interface MonthWishes extends Partial<Omit<LedgerRow, 'period' | 'closing' | 'opening'>> {
  opening?: LedgerRow['opening']
}

/** A month that adds up; charged is volume × price unless told. Throws on what is no month, such as '2020-13'. */
export function month(period: string, wishes: MonthWishes = {}): LedgerRow {
  const parsed = parsePeriod(period)
  if (parsed === null) throw new RangeError(`not a month: ${period}`)
  const { volume = litres(10_000), price = pricePerCubicMetre(796_000), opening = noMoney } = wishes
  const moves = {
    charged: price === null ? noMoney : charge(volume, price),
    recalculated: noMoney,
    penalty: noMoney,
    paid: noMoney,
    subsidy: noMoney,
    benefit: noMoney,
    ...wishes,
  }
  return {
    method: 'actual',
    ...moves,
    period: parsed,
    volume,
    price,
    opening,
    closing: closingBalance(opening, moves),
  }
}

/** One month that closes with this balance in kopiykas: what most tests of paying need. Minus is an overpayment. */
export function monthClosingWith(balance: number, period = '2026-10'): LedgerRow {
  return month(period, { opening: kop(balance - 7960) })
}

/** The months of the manual: 41,59 overpaid, then 17,09, 67,14 and 71,68 of debt. */
export const manualMonths: readonly LedgerRow[] = [
  month('2020-01', {
    volume: litres(10_000),
    price: pricePerCubicMetre(586_800),
    opening: kop(-4159),
  }),
  month('2020-02', { volume: litres(10_000), price: pricePerCubicMetre(500_503), opening: kop(1709) }),
  month('2020-03', {
    volume: litres(5_000),
    price: pricePerCubicMetre(432_607),
    opening: kop(6714),
    paid: kop(1709),
  }),
]

/** So many months on end that each open with what the one before closed with. */
export function monthsOnEnd(first: Period, count: number, wishes: MonthWishes = {}): LedgerRow[] {
  const rows: LedgerRow[] = []
  for (let at = 0; at < count; at++) {
    const opening = rows.at(-1)?.closing ?? wishes.opening ?? noMoney
    rows.push(month(plusMonths(first, at), { ...wishes, opening }))
  }
  return rows
}

async function idOf(statement: PromiseLike<readonly unknown[]>): Promise<number> {
  const [row] = await statement
  if (typeof row !== 'object' || row === null || !('id' in row) || typeof row.id !== 'number')
    throw new Error('the row did not come to be')
  return row.id
}
