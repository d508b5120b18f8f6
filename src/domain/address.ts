/** Where an account is, in the words of the billing. */
export interface Address {
  branch: string
  settlement: string
  street: string
  house: string
  /** '' where there is none. */
  flat: string
}

/** The address in one line, as a letter bears it; `flatWord` is the word before a flat («кв.»). */
export function addressLine(address: Address, flatWord: string): string {
  const flat = address.flat === '' ? '' : `, ${flatWord}\u00a0${address.flat}`
  return `${address.settlement}, ${address.street}, ${address.house}${flat}`
}

/** Street, house and flat alone: what tells one's own accounts apart. */
export function shortAddress(address: Address, flatWord: string): string {
  const flat = address.flat === '' ? '' : `, ${flatWord}\u00a0${address.flat}`
  return `${address.street}, ${address.house}${flat}`
}
