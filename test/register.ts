/** Payments through the portal, and what a register of the billing makes of them. */
import { randomUUID } from 'node:crypto'
import { type Billing, csv, headings } from './billing-files.ts'

/** The accounts of `twoAccounts`. */
export const account = '0412345678'
export const another = '110000002'

export const register = (...rows: string[]) => csv(headings.payments, ...rows)

/** A payment through the portal that the gateway has confirmed, unless it is told otherwise; gives its id. */
export async function paid(
  billing: Billing,
  paidAt: string,
  amount: bigint,
  other: { account?: string; state?: 'paid' | 'failed' } = {},
): Promise<string> {
  const id = randomUUID()
  const state = other.state ?? 'paid'
  await billing.sql`
    insert into payments (id, account_id, gateway, amount, state, created_at, paid_at)
    select ${id}, id, 'demo', ${amount}, ${state}::payment_state, ${new Date(paidAt)},
      ${state === 'paid' ? new Date(paidAt) : null}::timestamptz
    from accounts where number = ${other.account ?? account}`
  return id
}

/** The ids of what is posted, sorted. */
export async function posted(billing: Billing): Promise<string[]> {
  const rows = await billing.sql`select id from payments where posted_at is not null order by id`
  return rows.map(row => String(row.id))
}

/** The register's rows by EXT_ID, each with the portal payment that it is. */
export async function rowsOf(billing: Billing): Promise<Record<string, string | null>> {
  const rows = await billing.sql<{ externalId: string; paymentId: string | null }[]>`
    select external_id, payment_id from billing_payments`
  return Object.fromEntries(rows.map(row => [row.externalId, row.paymentId]))
}
