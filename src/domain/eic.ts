/** The alphabet of an EIC: a character's place in it is its value. */
const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-'

/**
 * The sixteenth character of an EIC for its first fifteen: the weights fall from 16 to 2, modulo 37 (ENTSO-E's EIC
 * reference manual; the sample `56XM19A205987456` agrees). Null where a character is none of an EIC's.
 */
export function eicCheckCharacter(fifteen: string): string | null {
  if (!/^[0-9A-Z-]{15}$/.test(fifteen)) return null
  let total = 0
  for (let place = 0; place < 15; place++) total += alphabet.indexOf(fifteen.charAt(place)) * (16 - place)
  return alphabet.charAt(36 - ((total + 36) % 37))
}

/** Whether a text is a whole EIC: sixteen characters, the last of which agrees with the others. */
export function isEic(text: string): boolean {
  return text.length === 16 && eicCheckCharacter(text.slice(0, 15)) === text.charAt(15)
}
