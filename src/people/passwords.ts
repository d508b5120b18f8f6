/** Hashes of passwords: argon2id, slow on purpose, so only a few at a time. */
import { hash, verify } from '@node-rs/argon2'
import { semaphore } from './semaphore.ts'

/** OWASP's least for argon2id, which is the library's kind: 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 }

/** Two at once leave the pages their processor; fifty in the queue wait about a second. */
const inTurn = semaphore(2, 50)

/** The hash to keep. Throws TooMany where too many wait already. */
export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password, cost))
}

/** Whether it is the password; null, where there is none, takes as long and is never right. Throws TooMany. */
export function passwordMatches(kept: string | null, password: string): Promise<boolean> {
  return inTurn(async () => {
    const matches = await verify(kept ?? (await dummy()), password)
    return matches && kept !== null
  })
}

let made: Promise<string> | undefined

function dummy(): Promise<string> {
  made ??= hash('nobody has this password', cost)
  return made
}

// Made at once, so that the first unknown phone takes no longer than the others.
void dummy()
