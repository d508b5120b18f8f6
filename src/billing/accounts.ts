import type { Db } from '../db/connection.ts'
import type { Facts, KindOfFile } from './kind-of-file.ts'
import type { Changes } from './report.ts'

/** The accounts and where they are. A file adds and changes; who is absent from it stays as they were. */
export const accountsFile: KindOfFile = { check, total: async () => 0n, publish }

async function check(db: Db, { accountNumberPattern }: Facts): Promise<void> {
  await db`
    insert into faults (line, field, value, reason)
    select line, field, value, reason
    from staged_accounts, lateral (values
      ('LS', ls, case when btrim(ls) = '' then 'empty' when btrim(ls) !~ ${accountNumberPattern} then 'account-number' end),
      ('EIC', eic, case when btrim(eic) <> '' and not pg_temp.is_eic(btrim(eic)) then 'eic' end),
      ('FILIA', filia, case when pg_temp.clean(filia) = '' then 'empty' end),
      ('NP', np, case when pg_temp.clean(np) = '' then 'empty' end),
      ('VUL', vul, case when pg_temp.clean(vul) = '' then 'empty' end),
      ('BUD', bud, case when pg_temp.clean(bud) = '' then 'empty' end),
      ('FIO', fio, case when pg_temp.clean(fio) = '' then 'empty' end),
      ('PHONE', phone, case when btrim(phone) <> ''
         and length(regexp_replace(phone, '[^0-9]', '', 'g')) not between 10 and 13 then 'phone' end),
      ('STATE', state, case when btrim(state) not in ('A', 'C', 'M') then 'state' end)
    ) as look (field, value, reason)
    where reason is not null`
  await db`
    insert into faults (line, field, value, reason)
    select line, 'LS', ls, 'repeated'
    from (select line, ls, row_number() over (partition by btrim(ls) order by line) as turn from staged_accounts)
    where turn > 1 and btrim(ls) <> ''`
}

async function publish(db: Db, _importId: number, { columns }: Facts): Promise<Changes> {
  await db`
    create temp table file_rows as
    select
      btrim(ls) as number, nullif(btrim(eic), '') as eic, pg_temp.clean(filia) as branch,
      pg_temp.clean(np) as settlement, pg_temp.clean(vul) as street, pg_temp.clean(bud) as house,
      pg_temp.clean(kv) as flat, pg_temp.clean(fio) as holder_name,
      nullif(regexp_replace(regexp_replace(phone, '[^0-9]', '', 'g'), '^(8?0)(?=[0-9]{9}$)', '380'), '') as holder_phone,
      case btrim(state) when 'A' then 'open' when 'C' then 'closed' else 'moved' end::account_state as state
    from staged_accounts`
  await db`analyze file_rows`
  await addPlaces(db)
  const [changes] = await db<{ added: number; changed: number }[]>`
    with written as (
      insert into accounts (number, eic, house_id, flat, holder_name, holder_phone, state)
      select f.number, f.eic, h.id, f.flat, f.holder_name, f.holder_phone, f.state
      from file_rows f
      join branches b on b.name = f.branch
      join settlements s on s.branch_id = b.id and s.name = f.settlement
      join streets t on t.settlement_id = s.id and t.name = f.street
      join houses h on h.street_id = t.id and h.number = f.house
      on conflict (number) do update set
        -- a column that the file leaves out says nothing
        eic = case when ${columns.includes('EIC')} then excluded.eic else accounts.eic end,
        holder_phone = case when ${columns.includes('PHONE')} then excluded.holder_phone else accounts.holder_phone end,
        house_id = excluded.house_id, flat = excluded.flat, holder_name = excluded.holder_name, state = excluded.state
      where (accounts.house_id, accounts.flat, accounts.holder_name, accounts.state)
          is distinct from (excluded.house_id, excluded.flat, excluded.holder_name, excluded.state)
        or (${columns.includes('EIC')} and accounts.eic is distinct from excluded.eic)
        or (${columns.includes('PHONE')} and accounts.holder_phone is distinct from excluded.holder_phone)
      returning xmax = 0 as is_new
    )
    select count(*) filter (where is_new)::integer as added, count(*) filter (where not is_new)::integer as changed
    from written`
  return { added: changes?.added ?? 0, changed: changes?.changed ?? 0, posted: 0 }
}

/** Makes the branches, settlements, streets and houses that were not seen before, in that order. */
async function addPlaces(db: Db): Promise<void> {
  await db`
    insert into branches (name)
    select distinct branch from file_rows f
    where not exists (select from branches b where b.name = f.branch)`
  await db`
    insert into settlements (branch_id, name)
    select distinct b.id, f.settlement
    from file_rows f join branches b on b.name = f.branch
    where not exists (select from settlements s where s.branch_id = b.id and s.name = f.settlement)`
  await db`
    insert into streets (settlement_id, name)
    select distinct s.id, f.street
    from file_rows f
    join branches b on b.name = f.branch
    join settlements s on s.branch_id = b.id and s.name = f.settlement
    where not exists (select from streets t where t.settlement_id = s.id and t.name = f.street)`
  await db`
    insert into houses (street_id, number)
    select distinct t.id, f.house
    from file_rows f
    join branches b on b.name = f.branch
    join settlements s on s.branch_id = b.id and s.name = f.settlement
    join streets t on t.settlement_id = s.id and t.name = f.street
    where not exists (select from houses h where h.street_id = t.id and h.number = f.house)`
}
