/** When a payment through the portal is posted: the billing's own data show that it knows of it. */
import type { Db } from '../db/connection.ts'

/** A register row that says something else than before loses its portal payment; both are matched anew. */
export async function forgetChangedMatches(db: Db): Promise<void> {
  await db`
    with changed as (
      select b.id, b.payment_id
      from file_rows f join billing_payments b on b.external_id = f.external_id
      where b.payment_id is not null
        and (b.account_id, b.amount, b.paid_on) is distinct from (f.account_id, f.amount, f.paid_on)
    ), freed as (
      update billing_payments b set payment_id = null from changed where b.id = changed.id
    )
    update payments p set posted_at = null from changed where p.id = changed.payment_id`
}

/**
 * Finds the register's rows that are payments through the portal and posts these; gives how many. First by the id that
 * the portal sent to the billing, then by account, amount and a date within three days. Each row and each payment is
 * used once, and an id weighs more than a guess of before.
 */
export async function matchPortalPayments(db: Db, now: Date): Promise<number> {
  await freeGuesses(db)
  let posted = await matchById(db, now)
  // Each round matches the pairs that are nearest for both sides; what is left may find another in the next.
  for (let found = await matchNearest(db, now); found > 0; found = await matchNearest(db, now))
    posted += found
  return posted
}

/** A payment that the file names by its id lets go of the other row that was taken for it; both are matched anew. */
async function freeGuesses(db: Db): Promise<void> {
  await db`
    with guessed as (
      select guess.id as row_id, p.id as payment_id
      from file_rows f
      join payments p on p.id = pg_temp.uuid_of(f.external_id) and p.account_id = f.account_id and p.amount = f.amount
      join billing_payments guess on guess.payment_id = p.id
      where p.state = 'paid' and guess.external_id <> p.id::text
    ), freed as (
      update billing_payments b set payment_id = null from guessed where b.id = guessed.row_id
    )
    update payments p set posted_at = null from guessed where p.id = guessed.payment_id`
}

/** A row that names a payment but another account or sum is doubtful and posts nothing; an amount is above zero. */
async function matchById(db: Db, now: Date): Promise<number> {
  const matched = await db`
    with pairs as (
      select b.id as row_id, p.id as payment_id
      from payments p
      join billing_payments b on b.external_id = p.id::text and b.account_id = p.account_id and b.amount = p.amount
      where p.state = 'paid' and p.posted_at is null and b.payment_id is null
    ), named as (
      update billing_payments b set payment_id = pairs.payment_id from pairs where b.id = pairs.row_id
    )
    update payments p set posted_at = ${now} from pairs where p.id = pairs.payment_id returning 1`
  return matched.count
}

/** A row that bears a portal payment's id, be it doubtful, is no other payment's. */
async function matchNearest(db: Db, now: Date): Promise<number> {
  const matched = await db`
    with near as (
      select b.id as row_id, p.id as payment_id, b.paid_on,
        abs(b.paid_on - (p.paid_at at time zone 'Europe/Kyiv')::date) as days, p.paid_at
      from payments p
      join billing_payments b on b.account_id = p.account_id and b.amount = p.amount and b.payment_id is null
      where p.state = 'paid' and p.posted_at is null
        and b.paid_on between (p.paid_at at time zone 'Europe/Kyiv')::date - 3
          and (p.paid_at at time zone 'Europe/Kyiv')::date + 3
        and not exists (select from payments named where named.id = pg_temp.uuid_of(b.external_id))
    ), ranked as (
      select row_id, payment_id,
        row_number() over (partition by row_id order by days, paid_on, paid_at, row_id, payment_id) as for_row,
        row_number() over (partition by payment_id order by days, paid_on, paid_at, row_id, payment_id) as for_payment
      from near
    ), pairs as (
      select row_id, payment_id from ranked where for_row = 1 and for_payment = 1
    ), named as (
      update billing_payments b set payment_id = pairs.payment_id from pairs where b.id = pairs.row_id
    )
    update payments p set posted_at = ${now} from pairs where p.id = pairs.payment_id returning 1`
  return matched.count
}

/**
 * Where the supplier sends no register: a published month holds what was paid until its end (by Kyiv's calendar), so
 * the portal payments of the file's accounts until then are posted. Gives how many.
 */
export async function postPaymentsOfMonths(db: Db, now: Date): Promise<number> {
  const posted = await db`
    with published as (select account_id, max(month) as month from file_rows group by account_id)
    update payments p set posted_at = ${now}
    from published
    where p.account_id = published.account_id and p.state = 'paid' and p.posted_at is null
      and (p.paid_at at time zone 'Europe/Kyiv')::date < pg_temp.first_day(published.month + 1)
    returning 1`
  return posted.count
}
