import type { Db } from '../db/connection.ts'

/** Names the rows whose account is not there, and says whether the number could be one at all. */
export async function findUnknownAccounts(
  db: Db,
  kind: 'charges' | 'payments',
  pattern: string,
): Promise<void> {
  await db`
    insert into faults (line, field, value, reason)
    select s.line, 'LS', s.ls, case
      when btrim(s.ls) = '' then 'empty'
      when btrim(s.ls) !~ ${pattern} then 'account-number'
      else 'unknown-account' end
    from file_rows r join ${db(`staged_${kind}`)} s on s.line = r.line
    where r.account_id is null`
}
