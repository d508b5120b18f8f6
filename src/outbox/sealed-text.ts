/** The text of an SMS while it waits: a code in it must not stand readable in the table, or in a copy of it. */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

const cipher = 'aes-256-gcm'
const nonceBytes = 12
const tagBytes = 16

/** Seals a text under the server's secret, for this phone alone: in a row of another phone it can't be opened. */
export function sealText(secret: string, phone: string, text: string): string {
  const nonce = randomBytes(nonceBytes)
  const sealing = createCipheriv(cipher, keyOf(secret), nonce).setAAD(Buffer.from(phone))
  const sealed = Buffer.concat([sealing.update(text, 'utf8'), sealing.final()])
  return Buffer.concat([nonce, sealing.getAuthTag(), sealed]).toString('base64')
}

/** The text again. Throws where the secret or the phone is another, or the text was changed. */
export function openText(secret: string, phone: string, sealed: string): string {
  const bytes = Buffer.from(sealed, 'base64')
  const start = nonceBytes + tagBytes
  const opening = createDecipheriv(cipher, keyOf(secret), bytes.subarray(0, nonceBytes), {
    authTagLength: tagBytes,
  })
  opening.setAAD(Buffer.from(phone)).setAuthTag(bytes.subarray(nonceBytes, start))
  return Buffer.concat([opening.update(bytes.subarray(start)), opening.final()]).toString('utf8')
}

/** A key for this purpose alone, so that nothing else made with the secret tells of it. */
function keyOf(secret: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', 'the text of a waiting SMS', 32))
}
