/**
 * Minutes until the gateway is asked about a payment for the first time, and then each time again: at 1, 3, 10, 30 and
 * 60 minutes of age, then ever more seldom, and at 24 hours.
 */
export const waits = [1, 2, 7, 20, 30, 60, 120, 240, 480] as const

const minute = 60_000

/** When the gateway is asked about a payment for the first time. */
export function firstQuestion(createdAt: Date): Date {
  return new Date(createdAt.getTime() + waits[0] * minute)
}

/** When it is asked again that could not be reached. */
export function nextTry(now: Date): Date {
  return new Date(now.getTime() + minute)
}

/** How long a payment can be made at the gateway; one that was not paid by then is given up (milliseconds). */
export const paymentLife = 24 * 60 * minute
