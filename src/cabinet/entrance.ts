/** What registration, sign-in, recovery and the profile share: which browser this is, and how a person comes in. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { sendCode } from '../people/code-sms.ts'
import {
  type CodeBond,
  type CodeCraft,
  codeLife,
  type Pending,
  secondsToResend,
  type Unredeemed,
} from '../people/codes.ts'
import { countSms } from '../people/limits.ts'
import { beginSession, endSession } from '../people/sessions.ts'
import { newToken } from '../people/tokens.ts'
import { routes } from '../routes.ts'
import type { Texts } from '../texts/texts.ts'
import { TooMany } from '../web/errors.ts'
import type { FilledForm, Values } from '../web/form.ts'
import { seeOther } from '../web/html.ts'
import { type Cabinet, personOf } from './cabinet.ts'

type Handler = (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>

/** Pages for those signed out: whoever is signed in goes home. */
export function signedOut(cabinet: Cabinet, handle: Handler): Handler {
  return async (request, reply) =>
    (await personOf(cabinet, request)) === null ? handle(request, reply) : seeOther(reply, routes.home.to())
}

const deviceDays = 400 // the longest that browsers keep a cookie

/** The token of this browser, which it gets where it has none. */
export function deviceOf(cabinet: Cabinet, request: FastifyRequest, reply: FastifyReply): string {
  const kept = cabinet.cookies.read(request, 'device')
  if (kept !== null && /^[\w-]{43}$/.test(kept)) return kept
  const device = newToken(cabinet.random)
  cabinet.cookies.set(reply, 'device', device, deviceDays * 86_400)
  return device
}

/** What making and checking codes needs, at this moment. */
export function codeCraft(cabinet: Cabinet): CodeCraft {
  const { secret, random, clock, config } = cabinet
  return { secret, random, now: clock(), smsSecret: config.demo ? null : secret }
}

/** Sends another code for what waits in this browser, if anything does. Throws TooMany. */
export async function sendCodeAgain(
  cabinet: Cabinet,
  bond: CodeBond,
  pending: Pending | null,
  address: string,
): Promise<void> {
  if (pending === null) return
  const { db, config, face } = cabinet
  const craft = codeCraft(cabinet)
  const wait = secondsToResend(pending, craft.now)
  if (wait > 0) throw new TooMany(wait)
  await countSms(db, config, { phone: pending.phone, address, now: craft.now })
  await db.begin(tx => sendCode(tx, craft, face.supplier, { ...pending, ...bond }))
}

/** The status with which a code is refused: whose tries are used up can ask for another soon. */
export function refusalOf(reply: FastifyReply, { state }: Unredeemed): number {
  if (state !== 'spent') return 422
  reply.header('retry-after', codeLife.resendSeconds)
  return 429
}

/** Signs a person in under a new session, and ends the one that this browser may have had. */
export async function comeIn(
  cabinet: Cabinet,
  request: FastifyRequest,
  reply: FastifyReply,
  personId: number,
): Promise<void> {
  const before = cabinet.cookies.read(request, 'session')
  if (before !== null) await endSession(cabinet.db, before)
  const device = deviceOf(cabinet, request, reply)
  const { db, random } = cabinet
  const token = await beginSession(db, { personId, device, now: cabinet.clock(), random })
  cabinet.cookies.set(reply, 'session', token)
}

/** A fault of a form that came back, at one field or, by '', of the whole. */
export function faulty(values: Values, field: string, message: string): FilledForm {
  return { values, faults: { [field]: message } }
}

/**
 * Runs what a form asks for. Where it was tried too often, the form comes back with what was typed: `show` sends it,
 * with 429 and when to come back (`retryAfter`, in seconds).
 */
export async function unlessTooMany<T>(
  reply: FastifyReply,
  t: Texts,
  act: () => Promise<T>,
  show: (message: string, retryAfter: number) => T | Promise<T>,
): Promise<T> {
  try {
    return await act()
  } catch (error) {
    if (!(error instanceof TooMany)) throw error
    reply.header('retry-after', error.retryAfter)
    return show(`${t.errors['too-many'].title}. ${t.errors.retryIn(error.retryAfter)}`, error.retryAfter)
  }
}
