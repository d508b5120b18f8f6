import type { Db } from '../../db/connection.ts'
import type { Values } from '../../web/form.ts'
import { type AddressLists, type AddressPart, addressParts } from './address-lists.ts'

/**
 * Every list that the choices so far open, in Ukrainian order, by one statement. A choice that does not stand under
 * the one before it opens nothing. Flats are the accounts' own words; '' is an account that has no flat.
 */
export async function addressLists(db: Db, choices: Values): Promise<AddressLists> {
  const [branch, settlement, street, house] = addressParts.map(part => idIn(choices[part]))
  const rows = await db<{ part: AddressPart; value: string; text: string }[]>`
    with
      settlement as (
        select id from settlements where id = ${settlement ?? null} and branch_id = ${branch ?? null}
      ),
      street as (
        select id from streets where id = ${street ?? null} and settlement_id = (select id from settlement)
      ),
      house as (
        select id from houses where id = ${house ?? null} and street_id = (select id from street)
      )
    select 'branch' as part, id::text as value, name as text from branches
    union all
    select 'settlement', id::text, name from settlements where branch_id = ${branch ?? null}
    union all
    select 'street', id::text, name from streets where settlement_id = (select id from settlement)
    union all
    select 'house', id::text, number from houses where street_id = (select id from street)
    union all
    (select distinct 'flat', flat, flat from accounts where house_id = (select id from house))
    order by text`
  const of = (part: AddressPart) => rows.filter(row => row.part === part)
  return {
    branch: of('branch'),
    settlement: of('settlement'),
    street: of('street'),
    house: of('house'),
    flat: of('flat'),
  }
}

/** A choice's id, as PostgreSQL's integer can hold it; null for anything else. */
function idIn(text: string | undefined): number | null {
  return text !== undefined && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null
}
