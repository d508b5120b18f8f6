import type { Db } from '../db/connection.ts'
import type { Fault } from './report.ts'

/**
 * The rows that bear the id of a payment through the portal and tell of another account or another sum, one taken back
 * among them: they post nothing, for either the id or the rest of the row is wrong.
 */
export async function doubtfulRows(db: Db): Promise<Fault[]> {
  return db<Fault[]>`
    select distinct on (line) line, 'EXT_ID' as field, external_id as value,
      case
        when row_account = portal_account then 'portal-sum'
        when row_sum = portal_sum then 'portal-account'
        else 'portal-account-and-sum' end as reason,
      concat_ws(', ',
        case when row_account <> portal_account then row_account || ' ≠ ' || portal_account end,
        case when row_sum <> portal_sum then row_sum || ' ≠ ' || portal_sum end) as expected
    from (
      select min(f.line) as line, f.external_id, here.number as row_account, there.number as portal_account,
        pg_temp.sum_text(f.amount) as row_sum, pg_temp.sum_text(p.amount) as portal_sum
      from file_rows f
      join payments p on p.id = pg_temp.uuid_of(f.external_id)
      join accounts here on here.id = f.account_id
      join accounts there on there.id = p.account_id
      where (f.account_id, f.amount) is distinct from (p.account_id, p.amount)
      group by f.external_id, here.number, there.number, f.amount, p.amount
    )
    order by line`
}
