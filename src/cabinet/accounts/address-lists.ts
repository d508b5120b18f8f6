/** The lists of the address cascade, and which of the choices made so far hold. */
import type { Option } from '../../ui/field.tsx'
import type { Faults, Values } from '../../web/form.ts'

/** The lists from the top down: each hangs on the choices before it. */
export const addressParts = ['branch', 'settlement', 'street', 'house', 'flat'] as const
export type AddressPart = (typeof addressParts)[number]

export type AddressLists = Readonly<Record<AddressPart, readonly Option[]>>

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
