import type { Db } from '../db/connection.ts'
import { doubtfulRows } from './doubtful-rows.ts'
import { exactly, exactlyOrNone, group, surelyShort, unit, value, valueOrNone } from './formats.ts'
import type { Facts, KindOfFile } from './kind-of-file.ts'
import { forgetChangedMatches, matchPortalPayments } from './posting.ts'
import type { Changes } from './report.ts'
import { findUnknownAccounts } from './unknown-accounts.ts'

/** The billing's register of payments. A payment that was sent before is the same one, by its EXT_ID. */
export const paymentsFile: KindOfFile = { check, total, publish, doubts: doubtfulRows }

async function check(db: Db, facts: Facts): Promise<void> {
  await findMalformed(db)
  // The days are few: each is read once.
  await db`
    create temp table file_rows as
    with texts as materialized (
      select text, pg_temp.day_of(text) as day
      from (
        select d_opl as text from staged_payments s where not exists (select from faults f where f.line = s.line)
        union select d_zar from staged_payments s where not exists (select from faults f where f.line = s.line)
      )
    )
    select
      s.line, coalesce(pg_temp.uuid_of(s.ext_id)::text, btrim(s.ext_id)) as external_id, a.id as account_id,
      paid.day as paid_on, credited.day as credited_on,
      (pg_temp.decimal_of(s.suma) * 100)::bigint as amount,
      pg_temp.clean(s.agent) as agent,
      case when btrim(s.period) <> '' then pg_temp.first_day(pg_temp.month_of(s.period)) end as period
    from staged_payments s
    join texts paid on paid.text = s.d_opl
    join texts credited on credited.text = s.d_zar
    left join accounts a on a.number = btrim(s.ls)
    where not exists (select from faults f where f.line = s.line)`
  await db`analyze file_rows (external_id, account_id)`
  await findUnknownAccounts(db, 'payments', facts.accountNumberPattern)
  await findWrongDays(db, facts.today)
  await findContradictions(db)
}

/** A well-formed row as a whole; why so, see charges. */
const wellFormed = [
  `^.*[^ ].*${unit}${value('date')}${unit}${value('money')}${group}`,
  `${valueOrNone('date')}${unit}${valueOrNone('period')}$`,
].join('')

async function findMalformed(db: Db): Promise<void> {
  await db`
    insert into faults (line, field, value, reason)
    select line, field, value, case when btrim(value) = '' then 'empty' else reason end
    from staged_payments, lateral (values
      ('EXT_ID', ext_id, 'empty', '[^ ]'), ('D_OPL', d_opl, 'date', ${exactly('date')}),
      ('D_ZAR', d_zar, 'date', ${exactlyOrNone('date')}), ('SUMA', suma, 'money', ${exactly('money')}),
      ('PERIOD', period, 'period', ${exactlyOrNone('period')})
    ) as look (field, value, reason, shape)
    where (
      concat_ws(${unit}, ext_id, d_opl, suma || ${group} || d_zar, period) !~ ${wellFormed} or length(suma) > ${surelyShort}
    ) and value !~ shape`
}

/** Days that the calendar doesn't have, such as 31.02, and days to come. */
async function findWrongDays(db: Db, today: string): Promise<void> {
  await db`
    insert into faults (line, field, value, reason)
    select s.line, field, value, reason
    from file_rows r join staged_payments s on s.line = r.line, lateral (values
      ('D_OPL', s.d_opl, case when r.paid_on is null then 'date' when r.paid_on > ${today} then 'future-date' end),
      ('D_ZAR', s.d_zar, case when r.credited_on is null and btrim(s.d_zar) <> '' then 'date' end)
    ) as look (field, value, reason)
    where (r.paid_on is null or r.paid_on > ${today} or r.credited_on is null) and reason is not null`
}

async function findContradictions(db: Db): Promise<void> {
  await db`
    with twice as (
      select external_id, min(line) as line from file_rows group by external_id having count(*) > 1
    )
    insert into faults (line, field, value, reason)
    select r.line, 'EXT_ID', r.external_id, 'repeated-payment'
    from twice
    join file_rows first on first.line = twice.line
    join file_rows r on r.external_id = twice.external_id
    where (r.account_id, r.paid_on, r.credited_on, r.amount, r.agent, r.period)
      is distinct from (first.account_id, first.paid_on, first.credited_on, first.amount, first.agent, first.period)`
}

/** Each payment counts once, however often the file repeats it. */
async function total(db: Db): Promise<bigint> {
  const [found] = await db<{ total: bigint }[]>`
    select coalesce(sum(amount), 0)::bigint as total
    from (select distinct on (external_id) amount from file_rows order by external_id)`
  return found?.total ?? 0n
}

async function publish(db: Db, importId: number, facts: Facts): Promise<Changes> {
  await forgetChangedMatches(db)
  const [changes] = await db<{ added: number; changed: number }[]>`
    with written as (
      insert into billing_payments as b (external_id, account_id, paid_on, credited_on, amount, agent, period, import_id)
      select distinct on (external_id) external_id, account_id, paid_on, credited_on, amount, agent, period, ${importId}::integer
      from file_rows
      order by external_id, line
      on conflict (external_id) do update set
        account_id = excluded.account_id, paid_on = excluded.paid_on, credited_on = excluded.credited_on,
        amount = excluded.amount, agent = excluded.agent, period = excluded.period, import_id = excluded.import_id
      where (b.account_id, b.paid_on, b.credited_on, b.amount, b.agent, b.period)
        is distinct from (excluded.account_id, excluded.paid_on, excluded.credited_on, excluded.amount, excluded.agent, excluded.period)
      returning xmax = 0 as is_new
    )
    select count(*) filter (where is_new)::integer as added, count(*) filter (where not is_new)::integer as changed
    from written`
  const posted = await matchPortalPayments(db, facts.now)
  return { added: changes?.added ?? 0, changed: changes?.changed ?? 0, posted }
}
