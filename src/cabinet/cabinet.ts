/** What the cabinet's features stand on, and how a signed-in request reaches them. */
import type { FastifyInstance, FastifyReply, FastifyRequest, RouteHandlerMethod } from 'fastify'
import type { Config } from '../config.ts'
import type { Sql } from '../db/connection.ts'
import type { Documents } from '../documents/documents.ts'
import { shortAddress } from '../domain/address.ts'
import type { Clock, Random } from '../domain/clock.ts'
import type { Gateways } from '../gateways/payments/gateway.ts'
import { accountsHeldBy, type HeldAccount } from '../people/held-accounts.ts'
import { findPersonBySession, type Person } from '../people/sessions.ts'
import type { SideAccount } from '../ui/cabinet-layout.tsx'
import type { Face } from '../ui/face.ts'
import type { Cookies } from '../web/cookies.ts'
import { NotFound } from '../web/errors.ts'
import { sendToSignIn } from './session-ended.tsx'

export interface Cabinet {
  config: Config
  /** The key of every HMAC and cipher, from KABINET_SECRET or the data folder. */
  secret: string
  db: Sql
  clock: Clock
  random: Random
  face: Face
  cookies: Cookies
  gateways: Gateways
  documents: Documents
}

/** A signed-in person on a page, with all that they hold. */
export interface Visit {
  person: Person
  accounts: HeldAccount[]
  /** The session's token, as the browser holds it. */
  token: string
}

type VisitHandler = (visit: Visit, request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>

/** The person who is signed in in this browser, or null. */
export async function personOf(
  cabinet: Cabinet,
  request: FastifyRequest,
): Promise<{ person: Person; token: string } | null> {
  const token = cabinet.cookies.read(request, 'session')
  if (token === null) return null
  const person = await findPersonBySession(cabinet.db, token, cabinet.clock())
  return person === null ? null : { person, token }
}

/**
 * Lets signed-in people through; the others go to sign in, and come back to where they were, unless the page has a
 * view of its own for them. Two statements: the session with its person, and the accounts that the person holds.
 */
export function signedIn(
  cabinet: Cabinet,
  handle: VisitHandler,
  signedOut: RouteHandlerMethod = toSignIn(cabinet),
) {
  return async function (
    this: FastifyInstance,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<unknown> {
    const signed = await personOf(cabinet, request)
    if (signed === null) return signedOut.call(this, request, reply)
    const accounts = await accountsHeldBy(cabinet.db, signed.person.id)
    return handle({ ...signed, accounts }, request, reply)
  }
}

/** Whether this browser holds a session's token. Where it leads to nobody, the session has ended. */
export function hadSession({ cookies }: Cabinet, request: FastifyRequest): boolean {
  return cookies.read(request, 'session') !== null
}

function toSignIn(cabinet: Cabinet) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> =>
    sendToSignIn(request, reply, { face: cabinet.face, ended: hadSession(cabinet, request) })
}

/** The account of that id among those the person holds. Another's and a missing one are the same NotFound. */
export function heldAccount(visit: Visit, id: unknown): HeldAccount {
  const found = visit.accounts.find(account => String(account.id) === id)
  if (!found) throw new NotFound('no such account of this person')
  return found
}

/** The account that `?account=` names, else the one last added, else null. */
export function chosenAccount(visit: Visit, query: unknown): HeldAccount | null {
  if (typeof query === 'object' && query !== null && 'account' in query)
    return heldAccount(visit, query.account)
  return visit.accounts[0] ?? null
}

/** The person's accounts as the list at the side shows them. */
export function sideAccounts(visit: Visit, face: Face): SideAccount[] {
  return visit.accounts.map(account => ({
    id: account.id,
    number: account.number,
    title: accountTitle(account, face),
  }))
}

/** What a person calls an account: a name of their own, or street, house and flat. */
export function accountTitle(account: HeldAccount, face: Face): string {
  return account.ownName === '' ? shortAddress(account.address, face.t.address.flat) : account.ownName
}
