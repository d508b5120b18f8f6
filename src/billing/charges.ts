import type { Db } from '../db/connection.ts'
import { checkChain } from './charges-chain.ts'
import { exactly, exactlyOrNone, group, surelyShort, unit, value, valueOrNone } from './formats.ts'
import type { Facts, KindOfFile } from './kind-of-file.ts'
import { postPaymentsOfMonths } from './posting.ts'
import type { Changes } from './report.ts'
import { findUnknownAccounts } from './unknown-accounts.ts'

/** The months of the ledger. A file replaces exactly the accounts' months that stand in it. */
export const chargesFile: KindOfFile = { check, total, publish }

/**
 * A well-formed row as a whole: one look at it costs a tenth of a look at each value, and nearly every row is right.
 * It repeats what may repeat instead of counting, for PostgreSQL builds its automaton anew for each row.
 */
const wellFormed = [
  `^${value('period')}${unit}${value('volume')}${unit}(${value('money')}${unit})+`,
  `${group}(${valueOrNone('money')}${unit})+${valueOrNone('price')}${unit}${valueOrNone('method')}$`,
].join('')

async function check(db: Db, facts: Facts): Promise<void> {
  await findMalformed(db)
  await makeRows(db)
  await findUnknownAccounts(db, 'charges', facts.accountNumberPattern)
  await db`
    insert into faults (line, field, reason, expected)
    select line, 'SALDO_K', 'closing-balance',
      pg_temp.sum_text(opening + charged + recalculated + penalty - paid - subsidy - benefit)
    from file_rows
    where closing <> opening + charged + recalculated + penalty - paid - subsidy - benefit`
  await db`
    insert into faults (line, field, reason)
    select line, 'PERIOD', 'future-period' from file_rows where period > ${facts.today}`
  await checkChain(db)
  await db`
    update faults f set value = case f.field
      when 'LS' then s.ls when 'PERIOD' then s.period when 'SALDO_P' then s.saldo_p else s.saldo_k end
    from staged_charges s
    where s.line = f.line and f.value is null`
}

async function findMalformed(db: Db): Promise<void> {
  await db`
    insert into faults (line, field, value, reason)
    select line, field, value, case when btrim(value) = '' then 'empty' else reason end
    from (
      select *, concat_ws(${unit}, period, vol, suma, opl, saldo_p, saldo_k, ${group}
        || concat_ws(${unit}, perer, penya, subs, pilg, price, method)) as whole
      from staged_charges
    ), lateral (values
      ('PERIOD', period, 'period', ${exactly('period')}), ('VOL', vol, 'volume', ${exactly('volume')}),
      ('METHOD', method, 'method', ${exactlyOrNone('method')}), ('PRICE', price, 'price', ${exactlyOrNone('price')}),
      ('SUMA', suma, 'money', ${exactly('money')}), ('PERER', perer, 'money', ${exactlyOrNone('money')}),
      ('PENYA', penya, 'money', ${exactlyOrNone('money')}), ('SUBS', subs, 'money', ${exactlyOrNone('money')}),
      ('PILG', pilg, 'money', ${exactlyOrNone('money')}), ('OPL', opl, 'money', ${exactly('money')}),
      ('SALDO_P', saldo_p, 'money', ${exactly('money')}), ('SALDO_K', saldo_k, 'money', ${exactly('money')})
    ) as look (field, value, reason, shape)
    where (
      whole !~ ${wellFormed}
      or greatest(length(vol), length(suma), length(perer), length(penya), length(subs), length(pilg), length(opl),
        length(saldo_p), length(saldo_k), length(price)) > ${surelyShort}
    ) and value !~ shape`
}

/** The well-formed rows as values: money in kopiykas, volume in 10⁻³ m³, price in 10⁻⁵ UAH per m³. */
async function makeRows(db: Db): Promise<void> {
  await db`
    create temp table file_rows as
    select
      s.line, a.id as account_id, p.month, pg_temp.first_day(p.month) as period,
      (pg_temp.decimal_of(vol) * 1000)::bigint as volume,
      case btrim(method) when 'A' then 'actual' when 'P' then 'planned' when 'N' then 'norm' when 'R' then 'recalculation'
        end::volume_method as method,
      case when btrim(price) <> '' then (pg_temp.decimal_of(price) * 100)::bigint end as price,
      (pg_temp.decimal_of(saldo_p) * 100)::bigint as opening,
      (pg_temp.decimal_of(suma) * 100)::bigint as charged,
      (pg_temp.decimal_of(perer) * 100)::bigint as recalculated,
      (pg_temp.decimal_of(penya) * 100)::bigint as penalty,
      (pg_temp.decimal_of(opl) * 100)::bigint as paid,
      (pg_temp.decimal_of(subs) * 100)::bigint as subsidy,
      (pg_temp.decimal_of(pilg) * 100)::bigint as benefit,
      (pg_temp.decimal_of(saldo_k) * 100)::bigint as closing
    from staged_charges s
    -- the months are few: each is read once
    join (select period, pg_temp.month_of(period) as month from staged_charges group by period) p on p.period = s.period
    left join accounts a on a.number = btrim(s.ls)
    where not exists (select from faults f where f.line = s.line)`
  await db`analyze file_rows (account_id, month)`
}

async function total(db: Db): Promise<bigint> {
  const [found] = await db<
    { total: bigint }[]
  >`select coalesce(sum(charged), 0)::bigint as total from file_rows`
  return found?.total ?? 0n
}

async function publish(db: Db, importId: number, facts: Facts): Promise<Changes> {
  // A row that says what is known already stays as it is: its import is the one that told it first.
  const [changes] = await db<{ added: number; changed: number }[]>`
    with written as (
      insert into ledger_rows as l (account_id, period, volume, method, price, opening, charged, recalculated, penalty, paid,
        subsidy, benefit, closing, import_id)
      select account_id, period, volume, method, price, opening, charged, recalculated, penalty, paid, subsidy, benefit,
        closing, ${importId}
      from file_rows
      on conflict (account_id, period) do update set
        volume = excluded.volume, method = excluded.method, price = excluded.price, opening = excluded.opening,
        charged = excluded.charged, recalculated = excluded.recalculated, penalty = excluded.penalty,
        paid = excluded.paid, subsidy = excluded.subsidy, benefit = excluded.benefit, closing = excluded.closing,
        import_id = excluded.import_id
      where (l.volume, l.method, l.price, l.opening, l.charged, l.recalculated, l.penalty, l.paid, l.subsidy, l.benefit,
          l.closing)
        is distinct from (excluded.volume, excluded.method, excluded.price, excluded.opening, excluded.charged,
          excluded.recalculated, excluded.penalty, excluded.paid, excluded.subsidy, excluded.benefit, excluded.closing)
      returning xmax = 0 as is_new
    )
    select count(*) filter (where is_new)::integer as added, count(*) filter (where not is_new)::integer as changed
    from written`
  const posted = facts.paymentsRegister ? 0 : await postPaymentsOfMonths(db, facts.now)
  return { added: changes?.added ?? 0, changed: changes?.changed ?? 0, posted }
}
