/**
 * Minutes until the gateway is asked about a payment for the first time, and then each time again: at 1, 3, 10, 30 and
 * 60 minutes of age, just after the end of its life, then ever more seldom, and at 26 hours.
 */
export const waits = [1, 2, 7, 20, 30, 35, 70, 120, 240, 480, 555] as const

const minute = 60_000

/** When the gateway is asked about a payment for the first time. */
export function firstQuestion(createdAt: Date): Date {
  return new Date(createdAt.getTime() + waits[0] * minute)
}

/** When it is asked again that could not be reached. */
export function nextTry(now: Date): Date {
  return new Date(now.getTime() + minute)
}

/** How long a payment can be made at the gateway (milliseconds): time enough to find the card and the code. */
export const paymentLife = 90 * minute

/**
 * The age (milliseconds) at which a payment is asked about for the last time and, where nobody made it, given up: a day
 * after the last moment in which it could be made, for what was begun in that moment takes its time at the bank.
 */
export const askingLife = 26 * 60 * minute
