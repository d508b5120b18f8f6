import { createHash, timingSafeEqual } from 'node:crypto'

/** LiqPay signs by SHA3-256 from version 7 of its API on, and by SHA-1 before. */
export type LiqPayHash = 'sha3-256' | 'sha1'

export function hashOfVersion(version: number): LiqPayHash {
  return version >= 7 ? 'sha3-256' : 'sha1'
}

/** The signature of `data`, which is the Base64 text itself: Base64 of H(key + data + key). */
export function liqpaySignature(data: string, privateKey: string, hash: LiqPayHash): string {
  return createHash(hash)
    .update(privateKey + data + privateKey)
    .digest('base64')
}

/**
 * Whether a callback was signed with our key. Either hash is accepted: LiqPay does not document which one it uses
 * towards a shop of version 7. The time taken does not tell how much was right.
 */
export function isSignedBy(privateKey: string, data: string, signature: string): boolean {
  const given = Buffer.from(signature)
  const matches = (['sha3-256', 'sha1'] as const).map(hash => {
    const right = Buffer.from(liqpaySignature(data, privateKey, hash))
    return given.length === right.length && timingSafeEqual(given, right)
  })
  return matches.includes(true)
}
