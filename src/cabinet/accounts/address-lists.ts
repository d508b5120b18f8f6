/** The lists of the address cascade, and which of the choices made so far hold. */
import type { Db } from '../../db/connection.ts'
import type { Option } from '../../ui/field.tsx'
import type { Faults, Values } from '../../web/form.ts'

/** The lists from the top down: each hangs on the choices before it. */
export const addressParts = ['branch', 'settlement', 'street', 'house', 'flat'] as const
export type AddressPart = (typeof addressParts)[number]

export type AddressLists = Readonly<Record<AddressPart, readonly Option[]>>

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

/** The choices that stand in their lists; the others are dropped. */
export function heldChoices(lists: AddressLists, choices: Values): Values {
  const held = addressParts.filter(part => isIn(lists[part], choices[part]))
  return Object.fromEntries(held.map(part => [part, choices[part] ?? '']))
}

export type ChosenAddress = { ok: true; houseId: number; flat: string } | { ok: false; faults: Faults }

/** The house and the flat chosen, or a fault at the first list where a choice is missing. */
export function chosenAddress(
  lists: AddressLists,
  choices: Values,
  missing: Readonly<Record<AddressPart, string>>,
): ChosenAddress {
  const part = addressParts.find(name => !isIn(lists[name], choices[name] ?? ''))
  // a house whose accounts are all gone has not even the account without a flat: then nothing will fit
  const isEmptyHouse = part === 'flat' && lists.flat.length === 0
  if (part !== undefined && !isEmptyHouse) return { ok: false, faults: { [part]: missing[part] } }
  return { ok: true, houseId: Number(choices.house), flat: choices.flat ?? '' }
}

function isIn(list: readonly Option[], value: string | undefined): boolean {
  return list.some(option => option.value === value)
}

/** A choice's id, as PostgreSQL's integer can hold it; null for anything else. */
function idIn(text: string | undefined): number | null {
  return text !== undefined && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null
}
