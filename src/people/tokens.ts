import { createHash } from 'node:crypto'
import type { Random } from '../domain/clock.ts'

/** A token of 256 bits for a browser to hold: base64url, 43 characters. */
export function newToken(random: Random): string {
  return Buffer.from(random(32)).toString('base64url')
}

/** What we keep of a token: SHA-256. A token is too long to guess, so it needs no slow hash. */
export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
