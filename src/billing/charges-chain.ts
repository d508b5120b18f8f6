import type { Db } from '../db/connection.ts'

/**
 * Each month opens with the balance at which the one before closed, be that one in the file or in the ledger, and no
 * month that is published already may be left hanging after it. An account of which a row could not be read is left
 * out, for its chain would seem broken where it is only that row that is.
 */
export async function checkChain(db: Db): Promise<void> {
  await db`
    with linked as (
      select line, account_id, month, opening, closing,
        lag(month) over account as month_before, lag(closing) over account as closed_before,
        lead(month) over account as month_after
      from file_rows
      where account_id is not null and account_id not in (
        select a.id
        from faults f join staged_charges s on s.line = f.line join accounts a on a.number = btrim(s.ls)
        where f.value is not null
      )
      window account as (partition by account_id order by month, line)
    ), telling as (
      select * from linked
      where month_before is distinct from month - 1
        or closed_before <> opening
        or month_after is distinct from month + 1
    )
    insert into faults (line, field, reason, expected)
    select line, 'PERIOD', 'repeated', '' from telling where month_before = month
    union all
    select line, 'SALDO_P', 'opening-balance', pg_temp.sum_text(closed_before)
    from telling where month_before = month - 1 and closed_before <> opening
    union all
    select t.line, 'SALDO_P', 'opening-balance', pg_temp.sum_text(l.closing)
    from telling t join ledger_rows l on l.account_id = t.account_id and l.period = pg_temp.first_day(t.month - 1)
    where (t.month_before is null or t.month_before < t.month - 1) and l.closing <> t.opening
    union all
    select t.line, 'SALDO_K', 'next-opening', pg_temp.sum_text(l.opening)
    from telling t join ledger_rows l on l.account_id = t.account_id and l.period = pg_temp.first_day(t.month + 1)
    where (t.month_after is null or t.month_after > t.month + 1) and l.opening <> t.closing`
}
